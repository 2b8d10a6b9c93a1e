import { join } from 'node:path';
import { EmulatedClock } from './clock';
import { type LoadableDatabase, openDatabase } from './database';
import { Faults } from './faults/faults';
import { FunctionLog } from './functions/log';
import { FunctionRunner } from './functions/runner';
import { TimerService } from './functions/timers';
import { ClientGateway } from './gateway/calls';
import { Openapi } from './openapi/openapi';
import { Files } from './storage/files';
import { Links } from './storage/links';
import { Storage } from './storage/storage';
import type { EmulatorOptions } from './types';

/** Warm workers per function: enough for two cores and for barriers of a few calls. */
const WORKERS = 4;
const KEEP_LOG = 2000;

/** Everything of an emulator but its web server. */
export interface Parts {
  readonly clock: EmulatedClock;
  readonly log: FunctionLog;
  readonly database: LoadableDatabase;
  readonly faults: Faults;
  readonly runner: FunctionRunner;
  readonly gateway: ClientGateway;
  readonly openapi: Openapi;
  readonly files: Files;
  readonly links: Links;
  readonly storage: Storage;
  readonly timers: TimerService;
}

/** Opens the store in an existing folder and builds the parts around it. @param base the server's address, once it listens. */
export function createParts(options: EmulatorOptions, base: () => string): Parts {
  const { definition, dataDir, workersPerFunction = WORKERS, refuseScans = false } = options;
  const clock = new EmulatedClock(join(dataDir, 'clock'));
  const now = (): number => clock.now();
  const log = new FunctionLog(KEEP_LOG, options.onOutput);
  const { collections } = definition;
  const database = openDatabase({ file: join(dataDir, 'cloud.sqlite'), collections, now, refuseScans });
  const abandon = (transactions: readonly string[]): void => database.abandon(transactions);
  const faults = new Faults((transaction) => abandon([transaction]));
  const adminUrl = (): string => `${base()}/admin`;
  const runner = new FunctionRunner({ definition, clock, log, workersPerFunction, adminUrl, abandon });
  const gateway = new ClientGateway(definition, runner, faults, now);
  const openapi = new Openapi({
    appId: definition.appId,
    now,
    lastSeen: (openid) => gateway.lastSeen(openid),
    deliver: (event) => push(runner, event),
  });
  const files = new Files(dataDir);
  const links = new Links(now);
  const storage = new Storage({ definition, files, links, now, base });
  const timers = new TimerService(definition, clock, runner);
  return { clock, log, database, faults, runner, gateway, openapi, files, links, storage, timers };
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
