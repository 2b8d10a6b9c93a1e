import { meetingModeLabels } from '@shared/governance/labels';
import { type Body, bodies, type MeetingMode, meetingModes } from '@shared/governance/lifecycle';
import { bodyLabels } from '@shared/labels';
import { pages } from '@shared/pages';
import { useState } from 'react';
import { useCommand } from '../../cloud/use-command';
import { BottomBar } from '../../components/bottom-bar';
import { Button } from '../../components/button';
import { Choice } from '../../components/choice';
import { ErrorSummary } from '../../components/error-summary';
import { Failure } from '../../components/failure';
import { Field } from '../../components/field';
import { Sheet } from '../../components/sheet';
import { TextInput } from '../../components/text-input';
import { openPage } from '../../open-page';
import { stillWrong, useChecked } from '../../staff/use-checked';
import { MomentFields, useMoment } from './moment-fields';

export const modeOptions = meetingModes.map((value) => ({ value: value as string, label: meetingModeLabels[value] }));

/** Plans a meeting: body, day, time, place and how seats attend. */
export function PlanSheet({ onClose }: { onClose: () => void }) {
  const [body, setBody] = useState<Body>('presidentsOffice');
  const [mode, setMode] = useState<MeetingMode>('mixed');
  const [place, setPlace] = useState('');
  const moment = useMoment();
  const { shown, tries, check } = useChecked();
  const plan = useCommand('governance.planMeeting', ['governance.meetings', 'governance.bodies', 'account.workbench']);
  const errors = [...moment.errors, ...(place.trim() ? [] : [{ name: 'place', text: '请填写开会地点' }])];
  const errorAt = (name: string) => stillWrong(shown, errors, name);
  const submit = async () => {
    if (!check(errors) || !moment.at) return;
    const planned = await plan.run({ body, at: moment.at, place: place.trim(), mode });
    if (!planned) return;
    onClose();
    openPage(pages.meeting(planned.id));
  };
  return (
    <Sheet
      title="安排会议"
      onClose={onClose}
      footer={
        <BottomBar hint="会议名称和次数由系统编排">
          <Button id="plan" onTap={() => void submit()} busy={plan.busy}>
            安排会议
          </Button>
        </BottomBar>
      }
    >
      <ErrorSummary key={tries} errors={shown} />
      <Failure error={plan.error} />
      <Field name="body" label="会议">
        <Choice
          value={body}
          onChange={(value) => setBody(value as Body)}
          options={bodies.map((value) => ({ value, label: bodyLabels[value] }))}
          layout="chips"
        />
      </Field>
      <MomentFields moment={moment} errorAt={errorAt} />
      <Field name="mode" label="怎样参加">
        <Choice value={mode} onChange={(value) => setMode(value as MeetingMode)} options={modeOptions} layout="chips" />
      </Field>
      <Field name="place" label="地点" help="线上会议写明会议号或怎样进入" error={errorAt('place')}>
        <TextInput value={place} onChange={setPlace} maxLength={60} />
      </Field>
    </Sheet>
  );
}
