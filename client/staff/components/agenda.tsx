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
import { type Item, itemName, type Meeting, subjectOf } from '../meeting-facts';

const changed = ['governance.meeting', 'governance.meetings', 'account.workbench', 'membership.applications'] as const;

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

function countsOf({ tally }: Item): string {
  return `同意 ${tally.approve}，反对 ${tally.against}，弃权 ${tally.abstain}，回避 ${tally.recuse}`;
}

/** The agenda; the secretary opens the next item's vote from here, or puts applications on it before the meeting. */
export function Agenda({ meeting }: { meeting: Meeting }) {
  const [adding, setAdding] = useState(false);
  const close = useCallback(() => setAdding(false), []);
  const open = useCommand('governance.openItem', ['governance.meeting']);
  const shown = meeting.items.filter(({ state }) => state !== 'removed');
  return (
    <Section title="议题" action={meeting.can.changeAgenda ? { text: '列入议题', onTap: () => setAdding(true) } : undefined}>
      {open.error ? (
        <Notice kind="danger" announce>
          {open.error.message}
        </Notice>
      ) : null}
      {shown.length > 0 ? (
        <Rows>
          {shown.map((item) => (
            <ListRow
              key={item.id}
              id={`item-${item.id}`}
              title={`${itemName(item.order)}　${subjectOf(item)}`}
              sub={item.outcome ? countsOf(item) : item.can.open ? '点此开始表决' : undefined}
              end={<ItemTag item={item} />}
              onTap={
                item.can.open ? () => void open.run({ meetingId: meeting.id, itemId: item.id, version: item.version }) : undefined
              }
            />
          ))}
        </Rows>
      ) : (
        <EmptyState title="还没有议题" why="复审通过的申请，可以在开会前列入议题。" />
      )}
      {adding ? <AddSheet meeting={meeting} onClose={close} /> : null}
    </Section>
  );
}
