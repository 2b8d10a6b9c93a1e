import { canonical, hashOf } from './canonical';
import { keyed } from './keys';
import type { ChainHead, StoredDocument } from './records';
import type { Data } from './sdk';
import type { JournalEvent, Stored } from './types';

/** One record that a command touched, as the journal tells it. */
export interface Change {
  readonly collection: string;
  readonly id: string;
  /** Version after the command; for a removed record its last one. */
  readonly version: number;
  /** Hash of the stored document without its chain head; '' for a removed record. */
  readonly hash: string;
  /** Whose data key seals `diff`; absent: plain. */
  readonly sealedFor?: string;
  /** Canonical text of `{ before, after }`, changed fields only. */
  readonly diff: string;
}

/** What the MAC of a row covers. */
export interface JournalEntry {
  /** Made of who asks and the request id: the same request finds its row again. */
  readonly _id: string;
  readonly aggregate: string;
  /** Place in the aggregate's chain, from 1, and the MAC of the row before ('' for the first). */
  readonly seq: number;
  readonly previous: string;
  readonly at: Date;
  /** Account id, 'system' or '' for the public. */
  readonly actor: string;
  readonly actingAs?: string;
  /** Account of the absent colleague whose permission the call needed: the actor stood in for them. */
  readonly onBehalfOf?: string;
  readonly endpoint: string;
  readonly action: string;
  /** Keyed hash of endpoint, capacity and input: the same request id with another body is refused. */
  readonly body: string;
  readonly changes: readonly Change[];
  readonly events: readonly JournalEvent[];
  /** Canonical text of what was answered, sealed under the data keys of `answerFor`; plain when nobody's. */
  readonly answer: string;
  readonly answerFor: readonly string[];
}

/** State of delivery, beside the part that the MAC covers. */
export interface DeliveryState {
  readonly state: 'pending' | 'done';
  readonly dueAt: Date;
  readonly attempts: number;
  /** Reactions that are through, as `<index of the event>:<name>`. */
  readonly delivered: readonly string[];
}

export type JournalRow = JournalEntry & DeliveryState & { readonly mac: string };

const beside = new Set(['mac', 'state', 'dueAt', 'attempts', 'delivered']);

/** MAC of a row over everything but its delivery state. */
export function macOf(row: JournalEntry): string {
  const covered = Object.entries(row).filter(([field]) => !beside.has(field));
  return keyed('JOURNAL_KEY', 'chain', canonical(Object.fromEntries(covered)));
}

/** Keyed hash of a request's body: says nothing about short inputs to one who only has the database. */
export function bodyHash(endpoint: string, actingAs: string | undefined, input: unknown): string {
  return keyed('JOURNAL_KEY', 'body', canonical([endpoint, actingAs ?? null, input]));
}

/** Hash of a stored document, as `Change.hash` and the verifier compute it. */
export function documentHash({ chain: _chain, ...document }: StoredDocument): string {
  return hashOf(document);
}

/** Time after which the timer takes over a row, in ms: the request that made it delivers first. */
const grace = 5_000;

/** Links an entry to its chain: the row to store, and the new head for the aggregate's record. */
export function link(
  entry: Omit<JournalEntry, 'seq' | 'previous'>,
  head: ChainHead | undefined,
): { row: JournalRow; head: ChainHead } {
  const linked: JournalEntry = { ...entry, seq: (head?.seq ?? 0) + 1, previous: head?.mac ?? '' };
  const mac = macOf(linked);
  const delivery: DeliveryState = {
    state: entry.events.length > 0 ? 'pending' : 'done',
    dueAt: new Date(entry.at.getTime() + grace),
    attempts: 0,
    delivered: [],
  };
  return { row: { ...linked, mac, ...delivery }, head: { seq: linked.seq, mac } };
}

/** Changed fields before and after, for the audit trail. */
export function difference(
  before: Stored | undefined,
  after: Stored | undefined,
): { readonly before: Data; readonly after: Data } {
  const left = { ...before } as Data;
  const right = { ...after } as Data;
  const fields = [...new Set([...Object.keys(left), ...Object.keys(right)])];
  const changed = fields.filter((field) => field !== '_id' && canonical(left[field]) !== canonical(right[field]));
  const pick = (record: Data) =>
    Object.fromEntries(changed.filter((field) => field in record).map((field) => [field, record[field]]));
  return { before: pick(left), after: pick(right) };
}
