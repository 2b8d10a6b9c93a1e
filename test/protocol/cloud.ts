import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import type { CloudDefinition, CollectionDefinition, FunctionDefinition } from '../../emulator/definition';
import { type Emulator, type EmulatorOptions, startEmulator } from '../../emulator/index';

/** Builds the fixture functions once per test file. @returns the folder that holds `<name>/index.js`. */
export function buildFixtures(): string {
  const folder = mkdtempSync(join(tmpdir(), 'fixtures-'));
  buildSync({
    entryPoints: [
      { in: join(__dirname, 'fixtures/probe.ts'), out: 'probe/index' },
      { in: join(__dirname, 'fixtures/push.ts'), out: 'push/index' },
    ],
    outdir: folder,
    bundle: true,
    platform: 'node',
    target: 'node18',
    format: 'cjs',
    minify: true,
    logLevel: 'error',
  });
  return folder;
}

function functionOf(folder: string, name: string, bundle: string, more: Partial<FunctionDefinition> = {}): FunctionDefinition {
  return {
    name,
    directory: join(folder, bundle),
    timeoutSeconds: 10,
    memoryMB: 256,
    timers: [],
    openapi: [],
    environment: {},
    ...more,
  };
}

function collection(name: string): CollectionDefinition {
  return { name, access: 'ADMINONLY', indexes: [] };
}

const allOpenapi = [
  'subscribeMessage.send',
  'security.msgSecCheck',
  'security.mediaCheckAsync',
  'phonenumber.getPhoneNumber',
  'wxacode.getUnlimited',
];

/** An environment with a function `probe`, one `poor` without permissions and little time and memory, and one `push`. */
export function fixtureDefinition(folder: string): CloudDefinition {
  return {
    envId: 'local-test',
    appId: 'wx0000000000000001',
    collections: ['trail', 'counters', 'received'].map(collection),
    functions: [
      functionOf(folder, 'probe', 'probe', { openapi: allOpenapi, environment: { GREETING: 'hello' } }),
      functionOf(folder, 'poor', 'probe', { timeoutSeconds: 1, memoryMB: 32 }),
      functionOf(folder, 'push', 'push', { timers: [{ name: 'nightly', cron: '0 30 2 * * * *' }] }),
    ],
  };
}

export interface TestCloud {
  readonly emulator: Emulator;
  /** Calls `probe`. */
  probe(event: Record<string, unknown>, openid?: string): Promise<unknown>;
  close(): Promise<void>;
}

/** Starts an emulator on a free port with an empty store. */
export async function startCloud(folder: string, options: Partial<EmulatorOptions> = {}): Promise<TestCloud> {
  const dataDir = mkdtempSync(join(tmpdir(), 'cloud-'));
  const emulator = await startEmulator({ definition: fixtureDefinition(folder), dataDir, port: 0, timers: 'manual', ...options });
  return {
    emulator,
    probe: (event, openid = 'o-tester') => emulator.call('probe', event, { openid }),
    async close() {
      await emulator.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
