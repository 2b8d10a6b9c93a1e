import { type IndexKeys } from './index-keys';
import type { SqliteFile, Statement } from './sqlite';
import type { StoredDocument } from './values';

/** A row of an index with the document behind it. */
interface IndexRow {
  readonly key: ArrayBuffer;
  readonly id: string;
  readonly doc: string;
}

/** Bytes from `low` (included) to `high` (left out). */
export interface KeyRange {
  readonly low: Buffer;
  readonly high: Buffer;
}

/**
 * A declared index as a SQLite b-tree beside the documents: one row per key, so an array has a row per member. It is
 * written in the same SQLite transaction as the document.
 */
export class IndexTable {
  readonly keys: IndexKeys;
  private readonly forward: Statement<IndexRow>;
  private readonly backward: Statement<IndexRow>;
  private readonly addRow: Statement<never>;
  private readonly dropRow: Statement<never>;
  private readonly owner: Statement<{ id: string }>;

  /** `arrays`: positions of fields at which some document had an array; they never leave the set. */
  constructor(
    sqlite: SqliteFile,
    readonly table: string,
    keys: IndexKeys,
    documents: string,
    readonly arrays: Set<number>,
    private readonly saveArrays: (positions: readonly number[]) => void,
  ) {
    this.keys = keys;
    const select = `SELECT e.key AS key, e.id AS id, d.doc AS doc FROM "${table}" e CROSS JOIN "${documents}" d ON d.id = e.id`;
    this.forward = sqlite.prepare(`${select} WHERE e.key >= ? AND e.key < ? ORDER BY e.key LIMIT ?`);
    this.backward = sqlite.prepare(`${select} WHERE e.key >= ? AND e.key < ? ORDER BY e.key DESC LIMIT ?`);
    this.addRow = sqlite.prepare(`INSERT INTO "${table}" (key, id) VALUES (?, ?)`);
    this.dropRow = sqlite.prepare(`DELETE FROM "${table}" WHERE key = ?`);
    this.owner = sqlite.prepare(`SELECT id FROM "${table}" WHERE key = ?`);
  }

  /** Up to `count` rows of the range, in key order or against it. */
  rows({ low, high }: KeyRange, backward: boolean, count: number): IndexRow[] {
    return (backward ? this.backward : this.forward).all([low, high, count]);
  }

  /** The id of the document that holds this key of a unique index. */
  ownerOf(key: Buffer): string | undefined {
    return this.owner.get([key])?.id;
  }

  /**
   * The other document that already holds one of this document's keys, when the index is unique. Throws when the
   * document cannot be indexed at all.
   */
  holderOfSameKey(document: StoredDocument): string | undefined {
    const { keys } = this.keys.keysOf(document);
    if (!this.keys.unique) return undefined;
    for (const key of keys) {
      const holder = this.ownerOf(key);
      if (holder !== undefined && holder !== document._id) return holder;
    }
    return undefined;
  }

  /** Replaces the rows of the old document by those of the new one. */
  update(before: StoredDocument | undefined, after: StoredDocument | undefined): void {
    const gone = new Map<string, Buffer>();
    if (before) for (const key of this.keys.keysOf(before).keys) gone.set(key.toString('latin1'), key);
    if (after) {
      const { keys, arrays } = this.keys.keysOf(after);
      this.noteArrays(arrays);
      const added = keys.filter((key) => !gone.delete(key.toString('latin1')));
      for (const key of gone.values()) this.dropRow.run([key]);
      for (const key of added) this.addRow.run([key, after._id]);
    } else {
      for (const key of gone.values()) this.dropRow.run([key]);
    }
  }

  /** Remembers, for planning, at which fields arrays occur. */
  noteArrays(positions: readonly number[]): void {
    const unseen = positions.filter((position) => !this.arrays.has(position));
    if (!unseen.length) return;
    for (const position of unseen) this.arrays.add(position);
    this.saveArrays([...this.arrays]);
  }
}
