import type * as z from 'zod/mini';
import type { Permission } from '../access/permissions';
import type { Context } from '../contexts';

/** `public`: also without OPENID. `signedIn`: any person known by OPENID. `system`: timers and reactions only. */
export type Needs = Permission | 'public' | 'signedIn' | 'system';

/** An endpoint without its name, as a context's table has it. */
export interface Specification {
  /** A write carries a request id, runs in a transaction and leaves a journal row; a read does none of these. */
  readonly kind: 'read' | 'write';
  /** Strict: unknown keys are refused. Made at its first use: a cold start needs one or two of all the schemas. */
  readonly input: () => z.ZodMiniType;
  /** The presenter: only keys named here leave the function. */
  readonly output: () => z.ZodMiniType;
  readonly needs: Needs;
  /**
   * Stays within reach of a person who has withdrawn a consent. Without it, what people do in their own name answers
   * `consent.required` until they agree anew.
   */
  readonly withoutConsent?: true;
}

export interface Endpoint extends Specification {
  readonly name: `${Context}.${string}`;
}

export type InputOf<E extends Specification> = z.output<ReturnType<E['input']>>;
export type OutputOf<E extends Specification> = z.output<ReturnType<E['output']>>;

/** Declares the endpoints of one context; each gets its full name. */
export function endpoints<C extends Context, const T extends Record<string, Specification>>(
  context: C,
  table: T,
): { readonly [K in keyof T & string]: T[K] & { readonly name: `${C}.${K}` } } {
  const entries = Object.entries(table).map(([key, value]) => [
    key,
    { ...value, input: once(value.input), output: once(value.output), name: `${context}.${key}` },
  ]);
  return Object.fromEntries(entries);
}

/** Calls `make` once, however often it is asked for. */
export function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
