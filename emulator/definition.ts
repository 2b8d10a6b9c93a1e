/**
 * What an environment consists of: the data that a cloud console would hold. The emulator runs it;
 * a deployment plan prints it. Nothing here executes.
 */

/** One key of an index; `direction` as the cloud's updateIndex call spells it. */
export interface IndexKey {
  readonly field: string;
  readonly direction: 1 | -1;
}

export interface IndexDefinition {
  readonly name: string;
  readonly keys: readonly IndexKey[];
  /** Mongo's rule: a missing field counts as null, and at most one document may be null. */
  readonly unique?: boolean;
  /** The field (first key) holds an array; each member is found through the index. */
  readonly multikey?: boolean;
}

/** CloudBase's four ready-made access rules for clients; functions always have full access. */
export type AccessRule = 'ADMINONLY' | 'ADMINWRITE' | 'PRIVATE' | 'READONLY';

export interface CollectionDefinition {
  readonly name: string;
  readonly access: AccessRule;
  readonly indexes: readonly IndexDefinition[];
}

export interface TimerDefinition {
  readonly name: string;
  /** Seven fields as CloudBase writes them: second minute hour day month weekday year (UTC+8). */
  readonly cron: string;
}

export interface FunctionDefinition {
  readonly name: string;
  /** Folder with the built `index.js` (CommonJS, `exports.main`), absolute. */
  readonly directory: string;
  readonly timeoutSeconds: number;
  readonly memoryMB: number;
  readonly timers: readonly TimerDefinition[];
  /** As in the function's config.json: `permissions.openapi`. */
  readonly openapi: readonly string[];
  /** Environment variables set in the console for this function. */
  readonly environment: Readonly<Record<string, string>>;
}

export interface CloudDefinition {
  readonly envId: string;
  readonly appId: string;
  readonly collections: readonly CollectionDefinition[];
  readonly functions: readonly FunctionDefinition[];
}
