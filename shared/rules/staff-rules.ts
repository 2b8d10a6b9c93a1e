import { count } from './measures';
import { rule } from './rule';
import { own } from './sources';

/** Most days that a stand-in can be asked for at once. */
export const delegationDays = rule({
  key: 'staff.delegationDays',
  title: '一次代班最长多久',
  source: own,
  measure: count('days', 1, 180),
  value: 60,
});
