import { randomUUID } from 'node:crypto';
import type { Collection, DocumentView } from './collection';
import { encode } from './ejson';
import { DatabaseError, transactionConflict, transactionMissing } from './errors';
import { documentKey, type History } from './history';
import type { Store } from './store';
import type { StoredDocument } from './values';

/** The cloud's life of a transaction, in ms. */
const LIFE = 30_000;

interface Write {
  readonly collection: Collection;
  readonly id: string;
  readonly after: StoredDocument | undefined;
  /** Unique keys that the write takes, by name. */
  readonly keys: readonly string[];
}

interface Transaction {
  readonly id: string;
  readonly startedAt: number;
  snapshot: number | undefined;
  readonly writes: Map<string, Write>;
}

/**
 * Client transactions with snapshot isolation. The snapshot begins at the first operation; writes wait in memory and
 * are applied by one SQLite transaction at the commit. A write conflicts at once when the document has changed since
 * the snapshot or another open transaction has written it; the transaction then ends by itself. Reads never conflict.
 *
 * In the cloud a write outside of transactions waits for the open transaction that holds its document. Here it goes
 * through at once and the transaction conflicts at its next write of that document, at the latest at its commit: no
 * update is lost, nobody waits, and the retry that every caller needs anyway runs into the new state.
 */
export class Transactions {
  private readonly open = new Map<string, Transaction>();
  /** Who has written a document, or taken a unique key: its name → transaction and `_id`. */
  private readonly claims = new Map<string, { readonly transaction: Transaction; readonly id: string }>();

  constructor(
    private readonly store: Store,
    private readonly history: History,
    private readonly monotonic: () => number,
  ) {}

  start(): string {
    const transaction: Transaction = {
      id: randomUUID(),
      startedAt: this.monotonic(),
      snapshot: undefined,
      writes: new Map(),
    };
    this.open.set(transaction.id, transaction);
    return transaction.id;
  }

  /** The documents of a collection as the transaction sees them. Throws DATABASE_TRANSACTION_FAIL when it is over. */
  view(id: string, collection: Collection): DocumentView {
    const transaction = this.require(id);
    transaction.snapshot ??= this.history.take(transaction);
    return {
      read: (documentId) => this.read(transaction, collection, documentId),
      insert: (document) => {
        if (this.read(transaction, collection, document._id) !== undefined) throw collection.duplicateId(document._id);
        this.write(transaction, collection, document._id, document);
      },
      replace: (_before, after) => this.write(transaction, collection, after._id, after),
      remove: (documentId) => this.write(transaction, collection, documentId, undefined),
    };
  }

  /** Makes all writes durable together. Throws a conflict when a document was changed from outside meanwhile. */
  commit(id: string): number {
    const transaction = this.require(id);
    this.end(transaction);
    const writes = [...transaction.writes.values()];
    for (const write of writes) {
      if (this.changedSince(transaction, write.collection, write.id)) throw this.lost(transaction);
    }
    try {
      if (!writes.length) return 0;
      this.store.atomically(() => {
        // What goes away makes room for unique keys.
        for (const write of writes.filter(({ after }) => !after)) apply(write);
        for (const write of writes.filter(({ after }) => after)) apply(write);
      });
    } catch (error) {
      // Only a write from outside can have taken a key that was free when this transaction claimed it.
      throw error instanceof DatabaseError ? this.lost(transaction) : error;
    } finally {
      this.history.release(transaction);
    }
    return writes.length;
  }

  abort(id: string): void {
    const transaction = this.require(id);
    this.end(transaction);
    this.history.release(transaction);
  }

  /** Ends transactions that may be over already. */
  abandon(ids: readonly string[]): void {
    for (const id of ids) if (this.open.has(id) && this.alive(id)) this.abort(id);
  }

  private require(id: string): Transaction {
    const transaction = this.alive(id);
    if (!transaction) throw transactionMissing();
    return transaction;
  }

  private alive(id: string): Transaction | undefined {
    const transaction = this.open.get(id);
    if (!transaction) return undefined;
    if (this.monotonic() - transaction.startedAt <= LIFE) return transaction;
    this.end(transaction);
    this.history.release(transaction);
    return undefined;
  }

  private end(transaction: Transaction): void {
    this.open.delete(transaction.id);
    for (const [name, claim] of this.claims) if (claim.transaction === transaction) this.claims.delete(name);
  }

  private lost(transaction: Transaction): DatabaseError {
    this.end(transaction);
    this.history.release(transaction);
    return transactionConflict();
  }

  private read(transaction: Transaction, collection: Collection, id: string): string | undefined {
    const key = documentKey(collection.name, id);
    const own = transaction.writes.get(key);
    if (own) return own.after && encode(own.after);
    const earlier = this.history.seenAt(transaction.snapshot ?? 0, key);
    return earlier ? earlier.text : collection.read(id);
  }

  private changedSince(transaction: Transaction, collection: Collection, id: string): boolean {
    return this.history.seenAt(transaction.snapshot ?? 0, documentKey(collection.name, id)) !== undefined;
  }

  private write(transaction: Transaction, collection: Collection, id: string, after: StoredDocument | undefined): void {
    const key = documentKey(collection.name, id);
    if (this.claimedByOther(transaction, key) || this.changedSince(transaction, collection, id)) throw this.lost(transaction);
    for (const name of transaction.writes.get(key)?.keys ?? []) this.claims.delete(name);
    const keys = after ? this.claimUniqueKeys(transaction, collection, after) : [];
    this.claims.set(key, { transaction, id });
    transaction.writes.set(key, { collection, id, after, keys });
  }

  private claimedByOther(transaction: Transaction, name: string): boolean {
    const claim = this.claims.get(name);
    return claim !== undefined && claim.transaction !== transaction && this.alive(claim.transaction.id) !== undefined;
  }

  /** Takes the document's unique keys. Throws E11000 when the snapshot has them, a conflict when they came later. */
  private claimUniqueKeys(transaction: Transaction, collection: Collection, document: StoredDocument): string[] {
    const taken: string[] = [];
    for (const index of collection.indexes) {
      const { keys } = index.keys.keysOf(document);
      if (!index.keys.unique) continue;
      for (const key of keys) {
        const name = `${collection.name}\u0000${index.table}\u0000${key.toString('latin1')}`;
        if (this.claimedByOther(transaction, name)) throw this.lost(transaction);
        const ownClaim = this.claims.get(name);
        const rival =
          ownClaim?.transaction === transaction ? ownClaim.id : this.holderOutside(transaction, collection, index.ownerOf(key));
        if (rival !== undefined && rival !== document._id) {
          if (this.changedSince(transaction, collection, rival)) throw this.lost(transaction);
          throw collection.duplicate(index, document);
        }
        this.claims.set(name, { transaction, id: document._id });
        taken.push(name);
      }
    }
    return taken;
  }

  /** The committed holder of a key, unless this transaction has rewritten it: then its own claims decide. */
  private holderOutside(transaction: Transaction, collection: Collection, holder: string | undefined): string | undefined {
    return holder !== undefined && transaction.writes.has(documentKey(collection.name, holder)) ? undefined : holder;
  }
}

function apply({ collection, id, after }: Write): void {
  const before = collection.read(id);
  if (after && before !== undefined) collection.replace(before, after);
  else if (after) collection.insert(after);
  else if (before !== undefined) collection.remove(id, before);
}
