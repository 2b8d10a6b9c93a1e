/**
 * What the value of a rule is measured in, as plain data: the server makes the schema of it (`schemas.ts`), the rule centre the
 * form and the words. Pages that only need a default bundle no schema.
 */

/** `atLeast`: numerator/denominator or more (以上 includes the number itself); `moreThan`: strictly more. */
export interface Share {
  readonly kind: 'atLeast' | 'moreThan';
  readonly numerator: number;
  readonly denominator: number;
}

export interface VotingRule {
  /** Share of the seats that must be present. */
  readonly quorum: Share;
  /** Share of those present that must approve. */
  readonly pass: Share;
  /** Whether a recused seat, which counts for the quorum, is among those of whom the share is taken. */
  readonly recused: 'outOfBase' | 'inBase';
}

/** How often a body should meet: `atLeast` (to `atMost`) times in `months` months. Staff are warned, nothing is blocked. */
export interface Frequency {
  readonly months: number;
  readonly atLeast: number;
  readonly atMost: number | null;
}

/** A year of the calendar: what the State Council's notice makes of its days. All are `YYYY-MM-DD`. */
export interface CalendarYear {
  readonly year: number;
  /** Days off, weekends among them or not. */
  readonly holidays: readonly string[];
  /** Saturdays and Sundays on which people work 调休. */
  readonly workingDays: readonly string[];
}

/** The years of which a notice is known, in order. */
export type Calendar = readonly CalendarYear[];

/** Letters around the running number of a member: `JSCF-G-2026-00001-7`. */
export interface NumberFormat {
  readonly prefix: string;
  readonly individual: string;
  readonly unit: string;
  /** Least digits of the running number. */
  readonly digits: number;
}

/** Kind of attachment by category of unit, and whether it can be left out. */
export type AttachmentLists = Readonly<Record<string, readonly { readonly kind: string; readonly required: boolean }[]>>;

export const countUnits = ['years', 'months', 'days', 'workingDays', 'hours', 'times'] as const;
export type CountUnit = (typeof countUnits)[number];

export type AnyMeasure =
  | { readonly kind: 'count'; readonly unit: CountUnit; readonly min: number; readonly max: number }
  /** Months, or null: without end. */
  | { readonly kind: 'validity'; readonly max: number }
  | { readonly kind: 'choices'; readonly of: readonly string[] }
  | { readonly kind: 'texts'; readonly atMost: number; readonly length: number }
  | { readonly kind: 'voting' }
  | { readonly kind: 'frequency' }
  | { readonly kind: 'calendar' }
  | { readonly kind: 'numberFormat' }
  | { readonly kind: 'attachments' };

/** What the value of each kind of measure is. */
export interface RuleValues {
  readonly count: number;
  readonly validity: number | null;
  readonly choices: readonly string[];
  readonly texts: readonly string[];
  readonly voting: VotingRule;
  readonly frequency: Frequency;
  readonly calendar: Calendar;
  readonly numberFormat: NumberFormat;
  readonly attachments: AttachmentLists;
}
export type MeasureKind = keyof RuleValues;
export type OfKind<K extends MeasureKind> = Extract<AnyMeasure, { readonly kind: K }>;

declare const valueType: unique symbol;
/** A measure of values of type `T`. */
export type Measure<T> = AnyMeasure & { readonly [valueType]?: T };

/** A whole number of days, years … within bounds. */
export const count = (unit: CountUnit, min: number, max: number): Measure<number> => ({ kind: 'count', unit, min, max });
/** Months that something holds, or null: without end. */
export const validity = (max: number): Measure<number | null> => ({ kind: 'validity', max });
/** One or more of the codes. */
export const choicesOf = <T extends string>(of: readonly T[]): Measure<readonly T[]> => ({ kind: 'choices', of });
/** At most `atMost` texts of at most `length` characters. */
export const texts = (atMost: number, length: number): Measure<readonly string[]> => ({ kind: 'texts', atMost, length });
export const voting: Measure<VotingRule> = { kind: 'voting' };
export const frequency: Measure<Frequency> = { kind: 'frequency' };
export const calendarYears: Measure<Calendar> = { kind: 'calendar' };
export const numberFormat: Measure<NumberFormat> = { kind: 'numberFormat' };
export const attachmentLists: Measure<AttachmentLists> = { kind: 'attachments' };
