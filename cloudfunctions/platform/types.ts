import type { Permission } from '../../shared/access/permissions';
import type { RoleGrant } from '../../shared/access/roles';
import type { Endpoint, InputOf, OutputOf } from '../../shared/contract/endpoint';

/** Who is calling, read in this very call. `system` is a timer or a reaction to a journal event. */
export interface Actor {
  readonly kind: 'person' | 'system' | 'public';
  /** Account id; for a person without an account yet, the id the account will get in this transaction. '' for public. */
  readonly id: string;
  readonly openid: string;
  readonly grants: readonly RoleGrant[];
  /** The individual membership of this person, if any. */
  readonly memberId: string | undefined;
  /** Unit members this person represents. */
  readonly represents: readonly string[];
  /** The capacity chosen and checked: 'self', 'staff' or `unit:<memberId>`; undefined: everything in their own name. */
  readonly actingAs: string | undefined;
  may(permission: Permission): boolean;
  /** Cities whose records a permission reaches: 'all', or the cities of the grants that carry it. */
  reach(permission: Permission): 'all' | readonly string[];
}

/** A versioned record. `version` counts commits; `chain` is the head of its journal (set on aggregates by the platform). */
export interface Stored {
  readonly _id: string;
  readonly version: number;
}

export type New<T extends Stored> = Omit<T, 'version'>;

/** A collection's typed description, written once in its repository file. */
export interface RecordType<T extends Stored> {
  readonly collection: string;
  /** Top-level fields kept encrypted under the subject's data key; in memory they are plain. */
  readonly sealed: readonly (keyof T & string)[];
  /** Whose personal data the record holds (data key id); undefined: nobody's, kept in plain. */
  readonly subject?: (record: New<T>) => string | undefined;
}

/** Reads and writes inside the command's transaction: single documents only, as the cloud allows no more. */
export interface Transaction {
  get<T extends Stored>(type: RecordType<T>, id: string): Promise<T | undefined>;
  /** A duplicate id is answered by `AppError(onDuplicate)`, default `stale`. */
  add<T extends Stored>(type: RecordType<T>, record: New<T>, onDuplicate?: import('./errors').AppError): Promise<T>;
  /** Replaces the whole record; throws `stale` unless the stored version is `expecting`. */
  replace<T extends Stored>(type: RecordType<T>, record: T, options: { readonly expecting: number }): Promise<T>;
  remove<T extends Stored>(type: RecordType<T>, record: T): Promise<void>;
  /** Announces what happened, for other contexts, inbox and messages; ids and codes only, never personal data. */
  emit(event: JournalEvent): void;
}

/** Something that happened. `type` is `<aggregate>.<pastParticiple>`; the other fields are ids, codes, ISO times. */
export interface JournalEvent {
  readonly type: string;
  readonly [field: string]: string | number | boolean | readonly string[] | undefined;
}

/** Reads outside a transaction. Filters are built from typed values; `undefined` in one is refused. */
export interface Reader {
  get<T extends Stored>(type: RecordType<T>, id: string): Promise<T | undefined>;
  getMany<T extends Stored>(type: RecordType<T>, ids: readonly string[]): Promise<readonly T[]>;
  find<T extends Stored>(type: RecordType<T>, query: Query): Promise<readonly T[]>;
  count<T extends Stored>(type: RecordType<T>, where: Query['where']): Promise<number>;
}

export type FilterValue = string | number | boolean | Date | null;
export type Condition =
  | FilterValue
  | { readonly in: readonly FilterValue[] }
  | { readonly lt: FilterValue }
  | { readonly gte: FilterValue };

export interface Query {
  readonly where: Readonly<Record<string, Condition>>;
  /** Fields in order; a final `_id` is added so that pages never overlap. */
  readonly order?: readonly (readonly [field: string, direction: 'asc' | 'desc'])[];
  /** At most 100. */
  readonly limit: number;
  /** The values of the order fields and `_id` of the last row seen (see `cursor.ts`). */
  readonly after?: readonly FilterValue[];
}

export interface Files {
  /** Downloads at most `maxBytes`; throws `file.refused` when larger or missing. */
  download(fileId: string, maxBytes: number): Promise<Uint8Array>;
  /** Short-lived addresses, in the order of the ids; undefined for a missing file. */
  urls(fileIds: readonly string[]): Promise<readonly (string | undefined)[]>;
  remove(fileIds: readonly string[]): Promise<void>;
}

export interface ReadContext<E extends Endpoint> {
  readonly actor: Actor;
  readonly input: InputOf<E>;
  readonly db: Reader;
  readonly files: Files;
  readonly now: Date;
}

export interface WriteContext<E extends Endpoint> extends ReadContext<E> {
  readonly tx: Transaction;
  readonly requestId: string;
  /** Opaque random id, 22 characters (132 bits); the same again when the transaction is retried. */
  newId(): string;
}

export interface JournalTarget {
  /** `<collection>:<id>` of the aggregate whose chain the row joins. */
  readonly aggregate: string;
  readonly action: string;
}

export interface UseCase<E extends Endpoint = Endpoint> {
  readonly endpoint: E;
  readonly run: (context: WriteContext<E>) => Promise<OutputOf<E>>;
}
