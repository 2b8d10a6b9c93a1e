import { useState } from 'react';
import { useCommand } from '../../cloud/use-command';
import { BottomBar } from '../../components/bottom-bar';
import { Button } from '../../components/button';
import { Choice } from '../../components/choice';
import { ErrorSummary } from '../../components/error-summary';
import { Failure } from '../../components/failure';
import { Field } from '../../components/field';
import { Sheet } from '../../components/sheet';
import { TextArea } from '../../components/text-input';
import { Templates } from '../../staff/components/templates';
import { stillWrong, useChecked } from '../../staff/use-checked';
import { changedByMeeting, type Meeting } from './facts';
import { MomentFields, useMoment } from './moment-fields';

/** Interrupts the session, with the reason and, if it is known, when it goes on. */
export function AdjournSheet({ meeting, onClose }: { meeting: Meeting; onClose: () => void }) {
  const [reason, setReason] = useState('');
  const [later, setLater] = useState('today');
  const moment = useMoment();
  const { shown, tries, check } = useChecked();
  const adjourn = useCommand('governance.adjournMeeting', changedByMeeting);
  const errors = [
    ...(reason.trim() ? [] : [{ name: 'reason', text: '请填写休会的原因' }]),
    ...(later === 'later' ? moment.errors : []),
  ];
  const errorAt = (name: string) => stillWrong(shown, errors, name);
  const submit = async () => {
    if (!check(errors)) return;
    const by = { meetingId: meeting.id, version: meeting.version, reason: reason.trim() };
    if (await adjourn.run({ ...by, ...(later === 'later' && moment.at ? { resumesAt: moment.at } : {}) })) onClose();
  };
  return (
    <Sheet
      title="休会"
      onClose={onClose}
      footer={
        <BottomBar hint="休会期间不能表决；到会和离会照记">
          <Button id="adjourn" busy={adjourn.busy} onTap={() => void submit()}>
            宣布休会
          </Button>
        </BottomBar>
      }
    >
      <ErrorSummary key={tries} errors={shown} />
      <Failure error={adjourn.error} />
      <Field name="reason" label="休会的原因" error={errorAt('reason')}>
        <TextArea value={reason} onChange={setReason} maxLength={200} />
      </Field>
      <Templates name="reason" kind="meeting" value={reason} onPick={setReason} />
      <Field name="later" label="什么时候继续">
        <Choice
          value={later}
          onChange={setLater}
          layout="chips"
          options={[
            { value: 'today', label: '稍后就继续' },
            { value: 'later', label: '另定时间' },
          ]}
        />
      </Field>
      {later === 'later' ? <MomentFields moment={moment} errorAt={errorAt} /> : null}
    </Sheet>
  );
}
