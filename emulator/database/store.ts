import type { CollectionDefinition, IndexDefinition } from '../definition';
import { Collection } from './collection';
import { decodeStored, encode } from './ejson';
import { collectionExists, collectionMissing, type DuplicateCode, duplicateKey } from './errors';
import type { History } from './history';
import { IndexKeys } from './index-keys';
import { IndexTable } from './index-table';
import { SqliteFile } from './sqlite';
import type { StoredDocument } from './values';

const MAX_INDEXES = 20;
const MAX_INDEX_FIELDS = 31;
const BUILD_BATCH = 1000;

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS collections (number INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
  CREATE TABLE IF NOT EXISTS indexes (
    number INTEGER PRIMARY KEY, collection INTEGER NOT NULL, definition TEXT NOT NULL, arrays TEXT NOT NULL);
`;

interface SavedIndex {
  readonly number: number;
  readonly definition: string;
  readonly arrays: string;
}

/** All collections in one SQLite file, with the indexes of the given definitions. */
export class Store {
  private readonly sqlite: SqliteFile;
  private readonly collections = new Map<string, Collection>();

  /** Creates what the definitions name and is missing. Throws when a definition exceeds the cloud's limits. */
  constructor(
    file: string,
    definitions: readonly CollectionDefinition[],
    private readonly duplicateCode: DuplicateCode,
    private readonly history: History,
  ) {
    for (const definition of definitions) checkLimits(definition);
    this.sqlite = new SqliteFile(file);
    try {
      this.sqlite.run(SCHEMA);
      this.sqlite.atomically(() => this.openAll(definitions));
    } catch (error) {
      this.sqlite.close();
      throw error;
    }
  }

  /** Throws DATABASE_COLLECTION_NOT_EXIST. */
  collection(name: string): Collection {
    const collection = this.collections.get(name);
    if (!collection) throw collectionMissing(name);
    return collection;
  }

  names(): string[] {
    return [...this.collections.keys()];
  }

  create(name: string): void {
    if (this.collections.has(name)) throw collectionExists();
    this.sqlite.atomically(() => {
      this.sqlite.prepare('INSERT INTO collections (name) VALUES (?)').run([name]);
      const row = this.sqlite.prepare<{ number: number }>('SELECT number FROM collections WHERE name = ?').get([name]);
      this.open(row?.number ?? 0, name, []);
    });
  }

  /** Runs the block in one SQLite transaction: durable when this returns, undone when it throws. */
  atomically<T>(block: () => T): T {
    try {
      const result = this.sqlite.atomically(block);
      this.history.committed();
      return result;
    } catch (error) {
      this.history.undone();
      throw error;
    }
  }

  close(): void {
    this.sqlite.close();
  }

  private openAll(definitions: readonly CollectionDefinition[]): void {
    const indexes = new Map(definitions.map(({ name, indexes: declared }) => [name, declared]));
    for (const { name } of definitions) {
      this.sqlite.prepare('INSERT OR IGNORE INTO collections (name) VALUES (?)').run([name]);
    }
    const saved = this.sqlite.prepare<{ number: number; name: string }>('SELECT number, name FROM collections ORDER BY number');
    for (const { number, name } of saved.all()) this.open(number, name, indexes.get(name) ?? []);
  }

  private open(number: number, name: string, declared: readonly IndexDefinition[]): void {
    const table = `c${number}`;
    this.sqlite.run(`CREATE TABLE IF NOT EXISTS "${table}" (id TEXT PRIMARY KEY NOT NULL, doc TEXT NOT NULL)`);
    const saved = this.sqlite
      .prepare<SavedIndex>('SELECT number, definition, arrays FROM indexes WHERE collection = ?')
      .all([number]);
    const wanted = new Map(declared.map((definition) => [JSON.stringify(definition), definition]));
    for (const index of saved) if (!wanted.has(index.definition)) this.dropIndex(index.number);
    const indexes = [...wanted].map(([text, definition]) => {
      const known = saved.find((index) => index.definition === text);
      return known ? this.index(known, definition, table) : this.build(number, name, definition, table);
    });
    this.collections.set(name, new Collection(this.sqlite, name, table, indexes, this.duplicateCode, this.history));
  }

  private index({ number, arrays }: SavedIndex, definition: IndexDefinition, documents: string): IndexTable {
    const save = this.sqlite.prepare('UPDATE indexes SET arrays = ? WHERE number = ?');
    const positions = new Set(JSON.parse(arrays) as number[]);
    return new IndexTable(this.sqlite, `i${number}`, new IndexKeys(definition), documents, positions, (all) =>
      save.run([JSON.stringify(all), number]),
    );
  }

  private dropIndex(number: number): void {
    this.sqlite.run(`DROP TABLE IF EXISTS "i${number}"`);
    this.sqlite.prepare('DELETE FROM indexes WHERE number = ?').run([number]);
  }

  /** Creates an index and fills it from the documents that are already there. */
  private build(collection: number, name: string, definition: IndexDefinition, documents: string): IndexTable {
    const text = JSON.stringify(definition);
    this.sqlite.prepare("INSERT INTO indexes (collection, definition, arrays) VALUES (?, ?, '[]')").run([collection, text]);
    const saved = this.sqlite
      .prepare<SavedIndex>('SELECT number, definition, arrays FROM indexes ORDER BY number DESC LIMIT 1')
      .get();
    if (!saved) throw new Error('the index was not recorded');
    this.sqlite.run(`CREATE TABLE "i${saved.number}" (key BLOB PRIMARY KEY NOT NULL, id TEXT NOT NULL) WITHOUT ROWID`);
    const index = this.index(saved, definition, documents);
    const page = this.sqlite.prepare<{ doc: string; position: number }>(
      `SELECT doc, rowid AS position FROM "${documents}" WHERE rowid > ? ORDER BY rowid LIMIT ?`,
    );
    let rows = page.all([0, BUILD_BATCH]);
    while (rows.length) {
      for (const row of rows) {
        const document = decodeStored<StoredDocument>(row.doc);
        if (index.holderOfSameKey(document) !== undefined) {
          throw duplicateKey(name, definition.name, index.keys.describe(document), this.duplicateCode);
        }
        index.update(undefined, document);
      }
      rows = page.all([rows.at(-1)?.position ?? 0, BUILD_BATCH]);
    }
    return index;
  }

  /** Adds many new documents at once, for instance a million rows of sample data. Throws when a key is taken. */
  bulkLoad(name: string, documents: Iterable<StoredDocument>): number {
    const { table, indexes } = this.collection(name);
    const entries = new Map<IndexTable, [Buffer, string][]>(indexes.map((index) => [index, []]));
    const rows = function* (): Generator<[string, string]> {
      for (const document of documents) {
        for (const [index, list] of entries) {
          const { keys, arrays } = index.keys.keysOf(document);
          index.noteArrays(arrays);
          for (const key of keys) list.push([key, document._id]);
        }
        yield [document._id, encode(document)];
      }
    };
    return this.atomically(() => {
      const loaded = this.sqlite.insertAll(table, ['id', 'doc'], rows());
      for (const [index, list] of entries) {
        // In order, so that the b-tree grows at its end.
        list.sort(([left], [right]) => Buffer.compare(left, right));
        this.sqlite.insertAll(index.table, ['key', 'id'], list);
      }
      return loaded;
    });
  }
}

function checkLimits({ name, indexes }: CollectionDefinition): void {
  if (indexes.length > MAX_INDEXES) throw new Error(`${name}: ${indexes.length} indexes, at most ${MAX_INDEXES} are allowed`);
  for (const index of indexes) {
    if (index.keys.length > MAX_INDEX_FIELDS) {
      throw new Error(`${name}.${index.name}: ${index.keys.length} fields, at most ${MAX_INDEX_FIELDS} are allowed`);
    }
  }
}
