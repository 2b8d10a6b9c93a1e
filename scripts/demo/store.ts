import { existsSync } from 'node:fs';
import { cp, mkdtemp, rename, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { cloudDefinition } from '../../config/cloud';
import { startEmulator } from '../../emulator';
import { dayOf } from '../../shared/dates';
import { buildFunctions, root } from '../build-functions';
import { fingerprint } from '../fingerprint';
import { seedDemo } from './index';

const cache = path.join(root, '.cache/demo');

/** The demonstration's story is told from today on, so a store is as good as its sources and its day. */
async function storeOfToday(): Promise<string> {
  const inputs = ['cloudfunctions', 'shared', 'config', 'emulator', 'scripts', 'package-lock.json'];
  return path.join(cache, `${dayOf(Date.now())}-${(await fingerprint(root, inputs)).slice(0, 16)}`);
}

/**
 * Seeds the demonstration once for all who want a copy of it; does nothing when there is one of these sources and this day.
 *
 * @returns the folder
 */
export async function makeDemoStore(): Promise<string> {
  const store = await storeOfToday();
  if (existsSync(store)) return store;
  const draft = await mkdtemp(path.join(os.tmpdir(), 'member-home-demo-'));
  const definition = cloudDefinition({ functionsDirectory: await buildFunctions() });
  const emulator = await startEmulator({ definition, dataDir: draft, port: 0, timers: 'manual', refuseScans: true });
  try {
    await seedDemo(emulator);
  } finally {
    await emulator.close();
  }
  await rm(cache, { recursive: true, force: true });
  await cp(draft, `${store}.part`, { recursive: true });
  await rename(`${store}.part`, store);
  await rm(draft, { recursive: true });
  return store;
}
