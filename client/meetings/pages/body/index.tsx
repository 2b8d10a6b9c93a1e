import { dateForDocuments } from '@shared/dates';
import type { Output } from '@shared/endpoints';
import { type Body, bodies } from '@shared/governance/lifecycle';
import { termName } from '@shared/governance/naming';
import { bodyLabels } from '@shared/labels';
import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { useCall } from '../../../cloud/use-call';
import { BottomBar } from '../../../components/bottom-bar';
import { Button } from '../../../components/button';
import { Heading } from '../../../components/heading';
import { ListRow, Rows } from '../../../components/list-row';
import { OfflineNotice } from '../../../components/notice';
import { Page } from '../../../components/page';
import { Section } from '../../../components/section';
import { Skeleton } from '../../../components/skeleton';
import { EmptyState, ErrorState } from '../../../components/states';
import { StatusTag } from '../../../components/status-tag';
import { SeatEditor } from '../../body/seat-editor';

type Seats = Output<'governance.body'>;

/** From when until when a term lasted, as documents say it. */
function span({ from, until }: { readonly from: string | null; readonly until: string | null }): string {
  return `${from ? dateForDocuments(from) : '成立'}起${until ? `，到${dateForDocuments(until)}` : ''}`;
}

function Seats({ seats }: Pick<Seats, 'seats'>) {
  if (seats.length === 0) return <EmptyState title="还没有席位" why="由管理员设立席位，指定担任的人。" />;
  return (
    <Rows>
      {seats.map(({ seat, title, name }) => (
        <ListRow
          key={seat}
          title={name || '（空缺）'}
          sub={title}
          end={name ? undefined : <StatusTag kind="warn">空缺</StatusTag>}
        />
      ))}
    </Rows>
  );
}

/** Seats of an earlier term, once somebody asks for them. */
function EarlierTerm({ body, term }: { body: Body; term: number }) {
  const { data, error, retry } = useCall('governance.body', { body, term });
  if (data) return <Seats seats={data.seats} />;
  return error ? <ErrorState error={error} onRetry={retry} /> : <Skeleton count={4} />;
}

interface ScreenProps {
  known: Seats;
  savedAt: Date | undefined;
  onEdit: (isNewTerm: boolean) => void;
}

function BodyScreen({ known, savedAt, onEdit }: ScreenProps) {
  const [shown, setShown] = useState<number>();
  const { body, term, seats, earlier, can } = known;
  const vacant = seats.filter(({ holder }) => holder === null).length;
  const footer = can.set ? (
    <BottomBar hint="调整席位记在本届；换届开始新的一届">
      {seats.length > 0 ? (
        <Button id="new-term" kind="secondary" onTap={() => onEdit(true)}>
          换届
        </Button>
      ) : null}
      <Button id="edit-seats" onTap={() => onEdit(false)}>
        {seats.length > 0 ? '调整席位' : '设立席位'}
      </Button>
    </BottomBar>
  ) : undefined;
  return (
    <Page title={bodyLabels[body]} isPrivate footer={footer}>
      <OfflineNotice savedAt={savedAt} />
      <View>
        <Heading level={1}>{`${termName(term)}${bodyLabels[body]}`}</Heading>
        <View className="sub">{`${seats.length} 个席位${vacant > 0 ? `，空缺 ${vacant} 个` : ''}　${span(known)}`}</View>
      </View>
      <Section title="席位">
        <Seats seats={seats} />
      </Section>
      {earlier.length > 0 ? (
        <Section title="往届">
          <Rows>
            {earlier.map((one) => (
              <ListRow
                key={one.term}
                id={`term-${one.term}`}
                title={termName(one.term)}
                sub={`${one.seats} 个席位　${span(one)}`}
                onTap={() => setShown(shown === one.term ? undefined : one.term)}
              />
            ))}
          </Rows>
          {shown === undefined ? null : <EarlierTerm key={shown} body={body} term={shown} />}
        </Section>
      ) : null}
    </Page>
  );
}

/** Who sits in a body now, who sat in it before; an administrator arranges its seats and begins a new term. */
export default function BodyPage() {
  const asked = useRouter().params.body;
  const body = bodies.find((one) => one === asked) ?? 'presidentsOffice';
  const [editing, setEditing] = useState<'seats' | 'term'>();
  const { data, error, loading, savedAt, retry } = useCall('governance.body', { body });
  if (data && editing) {
    const isNewTerm = editing === 'term';
    return (
      <SeatEditor
        body={body}
        name={bodyLabels[body]}
        term={data.term + (isNewTerm ? 1 : 0)}
        version={data.version}
        seats={data.seats}
        isNewTerm={isNewTerm}
        onDone={() => setEditing(undefined)}
      />
    );
  }
  if (data) return <BodyScreen known={data} savedAt={savedAt} onEdit={(isNewTerm) => setEditing(isNewTerm ? 'term' : 'seats')} />;
  return (
    <Page title={bodyLabels[body]} isPrivate busy={loading}>
      {error ? <ErrorState error={error} onRetry={retry} /> : <Skeleton count={6} />}
    </Page>
  );
}
