import { technicalMonths } from '../../../shared/rules/rules';
import { sweepNotes as sweep } from '../../platform/housekeeping';
import { Keyring } from '../../platform/keyring';
import { DatabaseReader } from '../../platform/reader';
import { rulesOf } from '../../rules';

/** The timer's part: notes of refusals, messages and used acceptances go when the rule says so. */
export async function sweepNotes() {
  const now = new Date();
  const months = (await rulesOf(new DatabaseReader(new Keyring()), now))(technicalMonths).value;
  const before = new Date(now);
  before.setUTCMonth(before.getUTCMonth() - months);
  return sweep(before);
}
