import { parseArgs } from 'node:util';
import { collections } from '../config/collections';
import { localValue } from '../config/environment';
import { storeAt, storeIn } from './audit/stores';
import { verify } from './audit/verify';

/**
 * `npm run audit:verify -- --data DIR` (a store on disk) or `-- --url http://127.0.0.1:8787` (a running emulator): names what was
 * changed past the program. `JOURNAL_KEY` comes from the environment, else the local-only value. Exit code 1 when something was.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { data: { type: 'string' }, url: { type: 'string' } } });
  process.env.JOURNAL_KEY ??= localValue('JOURNAL_KEY');
  const store = values.url === undefined ? storeIn(values.data ?? '.data') : storeAt(values.url);
  const { rows, records, anchors, findings } = await verify(
    collections.map(({ name }) => name),
    store.read,
    store.exported,
  ).finally(() => store.close());
  for (const { what, problem } of findings) console.log(`${what}: ${problem}`);
  const scope = `${rows} journal rows, ${records} records, ${anchors} anchors`;
  console.log(
    findings.length === 0 ? `Nothing was changed past the program (${scope}).` : `${findings.length} findings in ${scope}.`,
  );
  process.exitCode = findings.length === 0 ? 0 : 1;
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
});
