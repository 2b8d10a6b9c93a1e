import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import cloud from 'wx-server-sdk';
import {
  type DatabaseOptions,
  type DatabaseOutcome,
  type DatabaseRequest,
  type LoadableDatabase,
  openDatabase,
} from '../../emulator/database';
import type { SdkDatabase } from './sdk-types';

/** A database behind a loopback server, and the unmodified SDK pointed at it by its environment. */
export interface Cloud {
  readonly database: LoadableDatabase;
  readonly db: SdkDatabase;
  readonly file: string;
  /** Each request with its answer, oldest first. */
  readonly exchanges: { readonly request: DatabaseRequest; readonly outcome: DatabaseOutcome }[];
  close(): Promise<void>;
}

export type CloudOptions = Partial<Omit<DatabaseOptions, 'file'>>;

/** A fresh folder that `remove` deletes. */
export function temporaryFolder(): { readonly path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'database-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

const ENVIRONMENT = {
  TENCENTCLOUD_RUNENV: 'SCF',
  SCF_NAMESPACE: 'local',
  TCB_ENV: 'local',
  TENCENTCLOUD_REGION: 'ap-shanghai',
  TENCENTCLOUD_SECRETID: 'local',
  TENCENTCLOUD_SECRETKEY: 'local',
  TENCENTCLOUD_SESSIONTOKEN: 'local',
  SILENCE: 'true',
};

/** Starts a database of its own; the SDK reads its address from the environment at each call. */
export async function startCloud(options: CloudOptions = {}): Promise<Cloud> {
  const folder = temporaryFolder();
  const file = join(folder.path, 'cloud.sqlite');
  const database = openDatabase({ collections: [], now: Date.now, ...options, file });
  const exchanges: Cloud['exchanges'] = [];
  const server = serve(database, exchanges);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  Object.assign(process.env, ENVIRONMENT, { TCB_CONTEXT_CNFG: JSON.stringify({ URL: `http://127.0.0.1:${port}/admin` }) });
  cloud.init({ env: 'local' });
  return {
    database,
    db: cloud.database() as unknown as SdkDatabase,
    file,
    exchanges,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      database.close();
      folder.remove();
    },
  };
}

function serve(database: LoadableDatabase, exchanges: Cloud['exchanges']): Server {
  return createServer((incoming, outgoing) => {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', () => {
      const request = JSON.parse(Buffer.concat(chunks).toString('utf8')) as DatabaseRequest;
      const outcome = database.execute(request);
      exchanges.push({ request, outcome });
      outgoing.setHeader('content-type', 'application/json; charset=utf-8');
      outgoing.end(JSON.stringify({ ...outcome.body, requestId: String(exchanges.length) }));
    });
  });
}
