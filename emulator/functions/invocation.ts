/** What started a call. */
export type Trigger = 'client' | 'function' | 'timer' | 'push';

/** One database call in the function log: what kind and what it cost, never what was asked or answered. */
export interface LoggedCall {
  readonly action: string;
  readonly collection: string | undefined;
  readonly examined: number;
  readonly returned: number;
}

/** One row of the function log. It holds no input, no answer and no OPENID: those are personal data. */
export interface FunctionLogEntry {
  readonly invocation: string;
  readonly function: string;
  /** The event's `endpoint`, when it has one that looks like a name. */
  readonly endpoint: string | undefined;
  readonly trigger: Trigger;
  /** Emulated time of the start, ms since the epoch. */
  readonly startedAt: number;
  /** Real ms between the arrival and the start. */
  readonly queuedMs: number;
  /** Real ms between the start and the end. */
  readonly durationMs: number;
  readonly outcome: 'ok' | 'failed' | 'timeout';
  readonly databaseCalls: number;
  readonly examined: number;
  readonly returned: number;
  readonly calls: readonly LoggedCall[];
}

/** A call of a function while it runs. */
export class Invocation {
  readonly calls: LoggedCall[] = [];
  /** Database calls that arrived, also those that a fault kept from running. */
  databaseCalls = 0;
  readonly transactions = new Set<string>();
  /** False once it answered, failed or was killed: late calls of it are refused. */
  running = true;

  constructor(
    readonly id: string,
    readonly functionName: string,
    readonly endpoint: string | undefined,
    readonly trigger: Trigger,
    readonly source: string,
    /** Set by tests to tell invocations apart. */
    readonly tag: string | undefined,
    /** Ends its worker at once; the caller gets the cloud's error. */
    readonly kill: (message: string) => void,
  ) {}

  /** Cost of its database calls so far. */
  cost(): Pick<FunctionLogEntry, 'databaseCalls' | 'examined' | 'returned' | 'calls'> {
    let examined = 0;
    let returned = 0;
    for (const call of this.calls) {
      examined += call.examined;
      returned += call.returned;
    }
    return { databaseCalls: this.databaseCalls, examined, returned, calls: this.calls };
  }
}

/** The name of the use case an event asks for, if it is one: a short plain word, never free text. */
export function endpointOf(event: string): string | undefined {
  try {
    const parsed: unknown = JSON.parse(event);
    const endpoint = typeof parsed === 'object' && parsed !== null ? (parsed as { endpoint?: unknown }).endpoint : undefined;
    return typeof endpoint === 'string' && /^[A-Za-z][\w.-]{0,79}$/.test(endpoint) ? endpoint : undefined;
  } catch {
    return undefined;
  }
}
