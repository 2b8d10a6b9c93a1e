import { localValue } from '../../config/environment';
import type { Emulator } from '../../emulator';
import type { Finding } from '../../scripts/audit/report';
import { verify } from '../../scripts/audit/verify';

/** What the verifier finds in a running store; nothing, unless somebody changed it past the program. */
export async function auditOf(emulator: Emulator): Promise<readonly Finding[]> {
  process.env.JOURNAL_KEY ??= localValue('JOURNAL_KEY');
  const { findings } = await verify(emulator.database.collections, (name) =>
    Promise.resolve(emulator.database.documents(name) as never),
  );
  return findings;
}
