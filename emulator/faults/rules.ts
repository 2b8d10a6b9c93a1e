import type { CallFilter, CloudCall } from './calls';
import { matches } from './calls';

/** What happens to a chosen call. */
export type Effect =
  /** Answers with this error instead of running the call. For openapi a numeric `errcode` answers as WeChat would. */
  | { readonly kind: 'fail'; readonly code?: string; readonly message?: string; readonly errcode?: number }
  /** Holds the call for `ms` real milliseconds, or until the fault is released. */
  | { readonly kind: 'delay'; readonly ms?: number }
  /** Delivers the call twice; the second answer is given. */
  | { readonly kind: 'repeat' }
  /** The call never arrives: the connection breaks and nothing is done. */
  | { readonly kind: 'loseRequest' }
  /** The call is done, then the connection breaks: the caller cannot know. */
  | { readonly kind: 'loseAnswer' }
  /** Ends the transaction of the call as if somebody else had changed its documents. */
  | { readonly kind: 'conflict' }
  /** The environment's quota is used up. */
  | { readonly kind: 'quota' }
  /** The service does not answer properly (HTTP 503). */
  | { readonly kind: 'down' }
  /** Kills the worker of the call, after the call was done (or before). */
  | { readonly kind: 'kill'; readonly when?: 'before' | 'after' };

export interface Fault {
  readonly match: CallFilter;
  readonly effect: Effect;
  /** The first call that is hit, counted from 1; default 1. */
  readonly nth?: number;
  /** After `nth`, every so many calls are hit; default 1 (each). */
  readonly every?: number;
  /** How many calls are hit; default 1. 0 = no end. */
  readonly times?: number;
  /** `invocation`: each invocation counts its own calls; default: one count for all. */
  readonly per?: 'invocation';
}

/** A fault that was set. */
export class ActiveFault {
  /** Calls that were hit so far. */
  hits = 0;
  #seen = 0;
  readonly #seenBy = new Map<string, number>();
  readonly #waiting = new Set<() => void>();
  #released = false;

  constructor(
    readonly id: string,
    readonly fault: Fault,
    private readonly drop: () => void,
  ) {}

  /** Counts the call; true when this one is hit. */
  strikes(call: CloudCall): boolean {
    if (!matches(this.fault.match, call)) return false;
    const { nth = 1, every = 1, times = 1 } = this.fault;
    if (times !== 0 && this.hits >= times) return false;
    const beyond = this.#count(call) - nth;
    if (beyond < 0 || beyond % every !== 0) return false;
    this.hits += 1;
    return true;
  }

  /** Waits as the delay says. */
  pause(ms: number | undefined): Promise<void> {
    if (this.#released) return Promise.resolve();
    return new Promise((resolve) => {
      const done = (): void => {
        clearTimeout(timer);
        this.#waiting.delete(done);
        resolve();
      };
      const timer = ms === undefined ? undefined : setTimeout(done, ms);
      this.#waiting.add(done);
    });
  }

  /** Lets the calls go on that a delay holds, now and later. */
  release(): void {
    this.#released = true;
    for (const done of [...this.#waiting]) done();
  }

  /** Takes the fault away and lets go what it holds. */
  remove(): void {
    this.drop();
    this.release();
  }

  #count(call: CloudCall): number {
    if (this.fault.per !== 'invocation') {
      this.#seen += 1;
      return this.#seen;
    }
    const key = call.invocation?.id ?? '';
    const seen = (this.#seenBy.get(key) ?? 0) + 1;
    this.#seenBy.set(key, seen);
    return seen;
  }
}
