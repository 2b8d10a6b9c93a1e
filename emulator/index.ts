import { mkdirSync } from 'node:fs';
import type { ServerType } from '@hono/node-server';
import { cloudCall } from './call';
import { checkDefinition } from './check-definition';
import { AdminEndpoint } from './gateway/admin';
import { controlRoutes } from './gateway/control';
import { FileEndpoints } from './gateway/files';
import { type App, createApp, listen } from './gateway/server';
import { signInRoutes } from './gateway/sign-in';
import { DatabaseView } from './inspect';
import { createParts, type Parts } from './parts';
import type { Emulator, EmulatorOptions } from './types';

export type { App } from './gateway/server';
export type { Emulator, EmulatorOptions, Person } from './types';

/** Largest file in bytes that storage keeps, unless an option says otherwise. */
const MAX_FILE = 20 * 1024 * 1024;

/**
 * Starts a local CloudBase on the loopback interface. Resolves when it answers.
 *
 * @throws when the definition is over the cloud's limits, the port is taken or the data folder cannot be written.
 */
export async function startEmulator(options: EmulatorOptions): Promise<Emulator> {
  checkDefinition(options.definition);
  mkdirSync(options.dataDir, { recursive: true });
  let url = '';
  const parts = createParts(options, () => url);
  await parts.files.sweep();
  const view = new DatabaseView(parts.database);
  const { server, port } = await listen(appOf(parts, view, options), options.port).catch((error: unknown) => {
    closeStore(parts);
    throw error;
  });
  url = `http://127.0.0.1:${port}`;
  if (options.timers !== 'manual') parts.timers.start();
  return emulatorOf(parts, view, url, port, server);
}

function appOf(parts: Parts, view: DatabaseView, options: EmulatorOptions): App {
  const { definition, maxFileBytes = MAX_FILE, people = [], routes, staticDirectory } = options;
  return createApp({
    admin: new AdminEndpoint(parts),
    gateway: parts.gateway,
    files: new FileEndpoints({ ...parts, definition, maxFileBytes }),
    control: (app) => {
      controlRoutes(app, { ...parts, definition, view });
      signInRoutes(app, people);
    },
    routes,
    staticDirectory,
  });
}

function emulatorOf(parts: Parts, view: DatabaseView, url: string, port: number, server: ServerType): Emulator {
  const { clock, timers, faults, files, gateway, runner } = parts;
  const { subscribe, security, phoneNumbers } = parts.openapi;
  return {
    url,
    port,
    call: (functionName, event, options) => cloudCall(gateway, functionName, event, options),
    database: view,
    clock,
    timers,
    faults,
    openapi: { subscribe, security, phoneNumbers, sent: subscribe.sent, pushes: security.pushes },
    files,
    functionLog: parts.log,
    async close() {
      timers.stop();
      faults.clear();
      await runner.close();
      await new Promise((resolve) => {
        server.close(resolve);
        if ('closeAllConnections' in server) server.closeAllConnections();
      });
      closeStore(parts);
    },
  };
}

function closeStore({ files, database }: Parts): void {
  files.close();
  database.close();
}
