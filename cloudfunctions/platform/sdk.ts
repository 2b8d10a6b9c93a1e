import * as cloud from 'wx-server-sdk';
import { isDuplicate } from './database-errors';

/** A stored document as it comes back: `_id` and whatever else is there. */
export type Document = { readonly _id: string } & Readonly<Record<string, unknown>>;
export type Data = Readonly<Record<string, unknown>>;

interface DocumentHandle {
  get(): Promise<{ readonly data: Document | null }>;
  set(options: { readonly data: Data }): Promise<unknown>;
  update(options: { readonly data: Data }): Promise<{ readonly stats: { readonly updated: number } }>;
  remove(): Promise<unknown>;
}

interface QueryHandle {
  where(condition: unknown): QueryHandle;
  orderBy(field: string, direction: 'asc' | 'desc'): QueryHandle;
  limit(max: number): QueryHandle;
  field(projection: Readonly<Record<string, boolean>>): QueryHandle;
  get(): Promise<{ readonly data: readonly Document[] }>;
  count(): Promise<{ readonly total: number }>;
  update(options: { readonly data: Data }): Promise<{ readonly stats: { readonly updated: number } }>;
  remove(): Promise<{ readonly stats: { readonly removed: number } }>;
}

interface CollectionHandle extends QueryHandle {
  doc(id: string): DocumentHandle;
  add(options: { readonly data: Data }): Promise<unknown>;
}

/** The SDK's transaction, without what it runs outside of the transaction (`where().update()`, `count` …). */
export interface TransactionHandle {
  collection(name: string): { doc(id: string): DocumentHandle; add(options: { readonly data: Data }): Promise<unknown> };
  commit(): Promise<unknown>;
  rollback(): Promise<unknown>;
}

interface Operators {
  in(values: readonly unknown[]): unknown;
  gt(value: unknown): Operators;
  gte(value: unknown): Operators;
  lt(value: unknown): Operators;
  lte(value: unknown): Operators;
  and(...conditions: readonly unknown[]): unknown;
  or(...conditions: readonly unknown[]): unknown;
  set(value: unknown): unknown;
  inc(by: number): unknown;
  addToSet(value: unknown): unknown;
  neq(value: unknown): unknown;
  elemMatch(condition: Data): unknown;
  push(values: readonly unknown[]): unknown;
  /** Takes out the members that match. */
  pull(condition: Data | string): unknown;
}

interface DatabaseHandle {
  readonly command: Operators;
  collection(name: string): CollectionHandle;
  startTransaction(): Promise<TransactionHandle>;
}

cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV as unknown as string });

/** The environment's database. The SDK's own types are `any` almost everywhere; these are what the platform relies on. */
export const database = cloud.database({ throwOnNotFound: false } as object) as unknown as DatabaseHandle;
export const operators = database.command;

/** Adds a document with a deterministic id; false when it is there already. */
export async function addOnce(collection: string, data: Data): Promise<boolean> {
  try {
    await database.collection(collection).add({ data });
    return true;
  } catch (error) {
    if (isDuplicate(error)) return false;
    throw error;
  }
}

/** Who calls, as WeChat says. OPENID is empty for timers, pushes and calls between functions. */
export interface Caller {
  readonly openid: string;
  /** `wx_client`, `wx_trigger` …: what started the call. */
  readonly source: string;
  readonly ip: string;
}

/** Reads the caller from the function's environment; never from the event. */
export function caller(): Caller {
  const context = cloud.getWXContext() as Readonly<Record<string, unknown>>;
  const text = (key: string) => String(context[key] ?? '');
  return { openid: text('OPENID'), source: text('SOURCE'), ip: text('CLIENTIP') };
}

export { cloud };
