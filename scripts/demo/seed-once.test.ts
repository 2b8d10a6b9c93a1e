import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { discardUnfinished, seedOnce } from './seed-once';

let dataDir: string;
beforeEach(async () => {
  dataDir = await mkdtemp(path.join(os.tmpdir(), 'seed-once-'));
});
afterEach(() => rm(dataDir, { recursive: true, force: true }));

const fill = () => writeFile(path.join(dataDir, 'store'), 'demo');

test('finished demo data is kept at the next start', async () => {
  await seedOnce(dataDir, fill);
  await discardUnfinished(dataDir);
  expect(existsSync(path.join(dataDir, 'store'))).toBe(true);
});

test('demo data that was interrupted is made anew at the next start', async () => {
  const interrupted = fill().then(() => Promise.reject(new Error('stopped')));
  await expect(seedOnce(dataDir, () => interrupted)).rejects.toThrow('stopped');
  await discardUnfinished(dataDir);
  expect(existsSync(dataDir)).toBe(false);
});
