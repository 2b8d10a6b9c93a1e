import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { cloudCall } from './call';
import { checkDefinition } from './check-definition';
import { EmulatedClock } from './clock';
import { openDatabase } from './database';
import { Faults } from './faults/faults';
import { FunctionLog } from './functions/log';
import { FunctionRunner } from './functions/runner';
import { TimerService } from './functions/timers';
import { AdminEndpoint } from './gateway/admin';
import { ClientGateway } from './gateway/calls';
import { controlRoutes } from './gateway/control';
import { FileEndpoints } from './gateway/files';
import { createApp, listen } from './gateway/server';
import { signInRoutes } from './gateway/sign-in';
import { DatabaseView } from './inspect';
import { Openapi } from './openapi/openapi';
import { Files } from './storage/files';
import { Links } from './storage/links';
import { Storage } from './storage/storage';
import type { Emulator, EmulatorOptions } from './types';

export type { Clock } from './clock';
export { CloudCallError } from './errors';
export type { App } from './gateway/server';
export type { CallOptions, Emulator, EmulatorOptions, Person } from './types';

/** Largest file in bytes that storage keeps, unless an option says otherwise. */
const MAX_FILE = 20 * 1024 * 1024;
/** Warm workers per function: enough for two cores and for barriers of a few calls. */
const WORKERS = 4;
const KEEP_LOG = 2000;

/**
 * Starts a local CloudBase on the loopback interface. Resolves when it answers.
 *
 * @throws when the definition is over the cloud's limits, the port is taken or the data folder cannot be written.
 */
export async function startEmulator(options: EmulatorOptions): Promise<Emulator> {
  const { definition, dataDir } = options;
  checkDefinition(definition);
  mkdirSync(dataDir, { recursive: true });
  let base = '';
  const clock = new EmulatedClock(join(dataDir, 'clock'));
  const now = (): number => clock.now();
  const log = new FunctionLog(KEEP_LOG, options.onOutput);
  const database = openDatabase({
    file: join(dataDir, 'cloud.sqlite'),
    collections: definition.collections,
    now,
    refuseScans: options.refuseScans ?? false,
  });
  const abandon = (transactions: readonly string[]): void => database.abandon(transactions);
  const faults = new Faults((transaction) => abandon([transaction]));
  const runner = new FunctionRunner({
    definition,
    clock,
    log,
    workersPerFunction: options.workersPerFunction ?? WORKERS,
    adminUrl: () => `${base}/admin`,
    abandon,
  });
  const gateway = new ClientGateway(definition, runner, faults, now);
  const openapi = new Openapi({
    appId: definition.appId,
    now,
    lastSeen: (openid) => gateway.lastSeen(openid),
    deliver: (event) => push(runner, event),
  });
  const files = new Files(dataDir);
  await files.sweep();
  const links = new Links(now);
  const storage = new Storage({ definition, files, links, now, base: () => base });
  const timers = new TimerService(definition, clock, runner);
  const view = new DatabaseView(database);
  const app = createApp({
    admin: new AdminEndpoint({ database, storage, openapi, runner, faults }),
    gateway,
    files: new FileEndpoints({ definition, files, links, storage, faults, maxFileBytes: options.maxFileBytes ?? MAX_FILE }),
    control: (to) => {
      controlRoutes(to, { definition, view, clock, faults, openapi, log, timers, files });
      signInRoutes(to, options.people ?? []);
    },
    routes: options.routes,
    staticDirectory: options.staticDirectory,
  });
  const { server, port } = await listen(app, options.port).catch((error: unknown) => {
    database.close();
    files.close();
    throw error;
  });
  base = `http://127.0.0.1:${port}`;
  if (options.timers !== 'manual') timers.start();
  return {
    url: base,
    port,
    call: (functionName, event, callOptions) => cloudCall(gateway, functionName, event, callOptions),
    database: view,
    clock,
    timers,
    faults,
    openapi: {
      subscribe: openapi.subscribe,
      security: openapi.security,
      phoneNumbers: openapi.phoneNumbers,
      sent: openapi.subscribe.sent,
      pushes: openapi.security.pushes,
    },
    files,
    functionLog: log,
    async close() {
      timers.stop();
      faults.clear();
      await runner.close();
      await new Promise((resolve) => {
        server.close(resolve);
        if ('closeAllConnections' in server) server.closeAllConnections();
      });
      files.close();
      database.close();
    },
  };
}

/** WeChat's message push: a call of the function named `push`, by nobody. */
async function push(runner: FunctionRunner, event: Readonly<Record<string, unknown>>): Promise<void> {
  await runner.invoke({
    functionName: 'push',
    event: JSON.stringify(event),
    openid: '',
    trigger: 'push',
    // Inferred: the documentation names no source for pushes.
    source: 'wx_unknown',
  });
}
