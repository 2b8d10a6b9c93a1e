import { choices, type Choice as Vote } from '@shared/governance/voting';
import { choiceLabels } from '@shared/labels';
import { useState } from 'react';
import { useCommand } from '../../cloud/use-command';
import { BottomBar } from '../../components/bottom-bar';
import { Button } from '../../components/button';
import { Choice } from '../../components/choice';
import { Failure } from '../../components/failure';
import { Field } from '../../components/field';
import { Sheet } from '../../components/sheet';
import { type Item, type Meeting, type Seat, subjectOf } from './facts';

/** Records the vote of one seat in the secretary's hand; who must recuse can only be recorded so. */
export function RecordSheet({ meeting, item, seat, onClose }: { meeting: Meeting; item: Item; seat: Seat; onClose: () => void }) {
  const [choice, setChoice] = useState('');
  const record = useCommand('governance.recordVote', ['governance.meeting']);
  const mustRecuse = item.recusals.includes(seat.seat);
  const allowed = mustRecuse ? (['recuse'] as const) : choices;
  const submit = async () => {
    if (!choice) return;
    const done = await record.run({ meetingId: meeting.id, itemId: item.id, seat: seat.seat, choice: choice as Vote });
    if (done) onClose();
  };
  return (
    <Sheet
      title={`代记 ${seat.name} 的表决`}
      onClose={onClose}
      footer={
        <BottomBar hint="记入后注明由秘书代记；宣布结果前可以更正">
          <Button id="record-vote" disabled={!choice} busy={record.busy} onTap={() => void submit()}>
            记入表决
          </Button>
        </BottomBar>
      }
    >
      <Failure error={record.error} />
      <Field name="choice" label={subjectOf(item)} help={mustRecuse ? '与当事人有关联，按规定应当回避' : undefined}>
        <Choice value={choice} onChange={setChoice} options={allowed.map((value) => ({ value, label: choiceLabels[value] }))} />
      </Field>
    </Sheet>
  );
}
