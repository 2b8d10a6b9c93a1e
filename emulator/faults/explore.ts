import type { CallFilter, CloudCall } from './calls';
import { matches } from './calls';
import type { Faults } from './faults';
import type { Gate } from './gate';

/**
 * Two or more callers whose chosen calls are run in every order.
 *
 * `actors` maps a name to what that caller does; it must hand its name as `tag` to `emulator.call`, so that its calls are known
 * as its own. State is made anew by `prepare` for each order; `check` looks at the end of each.
 */
export interface Scenario {
  readonly faults: Faults;
  /** The calls whose order matters, e.g. `{ service: 'database' }`; the others run freely. */
  readonly calls: CallFilter;
  readonly prepare: () => Promise<void> | void;
  readonly actors: Readonly<Record<string, (tag: string) => Promise<unknown>>>;
  readonly check: (results: Readonly<Record<string, PromiseSettledResult<unknown>>>) => Promise<void> | void;
  /**
   * How often an actor that could go on may be interrupted in one order; default: no limit. Nearly all races show with two, and
   * the number of orders then grows with the square of the calls instead of exponentially.
   */
  readonly interruptions?: number;
  /** Stop after so many orders; default 10,000. */
  readonly most?: number;
}

export interface Exploration {
  /** Orders that were run. */
  readonly orders: number;
  /** False when `most` was reached first. */
  readonly complete: boolean;
}

/** One choice: who may go on, the one who was let go. */
interface Decision {
  readonly options: readonly string[];
  readonly chosen: number;
}

/**
 * Runs a scenario once for each order of the held calls, depth first and without sleeping: it goes on only when each actor either
 * stands at the barrier or has ended, so the orders are the same in every run. Actors whose calls depend on the order (retries)
 * are followed as they go. Calls that one actor makes in parallel are let go in the order of their arrival.
 *
 * @throws what `check` throws, with the order in the message.
 */
export async function explore(scenario: Scenario): Promise<Exploration> {
  const { most = 10_000 } = scenario;
  let path: readonly number[] | undefined = [];
  let orders = 0;
  while (path !== undefined) {
    if (orders === most) return { orders, complete: false };
    path = nextPath(await runOrder(scenario, path));
    orders += 1;
  }
  return { orders, complete: true };
}

async function runOrder(scenario: Scenario, path: readonly number[]): Promise<readonly Decision[]> {
  await scenario.prepare();
  const names = Object.keys(scenario.actors);
  const gate = scenario.faults.hold((call) => names.includes(call.tag ?? '') && matches(scenario.calls, call));
  const running = new Map<string, Promise<unknown>>();
  const results: Record<string, PromiseSettledResult<unknown>> = {};
  const decisions: Decision[] = [];
  try {
    for (const [name, act] of Object.entries(scenario.actors)) {
      const end = Promise.allSettled([act(name)]).then(([result]) => {
        results[name] = result;
        running.delete(name);
      });
      running.set(name, end);
      // One after the other up to its first call: who starts first is not part of the order.
      await standing(gate, running, name);
    }
    await letGoOneByOne(scenario, gate, running, path, decisions);
  } finally {
    gate.open();
    await Promise.all(running.values());
  }
  await judged(scenario, results, decisions);
  return decisions;
}

async function letGoOneByOne(
  scenario: Scenario,
  gate: Gate,
  running: ReadonlyMap<string, Promise<unknown>>,
  path: readonly number[],
  decisions: Decision[],
): Promise<void> {
  let current: string | undefined;
  let left = scenario.interruptions ?? Number.POSITIVE_INFINITY;
  while (running.size > 0) {
    const waiting = [...running.keys()].filter((name) => first(gate, name) !== undefined);
    const goesOn = current !== undefined && waiting.includes(current);
    const options =
      goesOn && current !== undefined ? [current, ...(left > 0 ? waiting.filter((name) => name !== current) : [])] : waiting;
    const chosen = path[decisions.length] ?? 0;
    const next = options[chosen];
    if (next === undefined)
      throw new Error(`the scenario is not deterministic: after ${orderOf(decisions)} another call was expected`);
    if (goesOn && next !== current) left -= 1;
    decisions.push({ options, chosen });
    current = next;
    first(gate, next)?.release();
    await standing(gate, running, next);
  }
}

/** Resolves when the actor stands at the barrier or has ended. */
async function standing(gate: Gate, running: ReadonlyMap<string, Promise<unknown>>, name: string): Promise<void> {
  for (let end = running.get(name); end !== undefined && first(gate, name) === undefined; end = running.get(name)) {
    await Promise.race([gate.next(), end]);
  }
}

function first(gate: Gate, tag: string): { call: CloudCall; release: () => void } | undefined {
  return gate.held.find((held) => held.call.tag === tag);
}

/** The choices that lead to the next order; undefined when all were run. */
function nextPath(decisions: readonly Decision[]): readonly number[] | undefined {
  for (let last = decisions.length - 1; last >= 0; last -= 1) {
    const decision = decisions[last];
    if (decision !== undefined && decision.chosen + 1 < decision.options.length) {
      return [...decisions.slice(0, last).map((each) => each.chosen), decision.chosen + 1];
    }
  }
  return undefined;
}

async function judged(
  scenario: Scenario,
  results: Readonly<Record<string, PromiseSettledResult<unknown>>>,
  decisions: readonly Decision[],
): Promise<void> {
  try {
    await scenario.check(results);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new Error(`in the order ${orderOf(decisions)}: ${message}`, { cause: error });
  }
}

function orderOf(decisions: readonly Decision[]): string {
  return decisions.map(({ options, chosen }) => options[chosen]).join(' ');
}
