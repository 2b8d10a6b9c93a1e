import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CloudDefinition, FunctionDefinition } from '../../emulator/definition';
import { startEmulator } from '../../emulator/index';
import { fixtureDefinition } from './cloud';

const dataDir = mkdtempSync(join(tmpdir(), 'definition-'));
afterAll(() => rmSync(dataDir, { recursive: true }));

const definition = fixtureDefinition('/nowhere');
const [probe] = definition.functions as [FunctionDefinition];
const change = (more: Partial<FunctionDefinition>): CloudDefinition => ({ ...definition, functions: [{ ...probe, ...more }] });

it.each<[string, CloudDefinition]>([
  ['two functions of one name', { ...definition, functions: [probe, probe] }],
  [
    'more than 50 functions',
    { ...definition, functions: Array.from({ length: 51 }, (_, n) => ({ ...probe, name: `probe${n}` })) },
  ],
  ['a name that is none', change({ name: '../probe' })],
  ['no time at all', change({ timeoutSeconds: 0 })],
  ['more time than the cloud gives', change({ timeoutSeconds: 901 })],
  ['more than 4 KB of environment', change({ environment: { BIG: 'x'.repeat(4096) } })],
  ['a timer that is none', change({ timers: [{ name: 'broken', cron: '99 * * * * * *' }] })],
  [
    'more than 100 collections',
    { ...definition, collections: Array.from({ length: 101 }, (_, n) => ({ name: `c${n}`, access: 'ADMINONLY', indexes: [] })) },
  ],
])('an environment with %s does not start', async (_name, refused) => {
  await expect(startEmulator({ definition: refused, dataDir, port: 0 })).rejects.toThrow();
});

it('says that a port is taken, and leaves the store free for the next try', async () => {
  const empty = { ...definition, functions: [] };
  const first = await startEmulator({ definition: empty, dataDir: join(dataDir, 'first'), port: 0 });
  const again = { definition: empty, dataDir: join(dataDir, 'second') };
  await expect(startEmulator({ ...again, port: first.port })).rejects.toThrow('EADDRINUSE');
  await (await startEmulator({ ...again, port: 0 })).close();
  await first.close();
});
