import { ConfigurationError, requireKeys } from './keys';
import { log, logFailure } from './log';
import { type Caller, caller } from './sdk';

/** What the cloud hands to a function when a timer fires. */
interface TimerEvent {
  readonly Type?: unknown;
  readonly TriggerName?: unknown;
}

export type Timer = () => Promise<Readonly<Record<string, number>>>;

/** Calls of clients, browsers and other functions have a source of their own; what WeChat and its timers start has not. */
export const isForeign = ({ source }: Caller) => /wx_client|wx_http|scf/.test(source);

/**
 * Entry point of a function that only timers call.
 *
 * @returns what the timer counted; `{ refused: true }` for anybody but the cloud's own timers
 */
export function serveTimers(timers: Readonly<Record<string, Timer>>): (event: TimerEvent) => Promise<unknown> {
  const table = new Map(Object.entries(timers));
  return async (event) => {
    const who = caller();
    const timer = event?.Type === 'Timer' && typeof event.TriggerName === 'string' ? table.get(event.TriggerName) : undefined;
    if (!timer || who.openid !== '' || isForeign(who)) {
      log({ event: 'timer.refused' });
      return { refused: true };
    }
    try {
      requireKeys();
      return await timer();
    } catch (error) {
      logFailure(error, { event: 'timer.failed', code: error instanceof ConfigurationError ? 'unavailable' : 'internal' });
      return { failed: true };
    }
  };
}
