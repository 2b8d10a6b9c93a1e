import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { cloudDefinition } from '../config/cloud';
import { startEmulator } from '../emulator';
import { buildFunctions } from '../scripts/build-functions';
import { seedDemo } from '../scripts/demo';
import type { Row } from './table';
import { costRows, useCaseCosts } from './use-case-cost';

/** Lets the demo's people do what they do, and counts what each of their use cases costs. */
export async function benchUseCases(): Promise<readonly Row[]> {
  const dataDir = await mkdtemp(path.join(os.tmpdir(), 'use-cases-'));
  const definition = cloudDefinition({ functionsDirectory: await buildFunctions() });
  const emulator = await startEmulator({ definition, dataDir, port: 0, timers: 'manual' });
  try {
    await seedDemo(emulator);
    return costRows(useCaseCosts(emulator.functionLog.entries));
  } finally {
    await emulator.close();
    await rm(dataDir, { recursive: true, force: true });
  }
}
