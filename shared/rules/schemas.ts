import * as z from 'zod/mini';
import { text } from '../schema';
import type { MeasureKind, OfKind } from './measures';

const small = z.int().check(z.minimum(1, 'number.tooSmall'), z.maximum(99, 'number.tooLarge'));
const Share = () =>
  z
    .strictObject({ kind: z.enum(['atLeast', 'moreThan'], 'choice.unknown'), numerator: small, denominator: small })
    // More than all of them can never be reached.
    .check(
      z.refine(
        ({ kind, numerator, denominator }) => (kind === 'atLeast' ? numerator <= denominator : numerator < denominator),
        'share.beyondWhole',
      ),
    );

/** `YYYY-MM-DD`, a day that exists. */
const Day = () => z.iso.date('date.notReal');
const inOrder = (days: readonly string[]) => days.every((day, index) => index === 0 || (days[index - 1] ?? '') < day);
const Days = () => z.array(Day()).check(z.maxLength(60, 'list.tooLong'), z.refine(inOrder, 'list.order'));
const isWeekend = (day: string) => [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());

const Year = () =>
  z
    .strictObject({
      year: z.int().check(z.minimum(2024, 'number.tooSmall'), z.maximum(2100, 'number.tooLarge')),
      holidays: Days(),
      workingDays: Days().check(z.refine((days) => days.every(isWeekend), 'date.notWeekend')),
    })
    .check(
      z.refine(({ year, holidays, workingDays }) => [...holidays, ...workingDays].every((day) => day.startsWith(`${year}-`)), {
        error: 'date.otherYear',
        path: ['holidays'],
      }),
      z.refine(({ holidays, workingDays }) => !workingDays.some((day) => holidays.includes(day)), {
        error: 'choice.twice',
        path: ['workingDays'],
      }),
    );

const Letters = () => z.string().check(z.regex(/^[A-Z]{1,8}$/, 'letters.format'));
const Code = () => z.string().check(z.regex(/^[A-Za-z]{1,40}$/, 'choice.unknown'));
const bounded = (min: number, max: number) => z.int().check(z.minimum(min, 'number.tooSmall'), z.maximum(max, 'number.tooLarge'));
const different = (values: readonly unknown[]) => new Set(values).size === values.length;

type Makers = { readonly [K in MeasureKind]: (measure: OfKind<K>) => z.ZodMiniType };

const makers: Makers = {
  count: ({ min, max }) => bounded(min, max),
  validity: ({ max }) => z.nullable(bounded(1, max)),
  choices: ({ of }) =>
    z
      .array(z.enum(of as readonly [string, ...string[]], 'choice.unknown'))
      .check(z.minLength(1, 'required'), z.refine(different, 'choice.twice')),
  texts: ({ atMost, length }) =>
    z.array(text(length)).check(z.maxLength(atMost, 'list.tooLong'), z.refine(different, 'choice.twice')),
  voting: () => z.strictObject({ quorum: Share(), pass: Share(), recused: z.enum(['outOfBase', 'inBase'], 'choice.unknown') }),
  frequency: () =>
    z
      .strictObject({ months: bounded(1, 60), atLeast: bounded(1, 31), atMost: z.nullable(bounded(1, 31)) })
      .check(
        z.refine(({ atLeast, atMost }) => atMost === null || atMost >= atLeast, { error: 'number.tooSmall', path: ['atMost'] }),
      ),
  calendar: () =>
    z.array(Year()).check(
      z.minLength(1, 'required'),
      z.maxLength(10, 'list.tooLong'),
      z.refine((years) => years.every(({ year }, index) => index === 0 || (years[index - 1]?.year ?? 0) < year), 'list.order'),
    ),
  numberFormat: () =>
    z
      .strictObject({ prefix: Letters(), individual: Letters(), unit: Letters(), digits: bounded(4, 8) })
      .check(z.refine(({ individual, unit }) => individual !== unit, { error: 'choice.twice', path: ['unit'] })),
  attachments: () =>
    z.record(Code(), z.array(z.strictObject({ kind: Code(), required: z.boolean() })).check(z.maxLength(12, 'list.tooLong'))),
};

/** The schema of the values that a rule of this measure takes; made when it is asked for. */
export function schemaOf<K extends MeasureKind>(measure: OfKind<K>): z.ZodMiniType {
  return makers[measure.kind as K](measure);
}
