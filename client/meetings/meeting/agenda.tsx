import { outcomeLabels } from '@shared/labels';
import { useCallback, useState } from 'react';
import { ListRow, Rows } from '../../components/list-row';
import { Section } from '../../components/section';
import { EmptyState } from '../../components/states';
import { StatusTag } from '../../components/status-tag';
import { AddSheet } from './add-sheet';
import { type Item, itemName, type Meeting, openItem, subjectOf } from './facts';
import { ItemSheet } from './item-sheet';

/** Where an item stands, as a word. */
export function ItemTag({ item }: { item: Item }) {
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

function subOf(item: Item): string {
  if (item.outcome) return countsOf(item);
  return item.kind === 'admissionBatch' ? `${itemName(item.order)}　一次表决，点开看名单` : itemName(item.order);
}

/** The agenda; the secretary puts items on it or takes them off before the meeting, and opens votes during it. */
export function Agenda({ meeting, adding, onAdd }: { meeting: Meeting; adding: boolean; onAdd: (adding: boolean) => void }) {
  const close = useCallback(() => onAdd(false), [onAdd]);
  const [chosen, setChosen] = useState<string>();
  const leave = useCallback(() => setChosen(undefined), []);
  const asked = meeting.items.find(({ id }) => id === chosen);
  const shown = meeting.items.filter(({ state }) => state !== 'removed');
  return (
    <Section title="议题" action={meeting.can.changeAgenda ? { text: '列入议题', onTap: () => onAdd(true) } : undefined}>
      {shown.length > 0 ? (
        <Rows>
          {shown.map((item) => (
            <ListRow
              key={item.id}
              id={`item-${item.id}`}
              title={subjectOf(item)}
              sub={subOf(item)}
              end={<ItemTag item={item} />}
              onTap={() => setChosen(item.id)}
            />
          ))}
        </Rows>
      ) : (
        <EmptyState title="还没有议题" why="复审通过的申请，可以在开会前列入议题。" />
      )}
      {asked ? <ItemSheet meeting={meeting} item={asked} voting={openItem(meeting) !== undefined} onClose={leave} /> : null}
      {adding ? <AddSheet meeting={meeting} onClose={close} /> : null}
    </Section>
  );
}
