import { count } from './measures';
import { rule } from './rule';
import { own } from './sources';

/** Hours for which a freed seat is kept for the person in line it was offered to; never beyond the beginning. */
export const offerHours = rule({
  key: 'registration.offerHours',
  title: '候补名额保留多久',
  source: own,
  measure: count('hours', 1, 168),
  value: 24,
});
