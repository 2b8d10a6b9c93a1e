/** The body of one `POST /admin` whose action starts with `database.` (EJSON travels as strings). */
export interface DatabaseRequest {
  readonly action: string;
  readonly collectionName?: string;
  readonly transactionId?: string;
  readonly [field: string]: unknown;
}

/** The JSON answer without its requestId, and what it cost. */
export interface DatabaseOutcome {
  readonly body: Readonly<Record<string, unknown>>;
  /** Documents read to find the answer. */
  readonly examined: number;
  /** Documents in the answer, or changed by it. */
  readonly returned: number;
}

/**
 * A document database over one SQLite file. Every `execute` is one synchronous SQLite transaction, so a single
 * operation is atomic and durable before the answer leaves. Protocol errors are answers (`code`, `message`), not exceptions.
 * As in Mongo, a write of many documents keeps those before the first refused one.
 */
export interface Database {
  execute(request: DatabaseRequest): DatabaseOutcome;
  /** Roll back client transactions whose owner has died. */
  abandon(transactionIds: readonly string[]): void;
  close(): void;
}

export interface DatabaseOptions {
  /** Path of the SQLite file; created when missing. */
  readonly file: string;
  readonly collections: readonly import('../definition').CollectionDefinition[];
  /** The cloud's clock, in ms since the epoch; may be shifted. Decides server dates. */
  readonly now: () => number;
  /** A clock that never jumps, in ms; decides the 30 seconds of a transaction. Default: performance.now. */
  readonly monotonic?: () => number;
  /** Refuse a query that examines more than 2 × returned + 20 documents (tests turn this on). */
  readonly refuseScans?: boolean;
  /** What a duplicate key answers with; both exist in the cloud. Default: DATABASE_REQUEST_FAILED. */
  readonly duplicateCode?: 'DATABASE_REQUEST_FAILED' | 'DATABASE_DUPLICATE_WRITE';
}
