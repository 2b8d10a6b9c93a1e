import { aggregate } from './aggregate';
import type { DocumentView } from './collection';
import { DatabaseError, type DuplicateCode, invalidParameter } from './errors';
import { History } from './history';
import { allowScans, count, getMany, getOne, refuseScans, type ScanGuard } from './reads';
import { RequestReader } from './request';
import { Store } from './store';
import { Transactions } from './transaction';
import type { Database, DatabaseOptions, DatabaseOutcome, DatabaseRequest } from './types';
import type { StoredDocument } from './values';
import { insert, modifyAndReturn, modifyMany, modifyOne, removeMany, removeOne } from './writes';

export type { Database, DatabaseOptions, DatabaseOutcome, DatabaseRequest } from './types';

/** A database that can also be filled in bulk. */
export interface LoadableDatabase extends Database {
  /** Adds many new documents in one go; returns how many. Throws when an `_id` or a unique key is taken. */
  bulkLoad(collection: string, documents: Iterable<StoredDocument>): number;
  /** The names of all collections. */
  collectionNames(): readonly string[];
}

/** Opens the file, creates missing collections and builds missing indexes. Throws when a definition is out of bounds. */
export function openDatabase(options: DatabaseOptions): LoadableDatabase {
  return new DocumentDatabase(options);
}

type Writing = { outcome: DatabaseOutcome; refusal?: DatabaseError };

class DocumentDatabase implements LoadableDatabase {
  private readonly store: Store;
  private readonly transactions: Transactions;
  private readonly now: () => number;
  private readonly guard: ScanGuard;

  constructor(options: DatabaseOptions) {
    const history = new History();
    const duplicateCode: DuplicateCode = options.duplicateCode ?? 'DATABASE_REQUEST_FAILED';
    this.store = new Store(options.file, options.collections, duplicateCode, history);
    this.transactions = new Transactions(this.store, history, options.monotonic ?? (() => performance.now()));
    this.now = options.now;
    this.guard = options.refuseScans ? refuseScans : allowScans;
  }

  execute(request: DatabaseRequest): DatabaseOutcome {
    try {
      return this.perform(request);
    } catch (error) {
      if (!(error instanceof DatabaseError)) throw error;
      return { body: { code: error.code, message: error.message }, examined: 0, returned: 0 };
    }
  }

  abandon(transactionIds: readonly string[]): void {
    this.transactions.abandon(transactionIds);
  }

  bulkLoad(collection: string, documents: Iterable<StoredDocument>): number {
    return this.store.bulkLoad(collection, documents);
  }

  collectionNames(): readonly string[] {
    return this.store.names();
  }

  close(): void {
    this.store.close();
  }

  private perform(request: DatabaseRequest): DatabaseOutcome {
    const reader = new RequestReader(request, this.now);
    switch (request.action) {
      case 'database.addCollection':
        return this.addCollection(reader.collection);
      case 'database.startTransaction':
        return { body: { transactionId: this.transactions.start() }, examined: 0, returned: 0 };
      case 'database.commitTransaction':
        return { body: {}, examined: 0, returned: this.transactions.commit(reader.transactionId ?? '') };
      case 'database.abortTransaction':
        this.transactions.abort(reader.transactionId ?? '');
        return { body: {}, examined: 0, returned: 0 };
      case 'database.getDocument':
        return this.get(reader);
      case 'database.calculateDocument':
        return count(this.store.collection(reader.collection), reader, this.guard);
      case 'database.aggregateDocuments':
        return aggregate(this.store, reader, this.now);
      default:
        return this.performWrite(request.action, reader);
    }
  }

  private performWrite(action: string, reader: RequestReader): DatabaseOutcome {
    const collection = () => this.store.collection(reader.collection);
    switch (action) {
      case 'database.insertDocument':
        return this.write(reader, (view) => insert(view, reader));
      case 'database.modifyDocument':
        if (reader.isDocument) return this.write(reader, (view) => ({ outcome: modifyOne(view, reader) }));
        return this.writeMany(reader, () => modifyMany(collection(), reader, this.guard));
      case 'database.modifyAndReturnDoc':
        return this.write(reader, (view) => ({ outcome: modifyAndReturn(view, reader) }));
      case 'database.removeDocument':
        if (reader.isDocument) return this.write(reader, (view) => ({ outcome: removeOne(view, reader) }));
        return this.writeMany(reader, () => ({ outcome: removeMany(collection(), reader, this.guard) }));
      default:
        throw invalidParameter(`unknown action ${action}`);
    }
  }

  private addCollection(name: string): DatabaseOutcome {
    if (!/^[A-Za-z][\w-]{0,63}$/.test(name)) throw invalidParameter(`not a name for a collection: ${name}`);
    this.store.create(name);
    return { body: {}, examined: 0, returned: 0 };
  }

  private get(reader: RequestReader): DatabaseOutcome {
    const collection = this.store.collection(reader.collection);
    if (!reader.isDocument) return getMany(collection, reader, this.guard);
    const { transactionId } = reader;
    return getOne(transactionId ? this.transactions.view(transactionId, collection) : collection, reader);
  }

  /** A write by `_id`: into the transaction's memory, or to the file. A refusal in a transaction ends it, as in Mongo. */
  private write(reader: RequestReader, run: (view: DocumentView) => Writing): DatabaseOutcome {
    const collection = this.store.collection(reader.collection);
    const { transactionId } = reader;
    if (!transactionId) return this.kept(() => run(collection));
    const view = this.transactions.view(transactionId, collection);
    try {
      return accepted(run(view));
    } catch (error) {
      this.transactions.abandon([transactionId]);
      throw error;
    }
  }

  private writeMany(reader: RequestReader, run: () => Writing): DatabaseOutcome {
    if (reader.transactionId) throw invalidParameter('in a transaction only doc() and add() are allowed, not where()');
    return this.kept(run);
  }

  /** What was done before a refusal stays, as in Mongo. */
  private kept(run: () => Writing): DatabaseOutcome {
    return accepted(this.store.atomically(run));
  }
}

function accepted({ outcome, refusal }: Writing): DatabaseOutcome {
  if (refusal) throw refusal;
  return outcome;
}
