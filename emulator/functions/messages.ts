/** What the host and a worker say to each other. Events and results travel as JSON text, as over the wire of the cloud. */
export interface WorkerSetup {
  /** Absolute path of the function's `index.js`. */
  readonly bundle: string;
  /** Float64: what is added to the real time. */
  readonly clock: SharedArrayBuffer;
  /** Environment that is there while the bundle loads. */
  readonly environment: Readonly<Record<string, string>>;
}

export interface WorkerCall {
  readonly event: string;
  /** The whole environment of this call. */
  readonly environment: Readonly<Record<string, string>>;
  readonly context: FunctionContext;
}

/** The data part of the second argument of `exports.main`. */
export interface FunctionContext {
  readonly request_id: string;
  readonly function_name: string;
  readonly function_version: '$LATEST';
  readonly namespace: string;
  readonly memory_limit_in_mb: number;
  readonly time_limit_in_ms: number;
}

export type WorkerReply =
  | { readonly ok: true; readonly result: string }
  | { readonly ok: false; readonly message: string; readonly stack: string };

/** What a worker sends to its host. */
export interface WorkerMessage {
  /** The bundle is loaded. */
  readonly ready?: true;
  /** What the function printed. */
  readonly output?: string;
  /** The end of the call. */
  readonly reply?: WorkerReply;
}
