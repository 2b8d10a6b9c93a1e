import { yearOf } from '@shared/dates';
import type { Calendar, CalendarYear } from '@shared/rules/measures';
import { useState } from 'react';
import { Field } from '../../components/field';
import { TextArea, TextInput } from '../../components/text-input';

/** `1.1—1.3` or `10.10`, each on a line, as days of a year; a line that is neither stays as it is, for the server to name. */
export function daysOf(year: number, text: string): readonly string[] {
  const days = text
    .split(/[\n、，,]/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .flatMap((line) => {
      const match = /^(\d{1,2})[.月](\d{1,2})日?(?:[—-]+(?:(\d{1,2})[.月])?(\d{1,2})日?)?$/.exec(line);
      if (!match) return [line];
      const first = Date.UTC(year, Number(match[1]) - 1, Number(match[2]));
      const last = match[4] ? Date.UTC(year, Number(match[3] ?? match[1]) - 1, Number(match[4])) : first;
      const count = Math.round((last - first) / 86_400_000) + 1;
      if (count < 1 || count > 31) return [line];
      return Array.from({ length: count }, (_, index) => new Date(first + index * 86_400_000).toISOString().slice(0, 10));
    });
  return days.sort();
}

interface CalendarFieldsProps {
  value: Calendar;
  onChange: (value: Calendar) => void;
}

/** One year's notice, added to the years that are known or in the place of the same year. */
export function CalendarFields({ value, onChange }: CalendarFieldsProps) {
  const [known] = useState(value);
  const [year, setYear] = useState(String(yearOf(Date.now()) + 1));
  const [holidays, setHolidays] = useState('');
  const [workingDays, setWorkingDays] = useState('');
  const change = (next: { readonly year: string; readonly holidays: string; readonly workingDays: string }) => {
    const number = Number(next.year);
    const entered: CalendarYear = {
      year: number,
      holidays: daysOf(number, next.holidays),
      workingDays: daysOf(number, next.workingDays),
    };
    onChange([...known.filter((one) => one.year !== number), entered].sort((a, b) => a.year - b.year));
  };
  return (
    <>
      <Field name="year" label="哪一年">
        <TextInput
          keyboard="number"
          maxLength={4}
          value={year}
          onChange={(text) => {
            setYear(text);
            change({ year: text, holidays, workingDays });
          }}
        />
      </Field>
      <Field name="holidays" label="放假的日子" help="一行一段，例如 2月15日—23日 或 1.1—1.3">
        <TextArea
          value={holidays}
          maxLength={400}
          onChange={(text) => {
            setHolidays(text);
            change({ year, holidays: text, workingDays });
          }}
        />
      </Field>
      <Field name="workingDays" label="调休上班的周末" help="一行一天，例如 2月14日" optional>
        <TextArea
          value={workingDays}
          maxLength={200}
          onChange={(text) => {
            setWorkingDays(text);
            change({ year, holidays, workingDays: text });
          }}
        />
      </Field>
    </>
  );
}
