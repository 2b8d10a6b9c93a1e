import { canonical } from './canonical';
import { seal } from './cipher';
import { isDuplicate } from './database-errors';
import { AppError } from './errors';
import { type Change, difference, documentHash, type JournalEntry, type JournalRow, link } from './journal';
import type { Keyring } from './keyring';
import { type ChainHead, type StoredDocument, toDocument, toRecord } from './records';
import { type Data, operators, type TransactionHandle } from './sdk';
import type { JournalEvent, New, RecordType, Stored, Transaction, Visible } from './types';

/** Tells `retrying` that the transaction met a document that another one wrote after its snapshot was taken. */
export class Conflict extends Error {}

/** A record or unique key was there already; after one more try with a newer snapshot the refusal stands. */
export class Duplicate extends Error {
  constructor(readonly refusal: AppError) {
    super('duplicate');
  }
}

/** What the transaction knows about one document. */
interface Entry {
  readonly type: RecordType<Stored>;
  /** As it is stored; undefined: not there. */
  readonly base: StoredDocument | undefined;
  readonly before: Stored | undefined;
  /** As it will be; undefined: removed, or not there. */
  readonly after: Stored | undefined;
  readonly touched: boolean;
  /** 'retry': somebody else just made the same thing for the same reason. */
  readonly onDuplicate: AppError | 'retry';
}

const stale = () => new AppError('stale');
const untyped = <T extends Stored>(type: RecordType<T>) => type as unknown as RecordType<Stored>;

/**
 * The command's view of its transaction. Reads go to the cloud; writes wait until the command has ended and are sent with the
 * journal row, which goes first: the loser of a double submit meets the row before anything else.
 */
export class WriteSet implements Transaction {
  readonly events: JournalEvent[] = [];
  readonly #entries = new Map<string, Entry>();

  constructor(
    private readonly handle: TransactionHandle,
    private readonly keys: Keyring,
  ) {}

  async get<T extends Stored>(type: RecordType<T>, id: string, visible: Visible<T> = () => true): Promise<T | undefined> {
    return (await this.#entry(type, id, visible as Visible<Stored>))?.after as T | undefined;
  }

  async add<T extends Stored>(type: RecordType<T>, record: New<T>, onDuplicate: AppError | 'retry' = stale()): Promise<T> {
    const known = this.#entries.get(`${type.collection}:${record._id}`);
    if (known?.after && onDuplicate !== 'retry') throw onDuplicate;
    const added = { ...record, version: (known?.base?.version ?? 0) + 1 } as unknown as T;
    this.#put(type, { base: known?.base, before: known?.before, after: added, onDuplicate });
    return added;
  }

  async replace<T extends Stored>(
    type: RecordType<T>,
    record: T,
    { expecting, onDuplicate = stale() }: { readonly expecting: number; readonly onDuplicate?: AppError },
  ): Promise<T> {
    const { base, before, after } = await this.#entry(type, record._id);
    if (after?.version !== expecting) throw stale();
    const replaced = { ...record, version: (base?.version ?? 0) + 1 };
    this.#put(type, { base, before, after: replaced, onDuplicate });
    return replaced;
  }

  async remove<T extends Stored>(type: RecordType<T>, record: T): Promise<void> {
    const { base, before, after } = await this.#entry(type, record._id);
    if (after?.version !== record.version) throw stale();
    const removed = { type: untyped(type), base, before, after: undefined, touched: base !== undefined, onDuplicate: stale() };
    this.#set(`${type.collection}:${record._id}`, removed);
  }

  eraseKey(subject: string): void {
    this.keys.doomed.add(subject);
  }

  emit(event: JournalEvent): void {
    this.events.push(Object.fromEntries(Object.entries(event).filter(([, value]) => value !== undefined)) as JournalEvent);
  }

  /** Sends new data keys, the journal row and every touched record; commits nothing. */
  async write(entry: Omit<JournalEntry, 'seq' | 'previous' | 'changes' | 'events'>): Promise<JournalRow> {
    const head = await this.#head(entry.aggregate);
    const documents = new Map<string, StoredDocument>();
    const changes: Change[] = [];
    for (const [key, touched] of this.#touched()) {
      const document = touched.after && (await toDocument(touched.type, touched.after, this.keys));
      if (document) documents.set(key, document);
      changes.push(await this.#change(entry._id, touched, document));
    }
    const linked = link({ ...entry, changes, events: this.events }, head);
    await this.#insert('journal', linked.row as unknown as Data, 'retry');
    for (const key of this.keys.fresh) await this.#insert('dataKeys', key, 'retry');
    for (const doomed of this.keys.doomed) {
      await this.handle
        .collection('dataKeys')
        .doc(doomed)
        .set({ data: { erasedAt: entry.at } });
    }
    for (const [key, touched] of this.#touched())
      await this.#send(touched, documents.get(key), key === entry.aggregate ? linked.head : undefined);
    await this.#moveHead(entry.aggregate, linked.head);
    return linked.row;
  }

  #touched(): readonly (readonly [string, Entry])[] {
    return [...this.#entries].filter(([, entry]) => entry.touched);
  }

  async #entry<T extends Stored>(type: RecordType<T>, id: string): Promise<Entry>;
  async #entry<T extends Stored>(type: RecordType<T>, id: string, visible: Visible<Stored>): Promise<Entry | undefined>;
  async #entry<T extends Stored>(type: RecordType<T>, id: string, visible?: Visible<Stored>): Promise<Entry | undefined> {
    const key = `${type.collection}:${id}`;
    const known = this.#entries.get(key);
    if (known) return known.after && visible?.(known.after) === false ? undefined : known;
    const { data } = await this.handle.collection(type.collection).doc(id).get();
    const base = (data ?? undefined) as StoredDocument | undefined;
    if (base && visible?.(base) === false) return undefined;
    const before = base && (await toRecord(type, base, this.keys));
    return this.#set(key, { type: untyped(type), base, before, after: before, touched: false, onDuplicate: stale() });
  }

  #put<T extends Stored>(type: RecordType<T>, entry: Omit<Entry, 'type' | 'touched'> & { readonly after: T }): void {
    this.#set(`${type.collection}:${entry.after._id}`, { ...entry, type: untyped(type), touched: true });
  }

  #set(key: string, entry: Entry): Entry {
    this.#entries.set(key, entry);
    return entry;
  }

