import type { Emulator } from '../../emulator';

type Who = 'a' | 'b';

/** Every order in which `a` steps of one run and `b` steps of another can follow one another. */
export function interleavings(a: number, b: number): readonly (readonly Who[])[] {
  if (a === 0 && b === 0) return [[]];
  const first = a > 0 ? interleavings(a - 1, b).map((rest) => ['a', ...rest] as const) : [];
  const second = b > 0 ? interleavings(a, b - 1).map((rest) => ['b', ...rest] as const) : [];
  return [...first, ...second];
}

/** Orders spread evenly over all, with both runs one after the other at the ends. */
export function someOrders(steps: number, size: number): readonly (readonly Who[])[] {
  const all = interleavings(steps, steps);
  if (all.length <= size) return all;
  return Array.from({ length: size }, (_, index) => all[Math.round((index * (all.length - 1)) / (size - 1))] as readonly Who[]);
}

/** How a call ended. */
export type Ending = { readonly ok: true; readonly data: unknown } | { readonly ok: false; readonly code: string };

const ended = (running: Promise<unknown>): Promise<Ending> =>
  running.then(
    (data) => ({ ok: true, data }) as const,
    (error: unknown) => ({ ok: false, code: (error as { code?: string }).code ?? String(error) }) as const,
  );

/**
 * Starts two calls, tagged `a` and `b`, and lets one database call after the other go on in the given order; what comes after
 * the order's end runs freely.
 */
export async function interleave(
  emulator: Emulator,
  order: readonly Who[],
  calls: Readonly<Record<Who, () => Promise<unknown>>>,
): Promise<readonly [Ending, Ending]> {
  const gates = {
    a: emulator.faults.hold({ tag: 'a', service: 'database' }),
    b: emulator.faults.hold({ tag: 'b', service: 'database' }),
  };
  const running = { a: ended(calls.a()), b: ended(calls.b()) };
  for (const who of order) {
    await Promise.race([gates[who].arrived(1), running[who]]);
    gates[who].held[0]?.release();
  }
  gates.a.open();
  gates.b.open();
  return Promise.all([running.a, running.b]);
}
