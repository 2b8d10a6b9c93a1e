import { Keyring } from '../platform/keyring';
import { DatabaseReader } from '../platform/reader';
import { unsettled } from './seats';
import { graceBefore, tend } from './tend';

/** The timer's part: offers that are overdue, and whatever a crash left half done. */
export async function tendRegistrations(): Promise<{ readonly offerings: number }> {
  const now = new Date();
  const waiting = await unsettled(now, graceBefore(now));
  for (const offering of waiting) await tend(offering, new DatabaseReader(new Keyring()), now);
  return { offerings: waiting.length };
}
