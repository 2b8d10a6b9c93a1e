import { clockTime, dayOf } from '@shared/dates';
import { useState } from 'react';
import { DateInput } from '../../components/date-input';
import type { FormError } from '../../components/error-summary';
import { Field } from '../../components/field';
import { TextInput } from '../../components/text-input';

/** `2026-11-27` and `14:30` in Shanghai as an instant; undefined while either is unfinished. */
function instantOf(day: string, time: string): string | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || !/^([01]\d|2[0-3])[:：][0-5]\d$/.test(time)) return undefined;
  return new Date(`${day}T${time.replace('：', ':')}:00+08:00`).toISOString();
}

interface MomentDraft {
  readonly day: string;
  readonly time: string;
  readonly setDay: (day: string) => void;
  readonly setTime: (time: string) => void;
  readonly at: string | undefined;
  /** What is missing or wrong, at the fields `day` and `time`. */
  readonly errors: readonly FormError[];
}

/** A day and a time of day as they are typed. */
export function useMoment(initial?: string): MomentDraft {
  const [day, setDay] = useState(initial ? dayOf(initial) : '');
  const [time, setTime] = useState(initial ? clockTime(initial) : '14:30');
  const at = instantOf(day, time);
  const missing = day ? [] : [{ name: 'day', text: '请选择开会日期' }];
  const wrong = at || !day ? [] : [{ name: 'time', text: '时间的写法如 14:30' }];
  return { day, time, setDay, setTime, at, errors: [...missing, ...wrong] };
}

/** Day and time, with what is wrong at each. */
export function MomentFields({ moment, errorAt }: { moment: MomentDraft; errorAt: (name: string) => string | undefined }) {
  return (
    <>
      <Field name="day" label="日期" error={errorAt('day')}>
        <DateInput value={moment.day} onChange={moment.setDay} />
      </Field>
      <Field name="time" label="时间" error={errorAt('time')}>
        <TextInput value={moment.time} onChange={moment.setTime} maxLength={5} />
      </Field>
    </>
  );
}
