import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import * as esbuild from 'esbuild';
import { cloudDefinition } from '../../../config/cloud';
import { platformCollections } from '../../../config/collections';
import type { EnvironmentName } from '../../../config/environment';
import { type Emulator, type EmulatorOptions, startEmulator } from '../../../emulator';
import type { CloudDefinition } from '../../../emulator/definition';
import { root } from '../../../scripts/build-functions';
import { fingerprint } from '../../../scripts/fingerprint';
import { lazyModules } from '../../../scripts/lazy-modules';
import { type Replacement, replaceOnce } from '../../../scripts/replace-once';
import type { RoleGrant } from '../../../shared/access/roles';
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
  /** Where its store lies, and the collections in it. */
  readonly dataDir: string;
  readonly collections: CloudDefinition['collections'];
  /** Everything the functions printed. */
  readonly output: readonly string[];
  /** Calls an endpoint of the made-up context, as the client does; the answer as it comes. */
  call(openid: string, endpoint: string, input: unknown, options?: CallAs): Promise<Answer<Record<string, unknown>>>;
  /** Makes a record of the person and answers its id. */
  thingOf(openid: string, idNumber: string): Promise<string>;
  /** Sends any event. */
  send(event: unknown, openid?: string): Promise<Answer<Record<string, unknown>>>;
  documents(collection: string): Record<string, unknown>[];
  /** Writes an account past the door: roles are nobody's to give in the made-up context. */
  person(openid: string, fields: { readonly grants?: readonly RoleGrant[]; readonly represents?: readonly string[] }): void;
  /** Runs a timer by hand and answers what it counted. */
  fire(timer: string): Promise<unknown>;
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
  const functionsDirectory = await bundle(options.without ?? []);
  const whole = cloudDefinition({ functionsDirectory, ...(options.variables && { variables: options.variables }) });
  const functions = whole.functions.filter(({ name }) => ['membership', 'jobs', 'push'].includes(name));
  const definition = { ...whole, functions, collections: [...platformCollections, ...extra] };
  const output: string[] = [];
  const dataDir = options.emulator?.dataDir ?? path.join(folder, 'data');
  const emulator = await startEmulator({
    refuseScans: true,
    timers: 'manual',
    onOutput: (line) => output.push(JSON.stringify(line)),
    ...options.emulator,
    definition,
    dataDir,
    port: 0,
  });
  const send: Door['send'] = async (event, openid) =>
    (await emulator.call('membership', event, openid ? { openid } : {})) as Answer<Record<string, unknown>>;
  const call: Door['call'] = async (openid, endpoint, input, { requestId = newRequestId(), actingAs, tag } = {}) => {
    const event = { endpoint: `membership.${endpoint}`, input, requestId, ...(actingAs && { actingAs }) };
    return (await emulator.call('membership', event, { openid, ...(tag && { tag }) })) as Answer<Record<string, unknown>>;
  };
  return {
    emulator,
    dataDir,
    collections: definition.collections,
    output,
    send,
    call,
    async thingOf(openid, idNumber) {
      const created = await call(openid, 'create', { title: '春天', idNumber });
      if (!created.ok) throw new Error(JSON.stringify(created));
      return String(created.data.id);
    },
    documents: (collection) => emulator.database.documents(collection) as Record<string, unknown>[],
    person: (openid, { grants = [], represents = [] }) => putAccount(emulator, openid, { openid, grants, represents }),
    async fire(timer) {
      const outcome = await emulator.timers.fire('jobs', timer);
      if (!outcome.ok) throw new Error(outcome.error.message);
      return JSON.parse(outcome.result) as unknown;
    },
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

/** Sets an account: made when missing, replaced when there. */
function putAccount(emulator: Emulator, openid: string, account: object): void {
  const found = emulator.database.documents('accounts').find((document) => document['openid'] === openid);
  const query = JSON.stringify({ _id: found?.['_id'] ?? `account-${openid}` });
  const data = JSON.stringify({ ...account, version: { $numberInt: '1' } });
  const request = { collectionName: 'accounts', query, queryType: 'DOC', data, multi: false, merge: false, upsert: true };
  const { body } = emulator.database.execute({ action: 'database.modifyDocument', ...request });
  if ('code' in body) throw new Error(JSON.stringify(body));
}

/** The bundles of the made-up context; built once for the same sources and edits. */
async function bundle(without: readonly Replacement[]): Promise<string> {
  const sources = await fingerprint(root, ['cloudfunctions', 'shared', 'scripts', 'test/support/door', 'package-lock.json']);
  const folder = path.join(
    root,
    '.cache/door',
    createHash('sha256')
      .update(sources + JSON.stringify(without))
      .digest('hex')
      .slice(0, 24),
  );
  if (existsSync(folder)) return folder;
  const draft = `${folder}.${process.pid}.${newRequestId()}`;
  const edits = replaceOnce(root, without);
  const entries = {
    membership: 'test/support/door/membership.ts',
    jobs: 'test/support/door/jobs.ts',
    push: 'cloudfunctions/push/index.ts',
  };
  for (const [name, entry] of Object.entries(entries))
    await bundleOne(path.join(root, entry), path.join(draft, name), edits.plugin);
  edits.assertAllUsed();
  await rename(draft, folder).catch(() => rm(draft, { recursive: true, force: true }));
  return folder;
}

async function bundleOne(entry: string, folder: string, edits: esbuild.Plugin): Promise<void> {
  await esbuild.build({
    entryPoints: [entry],
    outfile: path.join(folder, 'index.js'),
    absWorkingDir: root,
    bundle: true,
    minify: true,
    platform: 'node',
    target: 'node18',
    format: 'cjs',
    logLevel: 'silent',
    plugins: [edits, lazyModules],
  });
  await writeFile(path.join(folder, 'package.json'), '{ "main": "index.js" }');
}
