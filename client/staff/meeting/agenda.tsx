import { outcomeLabels } from '@shared/labels';
import { useCallback, useState } from 'react';
import { useCommand } from '../../cloud/use-command';
import { usePages } from '../../cloud/use-pages';
import { BottomBar } from '../../components/bottom-bar';
import { Button } from '../../components/button';
import { Choices } from '../../components/choice';
import { Field } from '../../components/field';
import { ListRow, Rows } from '../../components/list-row';
import { Notice } from '../../components/notice';
import { Section } from '../../components/section';
import { Sheet } from '../../components/sheet';
import { Skeleton } from '../../components/skeleton';
import { EmptyState, ListEnd } from '../../components/states';
import { StatusTag } from '../../components/status-tag';
import { changedByMeeting, type Item, itemName, type Meeting, openItem, subjectOf } from './facts';
import { ItemSheet } from './item-sheet';

const changed = [...changedByMeeting, 'membership.applications'] as const;

function AddSheet({ meeting, onClose }: { meeting: Meeting; onClose: () => void }) {
  const waiting = usePages('membership.applications', { state: 'awaitingMeeting' });
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const add = useCommand('governance.addItems', changed);
  const submit = async () => {
    const done = await add.run({ meetingId: meeting.id, version: meeting.version, applicationIds: [...chosen] });
    if (done) onClose();
  };
  const failure = add.error ?? waiting.error;
  return (
    <Sheet
      title="列入议题"
      onClose={onClose}
      footer={
        <BottomBar hint="列入后，申请人会收到开会日期">
          <Button id="add-items" disabled={chosen.length === 0} busy={add.busy} onTap={() => void submit()}>
            {chosen.length > 0 ? `列入 ${chosen.length} 项议题` : '列入议题'}
          </Button>
        </BottomBar>
      }
    >
      {failure ? (
        <Notice kind="danger" announce>
          {failure.message}
        </Notice>
      ) : null}
      {waiting.loading ? <Skeleton count={3} /> : null}
      {waiting.first && waiting.rows.length === 0 ? (
        <EmptyState title="没有等待讨论的申请" why="复审通过的申请会出现在这里。" />
      ) : null}
      {waiting.rows.length > 0 ? (
        <Field name="applications" label="等待会议讨论的申请">
          <Choices
            layout="rows"
            values={chosen}
            onChange={setChosen}
            options={waiting.rows.map(({ id, name, reference }) => ({ value: id, label: name, hint: reference }))}
          />
        </Field>
      ) : null}
      {waiting.more ? <ListEnd onMore={waiting.more} busy={waiting.loadingMore} /> : null}
    </Sheet>
  );
}

function ItemTag({ item }: { item: Item }) {
  if (item.outcome) {
    return (
      <StatusTag kind={item.outcome === 'passed' ? 'ok' : 'plain'} icon={item.outcome === 'passed' ? 'check' : 'close'}>
        {outcomeLabels[item.outcome]}
      </StatusTag>
    );
  }
  return item.state === 'open' ? <StatusTag kind="info">正在表决</StatusTag> : <StatusTag kind="line">待表决</StatusTag>;
}

/** Spaces that don't break keep each number with its word. */
function countsOf({ tally }: Item): string {
  return `同意\u00a0${tally.approve}，反对\u00a0${tally.against}，弃权\u00a0${tally.abstain}，回避\u00a0${tally.recuse}`;
}

/** The agenda; the secretary puts applications on it or takes them off before the meeting, and opens votes during it. */
export function Agenda({ meeting }: { meeting: Meeting }) {
  const [adding, setAdding] = useState(false);
  const close = useCallback(() => setAdding(false), []);
  const [chosen, setChosen] = useState<string>();
  const leave = useCallback(() => setChosen(undefined), []);
  const voting = openItem(meeting) !== undefined;
  const mayChoose = ({ can, outcome }: Item) => outcome !== null || can.remove === true || (can.open === true && !voting);
  const asked = meeting.items.find(({ id }) => id === chosen);
  const shown = meeting.items.filter(({ state }) => state !== 'removed');
  return (
    <Section title="议题" action={meeting.can.changeAgenda ? { text: '列入议题', onTap: () => setAdding(true) } : undefined}>
      {shown.length > 0 ? (
        <Rows>
          {shown.map((item) => (
            <ListRow
              key={item.id}
              id={`item-${item.id}`}
              title={subjectOf(item)}
              sub={item.outcome ? countsOf(item) : itemName(item.order)}
              end={<ItemTag item={item} />}
              onTap={mayChoose(item) ? () => setChosen(item.id) : undefined}
            />
          ))}
        </Rows>
      ) : (
        <EmptyState title="还没有议题" why="复审通过的申请，可以在开会前列入议题。" />
      )}
      {asked && mayChoose(asked) ? <ItemSheet meeting={meeting} item={asked} onClose={leave} /> : null}
      {adding ? <AddSheet meeting={meeting} onClose={close} /> : null}
    </Section>
  );
}
