import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import type { CloudDefinition } from './definition';
import { type Emulator, startEmulator } from './index';

export interface EmulatorBench {
  /** From nothing to answering on an empty store, in ms (median of five, modules already loaded). */
  readonly readyMilliseconds: number;
  /** One `doc().get()` of the SDK in a function, over HTTP, in ms (median). */
  readonly singleGetMilliseconds: number;
  /** One call of a warm function that does nothing, over HTTP, in ms (median). */
  readonly callMilliseconds: number;
  /** First call of a function: worker, bundle, SDK, answer, in ms. */
  readonly coldCallMilliseconds: number;
  /** 500 callers at once, each reading one document, until the last has its answer, in ms. */
  readonly fiveHundredCallersMilliseconds: number;
}

/** A function that reads one document `times` times and says how long each took. */
const PROBE = `
const cloud = require('wx-server-sdk');
cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV });
const document = cloud.database().collection('rows').doc('one');
exports.main = async ({ times = 0 }) => {
  const took = [];
  for (let round = 0; round < times; round += 1) {
    const start = performance.now();
    await document.get();
    took.push(performance.now() - start);
  }
  return took;
};
`;

/** Measures the emulator in a temporary folder. Prints nothing. */
export async function benchEmulator(): Promise<EmulatorBench> {
  const folder = mkdtempSync(join(tmpdir(), 'emulator-bench-'));
  const definition = probeDefinition(folder);
  try {
    const readyMilliseconds = await timeToReady(definition, folder);
    const emulator = await startEmulator({ definition, dataDir: join(folder, 'data'), port: 0, timers: 'manual' });
    try {
      return { readyMilliseconds, ...(await calls(emulator)) };
    } finally {
      await emulator.close();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function probeDefinition(folder: string): CloudDefinition {
  const directory = join(folder, 'probe');
  mkdirSync(directory);
  writeFileSync(join(folder, 'probe.js'), PROBE);
  buildSync({
    entryPoints: [join(folder, 'probe.js')],
    outfile: join(directory, 'index.js'),
    // The probe lies outside of the project; its SDK is the project's.
    nodePaths: [join(__dirname, '../node_modules')],
    bundle: true,
    platform: 'node',
    target: 'node18',
    format: 'cjs',
    minify: true,
    logLevel: 'error',
  });
  return {
    envId: 'bench',
    appId: 'wx0000000000000000',
    collections: [{ name: 'rows', access: 'ADMINONLY', indexes: [] }],
    functions: [{ name: 'probe', directory, timeoutSeconds: 60, memoryMB: 256, timers: [], openapi: [], environment: {} }],
  };
}

async function timeToReady(definition: CloudDefinition, folder: string): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < 5; round += 1) {
    const start = performance.now();
    const emulator = await startEmulator({ definition, dataDir: join(folder, `empty-${round}`), port: 0, timers: 'manual' });
    await fetch(`${emulator.url}/healthz`);
    times.push(performance.now() - start);
    await emulator.close();
  }
  return median(times);
}

async function calls(emulator: Emulator): Promise<Omit<EmulatorBench, 'readyMilliseconds'>> {
  emulator.database.bulkLoad('rows', [{ _id: 'one', value: 1 }]);
  const call = async (event: object): Promise<readonly number[]> => {
    const response = await fetch(`${emulator.url}/functions/probe`, {
      method: 'POST',
      headers: { 'x-wx-openid': 'o-bench' },
      body: JSON.stringify(event),
    });
    return ((await response.json()) as { result: readonly number[] }).result;
  };
  const coldCallMilliseconds = await timed(() => call({}));
  const singleGetMilliseconds = median(await call({ times: 500 }));
  const warm: number[] = [];
  for (let round = 0; round < 200; round += 1) warm.push(await timed(() => call({})));
  const fiveHundredCallersMilliseconds = await timed(() => Promise.all(Array.from({ length: 500 }, () => call({ times: 1 }))));
  return { coldCallMilliseconds, singleGetMilliseconds, callMilliseconds: median(warm), fiveHundredCallersMilliseconds };
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
