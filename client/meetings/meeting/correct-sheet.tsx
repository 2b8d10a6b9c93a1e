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
import { TextArea } from '../../components/text-input';
import { changedByMeeting, type Item, type Meeting, subjectOf } from './facts';

interface CorrectSheetProps {
  meeting: Meeting;
  item: Item;
  seat: string;
  /** What was voted so far. */
  from: Vote;
  /** Whose vote it is: 我, or the holder's name. */
  whose: string;
  onClose: () => void;
}

/** Puts a vote right before the item is closed, with the reason; what it was before stays on record. */
export function CorrectSheet({ meeting, item, seat, from, whose, onClose }: CorrectSheetProps) {
  const [choice, setChoice] = useState('');
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const correct = useCommand('governance.correctVote', changedByMeeting);
  const allowed = item.recusals.includes(seat) ? (['recuse'] as const) : choices;
  const submit = async () => {
    setTried(true);
    if (!choice || !reason.trim()) return;
    const corrected = { meetingId: meeting.id, itemId: item.id, seat, choice: choice as Vote, reason: reason.trim() };
    if (await correct.run(corrected)) onClose();
  };
  return (
    <Sheet
      title={`更正${whose}的表决`}
      onClose={onClose}
      footer={
        <BottomBar hint="原来的表决、更正的人、时间和原因都记入会议记录">
          <Button id="correct-vote" busy={correct.busy} onTap={() => void submit()}>
            更正表决
          </Button>
        </BottomBar>
      }
    >
      <Failure error={correct.error} />
      <Field
        name="corrected"
        label={subjectOf(item)}
        help={`原来投的是“${choiceLabels[from]}”`}
        error={tried && !choice ? '请选择更正后的表决' : undefined}
      >
        <Choice
          value={choice}
          onChange={setChoice}
          options={allowed.filter((value) => value !== from).map((value) => ({ value, label: choiceLabels[value] }))}
        />
      </Field>
      <Field name="reason" label="更正的原因" error={tried && !reason.trim() ? '请填写更正的原因' : undefined}>
        <TextArea value={reason} onChange={setReason} maxLength={200} />
      </Field>
    </Sheet>
  );
}
