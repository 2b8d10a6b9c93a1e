import { dayOf } from '../../../shared/dates';
import { isCalendarDate } from '../../../shared/identity/id-number';
import { type ComplianceCheck, checksOf, isResultOf, isVeto, latestByCheck } from '../../../shared/membership/compliance';
import type { ComplianceView } from '../../../shared/membership/endpoints';
import { AppError } from '../../platform/errors';

/** What one look-up of a unit in a public list found. Days are `YYYY-MM-DD` in Asia/Shanghai. */
export interface ComplianceEntry {
  readonly check: ComplianceCheck;
  readonly result: string;
  readonly source: string;
  readonly checkedAt: string;
  /** Of an assessment: the last day on which it holds. */
  readonly expiresAt?: string;
  readonly note?: string;
  readonly file?: string;
  readonly at: Date;
  readonly by: string;
}

/** What an officer notes of a look-up, as it comes in. */
export interface Found extends Omit<ComplianceEntry, 'at' | 'by' | 'expiresAt' | 'note' | 'file'> {
  readonly expiresAt?: string | undefined;
  readonly note?: string | undefined;
  readonly file?: string | undefined;
}

/**
 * A look-up as it is kept.
 *
 * @throws request.invalid for a result that this list cannot give, a day to come, an assessment without its end
 */
export function entryOf(found: Found, category: string | undefined, by: string, now: Date): ComplianceEntry {
  const { check, result, source, checkedAt, expiresAt, note, file } = found;
  const graded = check === 'assessment' && result !== 'none';
  const problems: Record<string, string> = {};
  if (!checksOf(category).includes(check)) problems.check = 'choice.unknown';
  if (!isResultOf(check, result)) problems.result = 'compliance.result';
  if (!isCalendarDate(checkedAt)) problems.checkedAt = 'date.notReal';
  else if (checkedAt > dayOf(now)) problems.checkedAt = 'date.future';
  if (graded ? !expiresAt || !isCalendarDate(expiresAt) || expiresAt < checkedAt : expiresAt !== undefined)
    problems.expiresAt = 'compliance.expiry';
  if (Object.keys(problems).length > 0) throw new AppError('request.invalid', { fields: problems });
  return {
    check,
    result,
    source,
    checkedAt,
    ...(expiresAt && { expiresAt }),
    ...(note && { note }),
    ...(file && { file }),
    at: now,
    by,
  };
}

/** Whether the newest look-up in the list of dishonest units found the applicant there. */
export const isVetoed = (entries: readonly ComplianceEntry[] = []): boolean => [...latestByCheck(entries).values()].some(isVeto);

const dayInMs = 24 * 3600 * 1000;
const addDays = (day: string, days: number): string => dayOf(Date.parse(`${day}T00:00:00+08:00`) + days * dayInMs);

/** The last day on which a result counts: so many days after the look-up, or the day an assessment ends when that is sooner. */
export function goodUntil({ checkedAt, expiresAt }: ComplianceEntry, maxAgeDays: number): string {
  const old = addDays(checkedAt, maxAgeDays);
  return expiresAt !== undefined && expiresAt < old ? expiresAt : old;
}

/** What keeps a unit of a category from being recommended: `compliance.<check>` → code. */
export function complianceProblems(
  category: string | undefined,
  entries: readonly ComplianceEntry[] = [],
  maxAgeDays: number,
  now: Date,
): Readonly<Record<string, string>> {
  const latest = latestByCheck(entries);
  const problems = checksOf(category).flatMap((check): readonly (readonly [string, string])[] => {
    const entry = latest.get(check);
    if (!entry) return [[`compliance.${check}`, 'compliance.missing']];
    return goodUntil(entry, maxAgeDays) < dayOf(now) ? [[`compliance.${check}`, 'compliance.outdated']] : [];
  });
  return Object.fromEntries(problems);
}

/** Files that stand for look-ups. */
export const filesOf = (entries: readonly ComplianceEntry[] = []): readonly string[] => entries.flatMap(({ file }) => file ?? []);

/** What staff see of a unit's look-ups: those that its category needs, each with its results, newest first. */
export function presentCompliance(
  category: string | undefined,
  entries: readonly ComplianceEntry[] = [],
  { maxAgeDays, now, nameOf, urlOf }: { maxAgeDays: number; now: Date; nameOf: (id: string) => string; urlOf: UrlOf },
): ComplianceView {
  return checksOf(category).map((check) => {
    const own = entries.filter((entry) => entry.check === check).reverse();
    const [newest] = own;
    const until = newest ? goodUntil(newest, maxAgeDays) : null;
    return {
      check,
      state: !newest || until === null ? 'missing' : isVeto(newest) ? 'veto' : until < dayOf(now) ? 'outdated' : 'current',
      goodUntil: until,
      entries: own.map(({ check: _check, expiresAt, note, file, at, by, ...told }) => ({
        ...told,
        check,
        expiresAt: expiresAt ?? null,
        note: note ?? null,
        fileUrl: urlOf(file),
        recordedAt: at.toISOString(),
        by: nameOf(by),
      })),
    };
  });
}

/** The short-lived address of a file. */
export type UrlOf = (file: string | undefined) => string | null;
