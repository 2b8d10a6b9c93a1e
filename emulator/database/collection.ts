import { decodeStored, encode } from './ejson';
import { type DuplicateCode, duplicateKey, requestFailed } from './errors';
import type { History } from './history';
import type { IndexTable } from './index-table';
import type { SqliteFile, Statement } from './sqlite';
import type { StoredDocument } from './values';

/** A document row; `position` is its place in the order of insertion. */
interface DocumentRow {
  readonly id: string;
  readonly doc: string;
  readonly position: number;
}

/** Documents by `_id`: of a collection, or of a collection as a transaction sees it. */
export interface DocumentView {
  read(id: string): string | undefined;
  insert(document: StoredDocument): void;
  replace(beforeText: string, after: StoredDocument): void;
  remove(id: string, beforeText: string): void;
}

/** Mongo's largest document. */
const MAX_DOCUMENT_BYTES = 16 * 1024 * 1024;

/** SQLite orders every text before every blob, so this is above every `_id`. */
const ABOVE_EVERY_ID = Buffer.from([0]);

/** One collection: its documents and its indexes, which are always changed together. */
export class Collection implements DocumentView {
  private readonly one: Statement<{ doc: string }>;
  private readonly page: Statement<DocumentRow>;
  private readonly total: Statement<{ total: number }>;
  private readonly forward: Statement<DocumentRow>;
  private readonly backward: Statement<DocumentRow>;
  private readonly add: Statement<never>;
  private readonly change: Statement<never>;
  private readonly drop: Statement<never>;

  constructor(
    sqlite: SqliteFile,
    readonly name: string,
    readonly table: string,
    readonly indexes: readonly IndexTable[],
    private readonly duplicateCode: DuplicateCode,
    private readonly history: History,
  ) {
    const select = `SELECT id, doc, rowid AS position FROM "${table}"`;
    this.one = sqlite.prepare(`SELECT doc FROM "${table}" WHERE id = ?`);
    this.page = sqlite.prepare(`${select} WHERE rowid > ? ORDER BY rowid LIMIT ?`);
    this.total = sqlite.prepare(`SELECT count(*) AS total FROM "${table}"`);
    this.forward = sqlite.prepare(`${select} WHERE id >= ? AND id <= ? ORDER BY id LIMIT ?`);
    this.backward = sqlite.prepare(`${select} WHERE id >= ? AND id <= ? ORDER BY id DESC LIMIT ?`);
    this.add = sqlite.prepare(`INSERT INTO "${table}" (id, doc) VALUES (?, ?)`);
    this.change = sqlite.prepare(`UPDATE "${table}" SET doc = ? WHERE id = ?`);
    this.drop = sqlite.prepare(`DELETE FROM "${table}" WHERE id = ?`);
  }

  /** The EJSON text of a document. */
  read(id: string): string | undefined {
    return this.one.get([id])?.doc;
  }

  count(): number {
    return this.total.get()?.total ?? 0;
  }

  /** Documents in the order of insertion, after a position. */
  after(position: number, count: number): DocumentRow[] {
    return this.page.all([position, count]);
  }

  /** Documents by `_id` from `low` to `high`, both included; undefined is unbounded. */
  byId(low: string | undefined, high: string | undefined, backward: boolean, count: number): DocumentRow[] {
    return (backward ? this.backward : this.forward).all([low ?? '', high ?? ABOVE_EVERY_ID, count]);
  }

  /** Throws E11000 when the `_id` or a unique key is taken. */
  insert(document: StoredDocument): void {
    if (this.read(document._id) !== undefined) throw this.duplicateId(document._id);
    this.checkUnique(document);
    const text = fitting(document, 'object to insert too large');
    this.history.note(this.name, document._id, undefined);
    this.add.run([document._id, text]);
    for (const index of this.indexes) index.update(undefined, document);
  }

  /** Throws E11000 when a unique key is taken. */
  replace(beforeText: string, after: StoredDocument): void {
    this.checkUnique(after);
    const text = fitting(after, 'Resulting document after update is too large');
    if (text === beforeText) return;
    this.history.note(this.name, after._id, beforeText);
    this.change.run([text, after._id]);
    if (!this.indexes.length) return;
    const before = decodeStored<StoredDocument>(beforeText);
    for (const index of this.indexes) index.update(before, after);
  }

  remove(id: string, beforeText: string): void {
    this.history.note(this.name, id, beforeText);
    this.drop.run([id]);
    if (!this.indexes.length) return;
    const before = decodeStored<StoredDocument>(beforeText);
    for (const index of this.indexes) index.update(before, undefined);
  }

  /** Also finds keys that cannot be indexed (too large, parallel arrays) before anything is written. */
  private checkUnique(document: StoredDocument): void {
    for (const index of this.indexes) {
      if (index.holderOfSameKey(document) !== undefined) throw this.duplicate(index, document);
    }
  }

  duplicateId(id: string) {
    return duplicateKey(this.name, '_id_', `{ : ${JSON.stringify(id)} }`, this.duplicateCode);
  }

  duplicate(index: IndexTable, document: StoredDocument) {
    const { keys } = index;
    return duplicateKey(this.name, keys.definition.name, keys.describe(document), this.duplicateCode);
  }
}

/** The document's text, unless it is beyond Mongo's limit (measured on the text, which is longer than BSON). */
function fitting(document: StoredDocument, complaint: string): string {
  const text = encode(document);
  if (text.length > MAX_DOCUMENT_BYTES / 4) {
    const bytes = Buffer.byteLength(text);
    if (bytes > MAX_DOCUMENT_BYTES) {
      throw requestFailed(`${complaint}. size in bytes: ${bytes}, max size: ${MAX_DOCUMENT_BYTES}`);
    }
  }
  return text;
}
