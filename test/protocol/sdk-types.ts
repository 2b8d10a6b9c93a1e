/** The part of the SDK's database that the tests speak to; its own types leave out half and promise the rest loosely. */

export type Fields = Record<string, unknown>;

export interface DocumentReference {
  get(): Promise<{ data: Fields }>;
  field(fields: Record<string, boolean>): DocumentReference;
  update(change: { data: Fields }): Promise<{ stats: { updated: number } }>;
  set(change: { data: Fields }): Promise<{ stats: { updated: number; created: number } }>;
  remove(): Promise<{ stats: { removed: number } }>;
}

export interface Query {
  where(filter: unknown): Query;
  orderBy(field: string, direction: 'asc' | 'desc'): Query;
  skip(count: number): Query;
  limit(count: number): Query;
  field(fields: Record<string, boolean>): Query;
  get(): Promise<{ data: Fields[] }>;
  count(): Promise<{ total: number }>;
  update(change: { data: Fields }): Promise<{ stats: { updated: number } }>;
  remove(): Promise<{ stats: { removed: number } }>;
}

export interface Aggregate {
  end(): Promise<{ list: Fields[] }>;
  addFields(fields: Fields): Aggregate;
  bucket(specification: Fields): Aggregate;
  bucketAuto(specification: Fields): Aggregate;
  count(name: string): Aggregate;
  geoNear(specification: Fields): Aggregate;
  group(specification: Fields): Aggregate;
  limit(count: number): Aggregate;
  lookup(specification: Fields): Aggregate;
  match(filter: unknown): Aggregate;
  project(fields: Fields): Aggregate;
  replaceRoot(specification: Fields): Aggregate;
  sample(specification: { size: number }): Aggregate;
  skip(count: number): Aggregate;
  sort(fields: Record<string, 1 | -1>): Aggregate;
  sortByCount(expression: unknown): Aggregate;
  unwind(specification: unknown): Aggregate;
  pipeline(): Aggregate;
  done(): unknown;
}

export interface Collection extends Query {
  add(document: { data: Fields | Fields[] }): Promise<{ _id: string; _ids?: string[] }>;
  doc(id: string): DocumentReference;
  aggregate(): Aggregate;
}

export interface Transaction {
  collection(name: string): Collection;
  commit(): Promise<unknown>;
  rollback(reason?: unknown): Promise<unknown>;
}

/** A value such as `_.gt(1)`, which may be chained. */
export type Command = { readonly [Name in CommandName]: (...operands: unknown[]) => Command };

type CommandName =
  | ('eq' | 'neq' | 'gt' | 'gte' | 'lt' | 'lte' | 'in' | 'nin' | 'and' | 'or' | 'nor' | 'not' | 'exists' | 'mod' | 'expr')
  | ('all' | 'size' | 'elemMatch' | 'geoNear' | 'set' | 'remove' | 'inc' | 'mul' | 'min' | 'max' | 'rename' | 'push')
  | ('pop' | 'shift' | 'unshift' | 'addToSet' | 'pull' | 'pullAll' | 'sum' | 'avg' | 'first' | 'dateToString')
  | ('cond' | 'pipeline');

export interface SdkDatabase {
  readonly command: Command & { readonly aggregate: Command };
  readonly Geo: { Point(longitude: number, latitude: number): unknown };
  RegExp(expression: { regexp: string; options?: string }): unknown;
  serverDate(options?: { offset: number }): unknown;
  createCollection(name: string): Promise<unknown>;
  collection(name: string): Collection;
  startTransaction(): Promise<Transaction>;
  runTransaction<T>(run: (transaction: Transaction) => Promise<T>, retries?: number): Promise<T>;
}

/** What a call rejects with. */
export interface SdkError {
  readonly errCode?: number;
  readonly errMsg?: string;
  readonly code?: string;
  readonly message: string;
}

/** The error of a call that must fail, or undefined when it did not. */
export const failure = (call: Promise<unknown>): Promise<SdkError | undefined> =>
  call.then(
    () => undefined,
    (error: SdkError) => error,
  );
