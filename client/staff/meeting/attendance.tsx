import { presenceLabels } from '@shared/labels';
import { useCallback, useState } from 'react';
import { useCommand } from '../../cloud/use-command';
import { BottomBar } from '../../components/bottom-bar';
import { Button } from '../../components/button';
import { Choice } from '../../components/choice';
import { Failure } from '../../components/failure';
import { Field } from '../../components/field';
import { ListRow, Rows } from '../../components/list-row';
import { Notice } from '../../components/notice';
import { Section } from '../../components/section';
import { Sheet } from '../../components/sheet';
import { StatusTag } from '../../components/status-tag';
import type { Meeting } from './facts';

type Seat = Meeting['seats'][number];
type Presence = NonNullable<Seat['presence']>;

const options = [
  ...(['onSite', 'remote', 'excused'] as const).map((value) => ({
    value: value as string,
    label: presenceLabels[value] ?? value,
  })),
  { value: 'absent', label: '未到' },
];

function PresenceSheet({ meeting, seat, onClose }: { meeting: Meeting; seat: Seat; onClose: () => void }) {
  const [presence, setPresence] = useState<string>(seat.presence ?? '');
  const record = useCommand('governance.recordAttendance', ['governance.meeting']);
  const submit = async () => {
    const known = presence === 'absent' ? null : (presence as Presence);
    const done = await record.run({ meetingId: meeting.id, version: meeting.version, seat: seat.seat, presence: known });
    if (done) onClose();
  };
  return (
    <Sheet
      title={seat.name}
      onClose={onClose}
      footer={
        <BottomBar>
          <Button id="record-presence" disabled={!presence} busy={record.busy} onTap={() => void submit()}>
            记下到会情况
          </Button>
        </BottomBar>
      }
    >
      <Failure error={record.error} />
      <Field name="presence" label="到会情况">
        <Choice value={presence} onChange={setPresence} options={options} />
      </Field>
    </Sheet>
  );
}

/** Seats with their attendance; the secretary taps one to record it, each marked as such. */
export function Attendance({ meeting }: { meeting: Meeting }) {
  const [seat, setSeat] = useState<Seat>();
  const close = useCallback(() => setSeat(undefined), []);
  const editable = meeting.can.recordAttendance === true;
  return (
    <Section title="席位">
      <Rows>
        {meeting.seats.map((one) => (
          <ListRow
            key={one.seat}
            id={`seat-${one.seat}`}
            title={one.name}
            sub={one.by === 'secretary' ? `${one.title}　秘书代记` : one.title}
            end={
              <StatusTag kind={one.presence && one.presence !== 'excused' ? 'ok' : 'line'}>
                {presenceLabels[one.presence ?? ''] ?? '未到'}
              </StatusTag>
            }
            onTap={editable ? () => setSeat(one) : undefined}
          />
        ))}
      </Rows>
      {seat ? <PresenceSheet meeting={meeting} seat={seat} onClose={close} /> : null}
    </Section>
  );
}
