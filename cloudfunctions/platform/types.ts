import type { Permission } from '../../shared/access/permissions';
import type { RoleGrant } from '../../shared/access/roles';
import type { Endpoint, InputOf, OutputOf } from '../../shared/contract/endpoint';
import type { AppError } from './errors';

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
  /** Keys of the texts that this person has taken their consent back from. */
  readonly withdrawn: readonly string[];
  /** The capacity chosen and checked: 'self', 'staff' or `unit:<memberId>`; undefined: everything in their own name. */
  readonly actingAs: string | undefined;
  may(permission: Permission): boolean;
  /** Cities whose records a permission reaches: 'all', or the cities of the grants that carry it. */
  reach(permission: Permission): 'all' | readonly string[];
  /**
   * Whether an account is this person's, or that of a colleague whom they stand in for: asked wherever two people must be
   * different or somebody must keep out of a matter; never to give a right.
   */
  countsAs(accountId: string): boolean;
  /** Whether a membership is this person's, or their unit's, or that of a colleague whom they stand in for. */
  countsAsMember(memberId: string): boolean;
  /** Whether the name of this person as staff, or of such a colleague, is among these; see `nameKeyOf`. */
  isAmong(nameKeys: readonly string[]): boolean;
  /**
   * The absent colleague on whose behalf the person uses a permission (on a record of a city); undefined when their own roles
   * reach that far.
   */
  behalfOf(permission: Permission, city?: string): string | undefined;
}

/**
 * A versioned record. `version` counts commits. The stored document also has `chain`, `sealed` and `sealedFor`, which belong
 * to the platform; no record may name a field of its own like that.
 */
export interface Stored {
  readonly _id: string;
  readonly version: number;
}

export type New<T extends Stored> = Omit<T, 'version'>;

/** A collection's typed description, written once in its repository file. */
export interface RecordType<T extends Stored> {
  /** Written through `Transaction` only, so every version of every record is in the journal. */
  readonly collection: string;
  /** Top-level fields kept encrypted under the subject's data key; in memory they are plain. */
  readonly sealed: readonly (keyof T & string)[];
  /** Whose personal data the record holds (data key id); undefined: nobody's, kept in plain. */
  readonly subject?: (record: New<T>) => string | undefined;
  /** Read for the plain fields alone: what is sealed stays so and no data key is read, whatever is found. */
  readonly closed?: true;
  /** What stands for the sealed fields once the subject's key is erased; default: they are absent. */
  readonly erased?: Partial<T>;
}

/**
 * Whether the caller may see a record, told from its unsealed fields alone (the sealed ones are absent). A record that they may
 * not see is answered like a missing one, by the same database calls: not even its data key is read.
 */
export type Visible<T extends Stored> = (record: T) => boolean;

/** Reads and writes inside the command's transaction: single documents only, as the cloud allows no more. */
export interface Transaction {
  get<T extends Stored>(type: RecordType<T>, id: string, visible?: Visible<T>): Promise<T | undefined>;
  /** A duplicate id or unique key is answered by `onDuplicate`, default `stale`, when the transaction is written. */
  add<T extends Stored>(type: RecordType<T>, record: New<T>, onDuplicate?: AppError): Promise<T>;
  /** Replaces the whole record, answers it with its new version; throws `stale` unless the stored version is `expecting`. */
  replace<T extends Stored>(
    type: RecordType<T>,
    record: T,
    options: { readonly expecting: number; readonly onDuplicate?: AppError },
  ): Promise<T>;
  /** Throws `stale` unless the stored version is the record's. */
  remove<T extends Stored>(type: RecordType<T>, record: T): Promise<void>;
  /**
   * Destroys the data key of a subject: whatever was ever sealed under it, journal included, can never be read again. Other
   * warm instances may remember the key for a minute. The command's answer is then kept in plain, so that it can be given again:
   * it must tell nothing of the subject.
   */
  eraseKey(subject: string): void;
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
  get<T extends Stored>(type: RecordType<T>, id: string, visible?: Visible<T>): Promise<T | undefined>;
  getMany<T extends Stored>(type: RecordType<T>, ids: readonly string[]): Promise<readonly T[]>;
  find<T extends Stored>(type: RecordType<T>, query: Query): Promise<readonly T[]>;
  count<T extends Stored>(type: RecordType<T>, where: Query['where']): Promise<number>;
}

