import { ageOn, dayOf } from '../dates';
import { onlineApplicationAge } from '../rules/rules';
import { type DraftForm, formProblems, type SectionName, sectionNames, sectionProblems } from './form';

export const progressStates = ['done', 'started', 'todo'] as const;
export type Progress = Readonly<Record<SectionName, (typeof progressStates)[number]>>;

/**
 * What the calendar has against a birth date: in the future, or too young to apply online (个人信息保护法 第31条).
 * @param birthDate `YYYY-MM-DD`, a day that exists
 * @param today `YYYY-MM-DD` in Asia/Shanghai
 */
export function birthDateProblem(birthDate: string, today: string): 'date.future' | 'age.assistedOnly' | undefined {
  if (birthDate > today) return 'date.future';
  return ageOn(birthDate, today) < onlineApplicationAge.value ? 'age.assistedOnly' : undefined;
}

/**
 * The problems of a section on a given day: those of its schema and those of the calendar. `assisted`: an officer fills it in
 * at the desk, where a child comes with a guardian.
 */
export function sectionProblemsOn(
  section: SectionName,
  form: DraftForm,
  today: string,
  assisted = false,
): Readonly<Record<string, string>> {
  const problems = withBirthDate(sectionProblems(section, form[section]), section === 'identity' ? form : {}, today);
  return assisted ? Object.fromEntries(Object.entries(problems).filter(([, code]) => code !== 'age.assistedOnly')) : problems;
}

/** Every open problem of a form on a given day: what check-your-answers shows and submit refuses. */
export function openProblems(form: DraftForm, today: string): Readonly<Record<string, string>> {
  return withBirthDate(formProblems(form), form, today);
}

/** Section → finished, begun or not begun, as the task list shows it. `now` decides what day it is in Asia/Shanghai. */
export function progressOf(form: DraftForm, now: Date, assisted = false): Progress {
  const today = dayOf(now);
  const entries = sectionNames.map((name) => [name, stateOf(name, form, today, assisted)] as const);
  return Object.fromEntries(entries) as Progress;
}

function stateOf(section: SectionName, form: DraftForm, today: string, assisted: boolean): Progress[SectionName] {
  if (Object.keys(sectionProblemsOn(section, form, today, assisted)).length === 0) return 'done';
  const begun = Object.values(form[section] ?? {}).some((value) => value !== undefined && value.length > 0);
  return begun ? 'started' : 'todo';
}

function withBirthDate(problems: Readonly<Record<string, string>>, form: DraftForm, today: string) {
  const birthDate = form.identity?.birthDate;
  if (!birthDate || problems['identity.birthDate']) return problems;
  const problem = birthDateProblem(birthDate, today);
  return problem ? { ...problems, 'identity.birthDate': problem } : problems;
}
