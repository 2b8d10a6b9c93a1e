import type { EndpointName } from '../../../shared/endpoints';
import { functionOf, newRequestId } from '../cloud';
import type { World } from './world';

/** A call that is killed on its way, again and again. */
export interface Crash {
  readonly endpoint: EndpointName;
  /** Makes what the call needs; answers the call, which is made again with the same request id until it is answered. */
  readonly prepare: () => Promise<(requestId: string) => Promise<unknown>>;
  readonly check: () => Promise<void>;
  /** The person never asks again: what was begun is the timers' to finish. */
  readonly givenUp?: true;
  /**
   * Something is decided before the commit already: the calls until then are tried as well. Outside of the soak run it is every
   * second one of all, and of those who give up the others.
   */
  readonly every?: true;
}

/**
 * Kills the function after its first, second, third … database call, in a run of its own each, until the call outlives the
 * kill; after each, the person sends the same request again, the timer finishes what is left, and everything must be in order.
 * Before the commit nothing has happened yet, whichever call it is: but for the soak run only the last one of those is tried,
 * the commit, and every second call of what follows.
 *
 * @returns how many kills there were
 */
export async function crashEverywhere(world: World, { endpoint, prepare, check, givenUp, every }: Crash): Promise<number> {
  const { faults, functionLog } = world.cloud.emulator;
  const run = async (nth: number) => {
    const call = await prepare();
    const requestId = newRequestId();
    const match = { service: 'database', endpoint, function: functionOf(endpoint) } as const;
    const kill = faults.add({ match, effect: { kind: 'kill' }, nth });
    await call(requestId).catch(() => undefined);
    const hit = kill.hits > 0;
    kill.remove();
    // A phone that heard nothing asks again; what it then hears is the answer to its first request.
    if (!givenUp) {
      const answered = await call(requestId);
      expect(await call(requestId)).toEqual(answered);
    }
    await world.settle();
    await check();
    return hit;
  };
  /** Calls up to the first commit when nothing is killed. A function that starts afresh makes more of them, never fewer. */
  const untilCommit = async () => {
    const before = functionLog.entries.length;
    await run(Number.POSITIVE_INFINITY);
    const first = functionLog.entries.slice(before).find((entry) => entry.endpoint === endpoint);
    return (first?.calls.findIndex(({ action }) => action === 'database.commitTransaction') ?? -1) + 1;
  };
  const step = process.env.SOAK ? 1 : 2;
  const commit = every || process.env.SOAK ? 0 : await untilCommit();
  const first = every && givenUp ? step : Math.max(1, commit - 1);
  let kills = 0;
  for (let nth = first; nth < 60; nth += nth <= commit ? 1 : step) {
    if (!(await run(nth))) return kills;
    kills += 1;
  }
  throw new Error('the call never ended');
}
