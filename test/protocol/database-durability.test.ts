import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { openDatabase } from '../../emulator/database';
import { temporaryFolder } from './support';

const WRITER = join(__dirname, 'fixtures', 'database-writer.ts');

const collections = [
  {
    name: 'rows',
    access: 'ADMINONLY' as const,
    indexes: [{ name: 'tags', keys: [{ field: 'tags', direction: 1 as const }], multikey: true }],
  },
];

/** Starts a process that writes without end and prints the number of each acknowledged write; kills it after some. */
async function writeUntilKilled(file: string, first: number, acknowledged: number): Promise<number> {
  const child: ChildProcess = spawn(process.execPath, ['--import', 'tsx', WRITER, file, String(first)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  let last = first - 1;
  if (!child.stdout) throw new Error('the writer has no output');
  for await (const line of createInterface({ input: child.stdout })) {
    last = Number(line);
    if (last - first + 1 === acknowledged) child.kill('SIGKILL');
  }
  await ended;
  return last;
}

test('loses no acknowledged write when its process is killed, and keeps indexes in step', async () => {
  const folder = temporaryFolder();
  const file = join(folder.path, 'cloud.sqlite');
  try {
    let last = 0;
    for (const acknowledged of [40, 75, 110]) {
      last = await writeUntilKilled(file, last + 1, acknowledged);
      const database = openDatabase({ file, collections, now: () => 0 });
      const ids = (query: string) => {
        const request = { action: 'database.getDocument', collectionName: 'rows', queryType: 'WHERE', limit: 1000, query };
        const { list } = database.execute(request).body.data as { list: string[] };
        return list.map((text) => (JSON.parse(text) as { _id: string })._id);
      };
      const kept = ids('{}');
      for (let number = 1; number <= last; number += 1) expect(kept).toContain(`r${number}`);
      // A write may have been made durable whose acknowledgement the kill cut off.
      expect([...ids('{"tags":"odd"}'), ...ids('{"tags":"even"}')].sort()).toEqual([...kept].sort());
      last = Math.max(...kept.map((id) => Number(id.slice(1))));
      database.close();
    }
  } finally {
    folder.remove();
  }
});
