import { cities } from '@shared/cities';
import { dayInWords } from '@shared/dates';
import type { Output } from '@shared/endpoints';
import { applicationStateLabels } from '@shared/labels';
import { listedStates } from '@shared/membership/lifecycle';
import { pages } from '@shared/pages';
import { useCallback, useState } from 'react';
import { usePages } from '../../../cloud/use-pages';
import { BottomBar } from '../../../components/bottom-bar';
import { Button } from '../../../components/button';
import { Choice, Choices } from '../../../components/choice';
import { CityPicker } from '../../../components/city-picker';
import { Field } from '../../../components/field';
import { ListRow, Rows } from '../../../components/list-row';
import { Notice } from '../../../components/notice';
import { Page } from '../../../components/page';
import { Skeleton } from '../../../components/skeleton';
import { EmptyState, ErrorState, ListEnd } from '../../../components/states';
import { StatusTag } from '../../../components/status-tag';
import { openPage } from '../../../open-page';
import { AcceptSheet } from '../../review/accept-sheet';
import { cityName } from '../../review-facts';

type Row = Output<'membership.applications'>['rows'][number];
type State = (typeof listedStates)[number];

const stateOptions = listedStates.map((value) => ({ value, label: applicationStateLabels[value] }));

function Applications({ rows, now }: { rows: readonly Row[]; now: Date }) {
  return (
    <Rows>
      {rows.map(({ id, name, reference, city, submittedAt, marked }) => (
        <ListRow
          key={id}
          id={`application-${id}`}
          icon="file"
          title={name}
          sub={`${reference}　${cityName(city)}${submittedAt ? `\n${dayInWords(submittedAt, now)}提交` : ''}`}
          tags={
            marked ? (
              <StatusTag kind="warn" icon="pin">
                优先发展
              </StatusTag>
            ) : undefined
          }
          onTap={() => openPage(pages.review(id))}
        />
      ))}
    </Rows>
  );
}

/** Applications by state and city, oldest first; several submitted ones can be accepted at once. */
export default function ApplicationsPage() {
  const [state, setState] = useState<State>('submitted');
  const [city, setCity] = useState('');
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [asking, setAsking] = useState(false);
  const [told, setTold] = useState('');
  const list = usePages('membership.applications', { state, ...(city && { city }) });
  const now = new Date();
  const acceptable = list.rows.filter(({ can }) => can.accept);
  const selected = acceptable.filter(({ id }) => chosen.includes(id)).slice(0, 20);
  const close = useCallback(() => setAsking(false), []);
  return (
    <Page
      title="入会申请"
      isPrivate
      busy={list.loading}
      footer={
        selected.length > 0 ? (
          <BottomBar hint="受理后开始审查，申请人会收到消息">
            <Button id="accept-chosen" onTap={() => setAsking(true)}>
              {`受理 ${selected.length} 份申请`}
            </Button>
          </BottomBar>
        ) : undefined
      }
    >
      {told ? (
        <Notice kind="info" announce>
          {told}
        </Notice>
      ) : null}
      <Field name="state" label="办到哪一步">
        <Choice value={state} onChange={(value) => setState(value as State)} options={stateOptions} layout="chips" />
      </Field>
      <Field name="city" label="城市">
        <CityPicker cities={cities} value={city} onChange={setCity} placeholder="全部城市" />
      </Field>
      {list.loading ? <Skeleton icon count={5} /> : null}
      {list.error && !list.first ? <ErrorState error={list.error} onRetry={list.retry} /> : null}
      {list.first && list.rows.length === 0 ? <EmptyState title="没有这样的申请" why="换一个步骤或城市看看。" /> : null}
      {list.rows.length > 0 ? <Applications rows={list.rows} now={now} /> : null}
      {acceptable.length > 0 ? (
        <Field name="chosen" label="一起受理" help="选好后一次受理，最多 20 份">
          <Choices
            values={chosen}
            onChange={setChosen}
            options={acceptable.map(({ id, name, reference }) => ({ value: id, label: `${name} ${reference}` }))}
            layout="rows"
          />
        </Field>
      ) : null}
      {list.more ? <ListEnd onMore={list.more} busy={list.loadingMore} /> : null}
      {asking ? (
        <AcceptSheet
          rows={selected}
          onClose={close}
          onDone={(text) => {
            setTold(text);
            setChosen([]);
            close();
          }}
        />
      ) : null}
    </Page>
  );
}
