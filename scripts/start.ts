import path from 'node:path';
import { runUntilStopped } from '../emulator/cli';
import { appOptions } from './app-options';
import { demoPeople, seedDemo } from './demo';
import { discardUnfinished, seedOnce } from './demo/seed-once';

/**
 * `npm start`: builds what is stale, starts the local cloud with the browser build at `/`, fills an empty store with invented
 * people, and says who one can sign in as. Environment: `PORT` (default 8787), `DATA_DIR` (default `.data`).
 */
async function main(): Promise<void> {
  const port = Number(process.env.PORT ?? 8787);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new RangeError(`PORT must be a number, not ${process.env.PORT}`);
  const dataDir = path.resolve(process.env.DATA_DIR ?? '.data');
  await discardUnfinished(dataDir);
  const emulator = await runUntilStopped(await appOptions({ port, dataDir, people: demoPeople }));
  const isEmpty = emulator.database.collections.every((name) => emulator.database.count(name) === 0);
  if (isEmpty) await seedOnce(dataDir, () => seedDemo(emulator));
  const people = demoPeople.map(({ openid, name, note }) => `  ${openid.padEnd(24)} ${name}  ${note}`);
  console.log(`会员之家: ${emulator.url}\nSign in: ${emulator.url}/__sign-in\n${people.join('\n')}`);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
