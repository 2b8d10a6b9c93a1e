import { dayOf } from '@shared/dates';
import { birthDateProblem } from '@shared/membership/progress';
import type { Assisted } from './components/signed-paper';

/** Whether a guardian decides for the person, as far as a birth date is filled in. */
export function isChild({ form, assisted, terms }: Assisted, now = new Date()): boolean {
  const birthDate = form.identity?.birthDate;
  return (
    Boolean(assisted?.guardian) ||
    (!!birthDate && birthDateProblem(birthDate, dayOf(now), terms?.onlineAge) === 'age.assistedOnly')
  );
}
