import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { cliOptions } from '../../emulator/cli';
import { buildFixtures } from '../protocol/cloud';

let folder: string;
let dataDir: string;

beforeAll(() => {
  folder = buildFixtures();
  dataDir = mkdtempSync(join(tmpdir(), 'killed-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
  rmSync(dataDir, { recursive: true });
});

interface Running {
  readonly url: string;
  readonly process: ChildProcess;
  end(signal: NodeJS.Signals): Promise<number | null>;
}

async function start(): Promise<Running> {
  const program = join(__dirname, 'fixtures/serve.ts');
  const child = spawn(
    process.execPath,
    ['--require', require.resolve('tsx/cjs'), program, folder, '--port', '0', '--data', dataDir],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  for await (const line of createInterface(child.stdout)) {
    const url = /http:\/\/[\d.]+:\d+/.exec(line)?.[0];
    if (url === undefined) continue;
    const end = async (signal: NodeJS.Signals): Promise<number | null> => {
      const exit = once(child, 'exit');
      child.kill(signal);
      const [code] = (await exit) as [number | null];
      return code;
    };
    return { url, process: child, end };
  }
  throw new Error('the emulator ended before it answered');
}

async function call(url: string, event: Record<string, unknown>): Promise<unknown> {
  const response = await fetch(`${url}/functions/probe`, { method: 'POST', body: JSON.stringify(event) });
  const { result } = (await response.json()) as { result?: unknown };
  return result;
}

/** What the callers were told has been done. */
interface Acknowledged {
  readonly documents: Set<string>;
  readonly files: string[];
  transactions: number;
}

/** Writes in every way from many callers at once until the process is gone; it is killed after `kills` acknowledged writes. */
async function writeUntilKilled(running: Running, acknowledged: Acknowledged, round: number, kill: number): Promise<void> {
  let done = 0;
  const acknowledge = (): void => {
    done += 1;
    if (done === kill) running.process.kill('SIGKILL');
  };
  const caller = async (number: number): Promise<void> => {
    for (let step = 0; ; step += 1) {
      const id = `${round}-${number}-${step}`;
      await call(running.url, { do: 'put', collection: 'trail', id, data: { step } });
      acknowledged.documents.add(id);
      acknowledge();
      if ((await call(running.url, { do: 'transact', id: `total-${number}`, report: true })) === 'committed')
        acknowledged.transactions += 1;
      const { fileID } = (await call(running.url, { do: 'upload', path: `${id}.txt`, text: id })) as { fileID: string };
      acknowledged.files.push(fileID);
      acknowledge();
    }
  };
  await Promise.allSettled(Array.from({ length: 8 }, (_, number) => caller(number)));
}

async function documentsOf(url: string, ids: Iterable<string>): Promise<readonly unknown[]> {
  const missing: unknown[] = [];
  for (const id of ids) {
    const found = (await call(url, { do: 'get', collection: 'trail', id, report: true })) as { data?: unknown };
    if (found.data === undefined) missing.push(id);
  }
  return missing;
}

it('loses no acknowledged write when it is killed under load, three times over', async () => {
  const acknowledged: Acknowledged = { documents: new Set(), files: [], transactions: 0 };
  let running = await start();
  for (let number = 0; number < 8; number += 1) {
    await call(running.url, { do: 'put', collection: 'counters', id: `total-${number}`, data: { value: 0 } });
  }
  for (let round = 0; round < 3; round += 1) {
    const gone = once(running.process, 'exit');
    await writeUntilKilled(running, acknowledged, round, 60);
    await gone;
    running = await start();
  }
  expect(acknowledged.documents.size).toBeGreaterThan(60);
  expect(await documentsOf(running.url, acknowledged.documents)).toEqual([]);
  for (const fileID of acknowledged.files) {
    expect(await call(running.url, { do: 'download', fileID })).toBe(/([^/]+)\.txt$/.exec(fileID)?.[1]);
  }
  const totals = await (await fetch(`${running.url}/__control/collections/counters`)).json();
  const total = (totals as { value: number }[]).reduce((sum, { value }) => sum + value, 0);
  // A write that was done but not acknowledged may be there as well: at most one of each caller in each round.
  expect(total).toBeGreaterThanOrEqual(acknowledged.transactions);
  expect(total).toBeLessThanOrEqual(acknowledged.transactions + 3 * 8);
  expect(await running.end('SIGTERM')).toBe(0);
  // Four starts of a process, on a machine that does other things as well.
}, 180_000);

describe('the command line', () => {
  it('takes port and folder', () => {
    expect(cliOptions(['--port', '9000', '--data', '/tmp/x'])).toEqual({ port: 9000, dataDir: '/tmp/x' });
    expect(cliOptions([])).toMatchObject({ port: 8788 });
  });

  it('refuses a port that is none', () => {
    expect(() => cliOptions(['--port', '70000'])).toThrow('--port must be a number');
  });
});
