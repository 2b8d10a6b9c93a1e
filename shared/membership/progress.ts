import { ageOn, dayOf } from '../dates';
import type { AttachmentLists } from '../rules/measures';
import { onlineApplicationAge } from '../rules/rules';
import { type DraftForm, formProblems, type MemberKind, type SectionName, sectionProblems, sectionsOf } from './form';

export const progressStates = ['done', 'started', 'todo'] as const;
export type Progress = Readonly<Partial<Record<SectionName, (typeof progressStates)[number]>>>;

/**
 * What the calendar has against a birth date: in the future, or too young to apply online (个人信息保护法 第31条).
 * @param birthDate `YYYY-MM-DD`, a day that exists
 * @param today `YYYY-MM-DD` in Asia/Shanghai
 * @param from age from which one applies online, as the rule in force has it; version 1 of the rule when left out
 */
export function birthDateProblem(
  birthDate: string,
  today: string,
  from = onlineApplicationAge.value,
): 'date.future' | 'age.assistedOnly' | undefined {
  if (birthDate > today) return 'date.future';
  return ageOn(birthDate, today) < from ? 'age.assistedOnly' : undefined;
}

/** Code of what is wrong with a day that exists; undefined when nothing is. */
type DayCheck = (value: string, today: string, onlineFrom: number | undefined) => string | undefined;

/** Fields that the calendar decides on. */
const dayChecks: Readonly<Record<string, DayCheck>> = {
  'identity.birthDate': birthDateProblem,
  'unit.foundedOn': (day, today) => (day > today ? 'date.future' : undefined),
  'profile.inspectionYear': (year, today) => (year > today.slice(0, 4) ? 'date.future' : undefined),
};

/**
 * The problems of a section on a given day: those of its schema, of the unit's category and of the calendar.
 *
 * @param onlineFrom age from which one applies online, see `birthDateProblem`; 0 at the desk, where a child comes with a guardian
 */
export function sectionProblemsOn(
  section: SectionName,
  form: DraftForm,
  today: string,
  lists?: AttachmentLists,
  onlineFrom?: number,
): Readonly<Record<string, string>> {
  return withCalendar(sectionProblems(section, form, lists), [section], form, { today, onlineFrom });
}

/**
 * Every open problem of a form on a given day: what check-your-answers shows and submit refuses.
 *
 * @param lists papers by category, as the rule in force has them; version 1 of the rule when left out
 */
export function openProblems(
  kind: MemberKind,
  form: DraftForm,
  today: string,
  lists?: AttachmentLists,
  onlineFrom?: number,
): Readonly<Record<string, string>> {
  return withCalendar(formProblems(kind, form, lists), sectionsOf(kind), form, { today, onlineFrom });
}

/** Section → finished, begun or not begun, as the task list shows it. `now` decides what day it is in Asia/Shanghai. */
export function progressOf(kind: MemberKind, form: DraftForm, now: Date, lists?: AttachmentLists, onlineFrom?: number): Progress {
  const today = dayOf(now);
  const entries = sectionsOf(kind).map((name) => {
    const problems = sectionProblemsOn(name, form, today, lists, onlineFrom);
    return [name, stateOf(form[name], problems)] as const;
  });
  return Object.fromEntries(entries);
}

function stateOf(values: DraftForm[SectionName], problems: Readonly<Record<string, string>>) {
  if (Object.keys(problems).length === 0) return 'done';
  const begun = Object.values(values ?? {}).some((value) => value !== undefined && value.length > 0);
  return begun ? 'started' : 'todo';
}

function withCalendar(
  problems: Readonly<Record<string, string>>,
  of: readonly SectionName[],
  form: DraftForm,
  { today, onlineFrom }: { readonly today: string; readonly onlineFrom: number | undefined },
) {
  const more = Object.entries(dayChecks).flatMap(([path, check]) => {
    const [section = '', field = ''] = path.split('.');
    const values: Readonly<Record<string, unknown>> = form[section as SectionName] ?? {};
    const value = values[field];
    if (!(of as readonly string[]).includes(section) || typeof value !== 'string' || value === '' || problems[path]) return [];
    const code = check(value, today, onlineFrom);
    return code === undefined ? [] : [[path, code] as const];
  });
  return more.length === 0 ? problems : { ...problems, ...Object.fromEntries(more) };
}
