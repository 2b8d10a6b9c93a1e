import { execFile } from 'node:child_process';
import { cp, mkdtemp } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

const root = path.resolve(__dirname, '../..');

/**
 * Before the first test that wants it: the demonstration is seeded once, in a process of its own. Where it lies travels to the
 * test processes in the environment.
 */
export async function prepareDemoStore(): Promise<void> {
  const program = ['--import', 'tsx', 'scripts/demo/make-store.ts'];
  const { stdout } = await promisify(execFile)(process.execPath, program, { cwd: root });
  process.env.TEST_DEMO_STORE = stdout;
}

/** A folder of one's own with the seeded store; to be removed by whoever asked for it. */
export async function copyOfDemoStore(): Promise<string> {
  const store = process.env.TEST_DEMO_STORE;
  if (!store) throw new Error('the demonstration is prepared by the global set-up of the weapp and browser tests');
  const copy = await mkdtemp(path.join(os.tmpdir(), 'member-home-demo-'));
  await cp(store, copy, { recursive: true });
  return copy;
}
