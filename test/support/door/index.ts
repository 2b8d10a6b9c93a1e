import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import * as esbuild from 'esbuild';
import { cloudDefinition } from '../../../config/cloud';
import { platformCollections } from '../../../config/collections';
import type { EnvironmentName } from '../../../config/environment';
import { type Emulator, type EmulatorOptions, startEmulator } from '../../../emulator';
import type { CloudDefinition } from '../../../emulator/definition';
import { root } from '../../../scripts/build-functions';
import { lazyModules } from '../../../scripts/lazy-modules';
import { type Replacement, replaceOnce } from '../../../scripts/replace-once';
import type { Answer } from '../../../shared/contract/answer';
import { newRequestId } from '../cloud';

export interface DoorOptions {
  readonly without?: readonly Replacement[];
  readonly variables?: Readonly<Partial<Record<EnvironmentName, string>>>;
  readonly emulator?: Partial<Omit<EmulatorOptions, 'definition'>>;
}

export interface CallAs {
  readonly requestId?: string;
  readonly actingAs?: string;
  readonly tag?: string;
}

/** The door with a made-up context behind it, on an empty store. */
export interface Door {
  readonly emulator: Emulator;
  /** Everything the functions printed. */
  readonly output: readonly string[];
  /** Calls an endpoint of the made-up context, as the client does; the answer as it comes. */
  call(openid: string, endpoint: string, input: unknown, options?: CallAs): Promise<Answer<Record<string, unknown>>>;
  /** Sends any event. */
  send(event: unknown, openid?: string): Promise<Answer<Record<string, unknown>>>;
  documents(collection: string): Record<string, unknown>[];
  /** Database calls of the newest call of an endpoint. */
  databaseCalls(endpoint: string): readonly string[];
  close(): Promise<void>;
}

const extra: CloudDefinition['collections'] = [
  {
    name: 'things',
    access: 'ADMINONLY',
    indexes: [
      {
        name: 'owner_at',
        keys: [
          { field: 'owner', direction: 1 },
          { field: 'at', direction: -1 },
          { field: '_id', direction: -1 },
        ],
      },
      { name: 'idIndex', keys: [{ field: 'idIndex', direction: 1 }], unique: true },
    ],
  },
  { name: 'tallies', access: 'ADMINONLY', indexes: [] },
];

/** Starts the emulator with the made-up context as `membership` and its reactions in `jobs`. */
export async function openDoor(options: DoorOptions = {}): Promise<Door> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'door-'));
  await bundle(folder, options.without ?? []);
  const whole = cloudDefinition({ functionsDirectory: folder, ...(options.variables && { variables: options.variables }) });
  const functions = whole.functions.filter(({ name }) => ['membership', 'jobs', 'push'].includes(name));
  const definition = { ...whole, functions, collections: [...platformCollections, ...extra] };
  const output: string[] = [];
  const emulator = await startEmulator({
    refuseScans: true,
    timers: 'manual',
    onOutput: (line) => output.push(JSON.stringify(line)),
    ...options.emulator,
    definition,
    dataDir: path.join(folder, 'data'),
    port: 0,
  });
  const send: Door['send'] = async (event, openid) =>
    (await emulator.call('membership', event, openid ? { openid } : {})) as Answer<Record<string, unknown>>;
  return {
    emulator,
    output,
    send,
    async call(openid, endpoint, input, { requestId = newRequestId(), actingAs, tag } = {}) {
      const event = { endpoint: `membership.${endpoint}`, input, requestId, ...(actingAs && { actingAs }) };
      return (await emulator.call('membership', event, { openid, ...(tag && { tag }) })) as Answer<Record<string, unknown>>;
    },
    documents: (collection) => emulator.database.documents(collection) as Record<string, unknown>[],
    databaseCalls(endpoint) {
      const entry = emulator.functionLog.entries.filter((each) => each.endpoint === `membership.${endpoint}`).at(-1);
      return (entry?.calls ?? []).map(({ action, collection }) =>
        `${action.replace('database.', '')} ${collection ?? ''}`.trim(),
      );
    },
    async close() {
      await emulator.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function bundle(folder: string, without: readonly Replacement[]): Promise<void> {
  const edits = replaceOnce(root, without);
  const entries = {
    membership: 'test/support/door/membership.ts',
    jobs: 'test/support/door/jobs.ts',
    push: 'cloudfunctions/push/index.ts',
  };
  await Promise.all(
    Object.entries(entries).map(async ([name, entry]) => {
      await esbuild.build({
        entryPoints: [path.join(root, entry)],
        outfile: path.join(folder, name, 'index.js'),
        absWorkingDir: root,
        bundle: true,
        minify: true,
        platform: 'node',
        target: 'node18',
        format: 'cjs',
        logLevel: 'silent',
        plugins: [edits.plugin, lazyModules],
      });
      await writeFile(path.join(folder, name, 'package.json'), '{ "main": "index.js" }');
    }),
  );
  edits.assertAllUsed();
}
