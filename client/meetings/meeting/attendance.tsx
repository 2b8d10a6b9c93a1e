import { presenceLabels } from '@shared/labels';
import { useCallback, useState } from 'react';
import { useCommand } from '../../cloud/use-command';
import { BottomBar } from '../../components/bottom-bar';
import { Button } from '../../components/button';
import { Choice } from '../../components/choice';
import { Failure } from '../../components/failure';
import { Field } from '../../components/field';
import { ListRow, Rows } from '../../components/list-row';
import { Section } from '../../components/section';
import { Sheet } from '../../components/sheet';
import { StatusTag } from '../../components/status-tag';
import { comingAndGoing, isPresent, type Meeting, type Seat, waysToAttend } from './facts';

type Presence = NonNullable<Seat['presence']>;

/** How a seat may be noted: as the mode allows, and gone only who was there. */
function optionsFor(meeting: Meeting, seat: Seat) {
  const known = [...waysToAttend(meeting), 'excused' as const, ...(isPresent(seat) ? (['left'] as const) : [])];
  return [
    ...known.map((value) => ({ value: value as string, label: presenceLabels[value] ?? value })),
    { value: 'absent', label: '未到' },
  ];
}

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
      title={seat.name || seat.title}
      onClose={onClose}
      footer={
        <BottomBar hint="到会和离会的时间按现在记，出席人数随即改变">
          <Button id="record-presence" disabled={!presence} busy={record.busy} onTap={() => void submit()}>
            记下到会情况
          </Button>
        </BottomBar>
      }
    >
      <Failure error={record.error} />
      <Field name="presence" label="到会情况">
        <Choice value={presence} onChange={setPresence} options={optionsFor(meeting, seat)} />
      </Field>
    </Sheet>
  );
}

/** Seats with who came and went when; the secretary taps one to note it, each marked as such. */
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
            title={one.name || '（空缺）'}
            sub={[one.title, one.by === 'secretary' ? '秘书代记' : '', comingAndGoing(meeting, one.seat)]
              .filter(Boolean)
              .join('　')}
            end={<StatusTag kind={isPresent(one) ? 'ok' : 'line'}>{presenceLabels[one.presence ?? ''] ?? '未到'}</StatusTag>}
            onTap={editable ? () => setSeat(one) : undefined}
          />
        ))}
      </Rows>
      {seat ? <PresenceSheet meeting={meeting} seat={seat} onClose={close} /> : null}
    </Section>
  );
}
