import type { MeetingMode } from '@shared/governance/lifecycle';
import { useState } from 'react';
import { useCommand } from '../../cloud/use-command';
import { BottomBar } from '../../components/bottom-bar';
import { Button } from '../../components/button';
import { Choice } from '../../components/choice';
import { ErrorSummary } from '../../components/error-summary';
import { Failure } from '../../components/failure';
import { Field } from '../../components/field';
import { Sheet } from '../../components/sheet';
import { TextArea, TextInput } from '../../components/text-input';
import { Templates } from '../../staff/components/templates';
import { stillWrong, useChecked } from '../../staff/use-checked';
import { changedByMeeting, type Meeting } from './facts';
import { MomentFields, useMoment } from './moment-fields';
import { modeOptions } from './plan-sheet';

/** Moves a planned meeting to another time, place or mode, with the reason; who was told is told again. */
export function ChangeSheet({ meeting, onClose }: { meeting: Meeting; onClose: () => void }) {
  const moment = useMoment(meeting.at);
  const [mode, setMode] = useState<MeetingMode>(meeting.mode);
  const [place, setPlace] = useState(meeting.place);
  const [reason, setReason] = useState('');
  const { shown, tries, check } = useChecked();
  const change = useCommand('governance.changeMeeting', changedByMeeting);
  const errors = [
    ...moment.errors,
    ...(place.trim() ? [] : [{ name: 'place', text: '请填写开会地点' }]),
    ...(reason.trim() ? [] : [{ name: 'reason', text: '请填写改动的原因' }]),
  ];
  const errorAt = (name: string) => stillWrong(shown, errors, name);
  const submit = async () => {
    if (!check(errors) || !moment.at) return;
    const changed = {
      ...(moment.at === meeting.at ? {} : { at: moment.at }),
      ...(place.trim() === meeting.place ? {} : { place: place.trim() }),
      ...(mode === meeting.mode ? {} : { mode }),
    };
    const by = { meetingId: meeting.id, version: meeting.version, reason: reason.trim() };
    if (await change.run({ ...by, ...changed })) onClose();
  };
  return (
    <Sheet
      title="改时间或地点"
      onClose={onClose}
      footer={
        <BottomBar hint={meeting.notices.length > 0 ? '改动马上通知各席位，请他们重新确认' : '还没有发过通知，改动不用另行通知'}>
          <Button id="change" onTap={() => void submit()} busy={change.busy}>
            改动会议
          </Button>
        </BottomBar>
      }
    >
      <ErrorSummary key={tries} errors={shown} />
      <Failure error={change.error} />
      <MomentFields moment={moment} errorAt={errorAt} />
      <Field name="mode" label="怎样参加">
        <Choice value={mode} onChange={(value) => setMode(value as MeetingMode)} options={modeOptions} layout="chips" />
      </Field>
      <Field name="place" label="地点" error={errorAt('place')}>
        <TextInput value={place} onChange={setPlace} maxLength={60} />
      </Field>
      <Field name="reason" label="改动的原因" error={errorAt('reason')}>
        <TextArea value={reason} onChange={setReason} maxLength={200} />
      </Field>
      <Templates name="reason" kind="meeting" value={reason} onPick={setReason} />
    </Sheet>
  );
}