  /** The chain head of the aggregate, which may be a record that the command did not touch. */
  async #head(aggregate: string): Promise<ChainHead | undefined> {
    const known = this.#entries.get(aggregate);
    if (known?.base || known?.touched) return known.base?.chain;
    const { data } = await this.#handleOf(aggregate).get();
    if (!data) throw new Error(`the aggregate of the journal row does not exist: ${aggregate.split(':')[0]}`);
    return (data as StoredDocument).chain;
  }

  async #change(row: string, { type, before, after }: Entry, document: StoredDocument | undefined): Promise<Change> {
    const record = (after ?? before) as Stored;
    const diff = canonical(difference(before, after));
    const place = `journal/${row}/${type.collection}/${record._id}`;
    const subject = type.subject?.(record);
    const told = {
      collection: type.collection,
      id: record._id,
      version: record.version,
      hash: document ? documentHash(document) : '',
    };
    if (subject === undefined) return { ...told, diff };
    if (!(await this.keys.forReading(subject)) && this.keys.isErased(subject)) return { ...told, sealedFor: subject, diff: '' };
    return { ...told, sealedFor: subject, diff: seal(await this.keys.forWriting(subject), place, diff) };
  }

  async #send(
    { type, base, before, after, onDuplicate }: Entry,
    document: StoredDocument | undefined,
    head: ChainHead | undefined,
  ) {
    const chain = head ?? base?.chain;
    const id = (after ?? before)?._id as string;
    const handle = this.handle.collection(type.collection).doc(id);
    if (!document) return void (await handle.remove());
    const { _id, ...fields } = chain ? { ...document, chain } : document;
    if (!base) return this.#insert(type.collection, { _id, ...fields }, onDuplicate);
    try {
      await handle.set({ data: fields });
    } catch (error) {
      throw isDuplicate(error) ? duplicate(onDuplicate) : error;
    }
  }

  async #insert(collection: string, data: Data, onDuplicate: AppError | 'retry'): Promise<void> {
    try {
      await this.handle.collection(collection).add({ data });
    } catch (error) {
      throw isDuplicate(error) ? duplicate(onDuplicate) : error;
    }
  }

  async #moveHead(aggregate: string, head: ChainHead): Promise<void> {
    if (this.#entries.get(aggregate)?.touched) return;
    await this.#handleOf(aggregate).update({ data: { chain: operators.set(head) } });
  }

  #handleOf(aggregate: string) {
    const [collection = '', id = ''] = aggregate.split(/:(.*)/s);
    return this.handle.collection(collection).doc(id);
  }
}

const duplicate = (refusal: AppError | 'retry') => (refusal === 'retry' ? new Conflict('duplicate') : new Duplicate(refusal));