export type FilterValue = string | number | boolean | Date | null;
/** A value matches equal values and arrays that hold it; the bounds of a range hold together. */
export type Condition = FilterValue | { readonly in: readonly FilterValue[] } | Range;
export interface Range {
  readonly gt?: FilterValue;
  readonly gte?: FilterValue;
  readonly lt?: FilterValue;
  readonly lte?: FilterValue;
}

/** Needs an index: the fields of `where` compared by equality, then those of `order`, then `_id`. */
export interface Query {
  readonly where: Readonly<Record<string, Condition>>;
  /** Fields in order; a final `_id` is added so that pages never overlap. */
  readonly order?: readonly (readonly [field: string, direction: 'asc' | 'desc'])[];
  /** At most 100. */
  readonly limit: number;
  /** The values of the order fields and `_id` of the last row seen; lists use `page()` of `cursor.ts` instead. */
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
  /** Counts this caller's calls under a name where guessing or scraping matters; throws `limit.exceeded`. */
  limit(name: string, rule: { readonly max: number; readonly perSeconds: number }): Promise<void>;
}

export interface WriteContext<E extends Endpoint> extends ReadContext<E> {
  readonly tx: Transaction;
  readonly requestId: string;
  /** Opaque random id, 22 characters (132 bits); the same again when the transaction is retried. */
  newId(): string;
}

export interface JournalTarget {
  /**
   * `<collection>:<id>` of the aggregate whose chain the row joins. The record must exist when the command ends, unless the
   * command itself removes it.
   */
  readonly aggregate: string;
  /** `<aggregate>.<verb>`, as the audit trail shows it. */
  readonly action: string;
}

/** Names the journal row of a write, from what came in, what goes out and who acts. Pure. */
export type NameRow<E extends Endpoint> = (input: InputOf<E>, output: OutputOf<E>, actor: Actor) => JournalTarget;

/** Made by `useCase()`; a write has `journal`, a read has not. */
export interface UseCase<E extends Endpoint = Endpoint> {
  readonly endpoint: E;
  /** A write is given a `WriteContext`. */
  run(context: ReadContext<E>): Promise<OutputOf<E>>;
  journal?(...parameters: Parameters<NameRow<E>>): JournalTarget;
}

/** An event of a committed command, on its way to those who react to it. */
export interface Happening {
  readonly event: JournalEvent;
  /** Id of the journal row and position of the event in it: the root of every deterministic id. */
  readonly row: string;
  readonly index: number;
  /** Aggregate of the row and the row's place in its chain. */
  readonly aggregate: string;
  readonly seq: number;
  readonly at: Date;
}

/**
 * What follows from an event. It may run twice, at once, or much later, and must come to the same; the helpers of
 * `reactions.ts` (`inboxEntry`, `command`, `dueChange`, `subscribeMessage`) make reactions of this kind.
 */
export interface Reaction {
  /** Unique among the reactions to one event type; part of stored ids, so it never changes. */
  readonly name: string;
  /** Set where the reaction writes a projection and nothing else: all of it can be made anew from the journal. */
  readonly projects?: 'due';
  /** Set where the reaction works in a transaction, which must not be left open. */
  readonly transacts?: true;
  /** @returns the journal rows of the commands it made, whose own events are then delivered with it */
  deliver(
    happening: Happening,
    world: { readonly db: Reader; readonly now: Date },
  ): Promise<import('./journal').JournalRow | readonly import('./journal').JournalRow[] | undefined>;
}

/** What a context gives to `serve()`: its use cases, and its reactions by event type (of any context). */
export interface ServedContext {
  readonly useCases: readonly UseCase[];
  readonly reactions?: Readonly<Record<string, readonly Reaction[]>>;
}
