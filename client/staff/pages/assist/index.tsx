import { dayInWords } from '@shared/dates';
import { applicationStateLabels, memberKindLabels } from '@shared/labels';
import { type MemberKind, memberKinds } from '@shared/membership/form';
import { pages } from '@shared/pages';
import { View } from '@tarojs/components';
import { useCallback, useState } from 'react';
import { useCommand } from '../../../cloud/use-command';
import { usePages } from '../../../cloud/use-pages';
import { BottomBar } from '../../../components/bottom-bar';
import { Button } from '../../../components/button';
import { Choice } from '../../../components/choice';
import { Field } from '../../../components/field';
import { Heading } from '../../../components/heading';
import { ListRow, Rows } from '../../../components/list-row';
import { Page } from '../../../components/page';
import { Section } from '../../../components/section';
import { Skeleton } from '../../../components/skeleton';
import { EmptyState, ErrorState, ListEnd } from '../../../components/states';
import { StatusTag } from '../../../components/status-tag';
import { openPage } from '../../../open-page';
import { ReasonSheet } from '../../components/reason-sheet';

const kindOptions = memberKinds.map((value) => ({ value, label: memberKindLabels[value] ?? value }));

/** Applications that this officer entered for people who came to the desk. */
export default function AssistPage() {
  const { rows, first, loading, error, more, loadingMore, retry } = usePages('membership.assistedApplications', {});
  const [starting, setStarting] = useState(false);
  const [kind, setKind] = useState<MemberKind>('individual');
  const start = useCommand('membership.startAssisted', ['membership.assistedApplications']);
  const close = useCallback(() => setStarting(false), []);
  const begin = async (reason: string) => {
    const begun = await start.run({ kind, reason });
    if (!begun) return;
    close();
    openPage(pages.assisted(begun.id));
  };
  return (
    <Page
      title="代办"
      isPrivate
      busy={loading}
      footer={
        error && !first ? undefined : (
          <BottomBar hint="申请人须在场，并在纸件上签字">
            <Button id="open-start" icon="plus" onTap={() => setStarting(true)}>
              为来访的人代办
            </Button>
          </BottomBar>
        )
      }
    >
      <View>
        <Heading level={1}>代办入会申请</Heading>
        <View className="sub">为没有智能手机的人、由监护人陪同的未成年人，或带着材料来办的单位填写。您代办的，由别人审查。</View>
      </View>
      {loading ? <Skeleton icon count={3} /> : null}
      {error && !first ? <ErrorState error={error} onRetry={retry} /> : null}
      {first && rows.length === 0 ? <EmptyState title="还没有代办过" why="代办的申请会出现在这里，方便接着填或查进度。" /> : null}
      {rows.length > 0 ? (
        <Section title="我代办的">
          <Rows>
            {rows.map((row) => (
              <ListRow
                key={row.id}
                id={`assisted-${row.id}`}
                icon="file"
                title={row.name || '（还没有填名称）'}
                sub={`${memberKindLabels[row.kind]}　${row.reference}\n${dayInWords(row.startedAt)}开始`}
                end={
                  <StatusTag kind={row.state === 'returned' ? 'warn' : 'plain'}>{applicationStateLabels[row.state]}</StatusTag>
                }
                onTap={() => openPage(pages.assisted(row.id))}
              />
            ))}
          </Rows>
        </Section>
      ) : null}
      {rows.length > 0 ? <ListEnd onMore={more} busy={loadingMore} /> : null}
      {starting ? (
        <ReasonSheet
          title="为来访的人代办"
          action="开始填写"
          label="代办的原因"
          consequence="对方没有账号，进展由您告诉"
          maxLength={200}
          onClose={close}
          busy={start.busy}
          failure={start.error?.message}
          onConfirm={(reason) => void begin(reason)}
        >
          <Field name="kind" label="谁要入会">
            <Choice value={kind} options={kindOptions} onChange={(value) => setKind(value === 'unit' ? 'unit' : 'individual')} />
          </Field>
        </ReasonSheet>
      ) : null}
    </Page>
  );
}
