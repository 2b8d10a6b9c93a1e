import type { Clock } from './clock';
import type { CloudDefinition } from './definition';
import type { Faults } from './faults/faults';
import type { FunctionLog, OutputLine } from './functions/log';
import type { Timers } from './functions/timers';
import type { App } from './gateway/server';
import type { DatabaseView } from './inspect';
import type { PhoneNumbers } from './openapi/phone';
import type { ContentSafety, MediaPush } from './openapi/security';
import type { SentMessage, SubscribeMessages } from './openapi/subscribe';
import type { Files } from './storage/files';

/** Somebody whom the sign-in page offers. */
export interface Person {
  readonly openid: string;
  readonly name: string;
  /** One line on who this is. */
  readonly note: string;
}

export interface EmulatorOptions {
  readonly definition: CloudDefinition;
  /** Folder for everything that is kept; made when missing. */
  readonly dataDir: string;
  /** 0 = any free port. */
  readonly port: number;
  /** Built pages that are served at `/`. */
  readonly staticDirectory?: string;
  /** Adds own routes; they come before the static files. */
  readonly routes?: (app: App) => void;
  readonly people?: readonly Person[];
  /** Refuse a query that examines more than 2 × returned + 20 documents. */
  readonly refuseScans?: boolean;
  /** Warm workers per function, at most; default 4. */
  readonly workersPerFunction?: number;
  /** Default 20 MB. */
  readonly maxFileBytes?: number;
  /** `manual`: timers run only by `timers.fire`; default: by the clock as well. */
  readonly timers?: 'automatic' | 'manual';
  /** Gets what functions print. */
  readonly onOutput?: (line: OutputLine) => void;
}

export interface CallOptions {
  /** Who calls; left out = nobody known. */
  readonly openid?: string;
  /** Marks the invocation, and those it starts, for faults and barriers. */
  readonly tag?: string;
}

/** A running local CloudBase, as tests and start scripts hold it. */
export interface Emulator {
  /** `http://127.0.0.1:port`. */
  readonly url: string;
  readonly port: number;
  /**
   * Calls a function as a client does, through everything but the socket.
   *
   * @throws CloudCallError with the cloud's `errCode` and `errMsg`; errCode -1 when the connection broke.
   */
  call(functionName: string, event: unknown, options?: CallOptions): Promise<unknown>;
  readonly database: DatabaseView;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly faults: Faults;
  readonly openapi: {
    readonly subscribe: SubscribeMessages;
    readonly security: ContentSafety;
    readonly phoneNumbers: PhoneNumbers;
    /** Subscribe messages that reached a person, oldest first. */
    readonly sent: readonly SentMessage[];
    /** Results of media checks, oldest first. */
    readonly pushes: readonly MediaPush[];
  };
  readonly files: Files;
  readonly functionLog: FunctionLog;
  /** Stops everything and closes the store. */
  close(): Promise<void>;
}
