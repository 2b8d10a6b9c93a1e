import Sqlite from 'libsql';

/** A prepared statement; parameters always travel as one list, since a lone Buffer would be taken for named ones. */
export interface Statement<Row> {
  get(parameters?: readonly unknown[]): Row | undefined;
  all(parameters?: readonly unknown[]): Row[];
  run(parameters?: readonly unknown[]): void;
}

/** The one SQLite file: prepared statements and whole-or-nothing blocks. */
export class SqliteFile {
  private readonly connection: Sqlite.Database;
  private readonly begin: Statement<never>;
  private readonly commit: Statement<never>;
  private readonly rollback: Statement<never>;

  constructor(file: string) {
    this.connection = new Sqlite(file);
    this.connection.pragma('journal_mode = WAL');
    // In WAL mode NORMAL loses nothing when the process dies; only a power cut may take the last commits.
    this.connection.pragma('synchronous = NORMAL');
    this.connection.pragma('cache_size = -65536');
    this.begin = this.prepare('BEGIN IMMEDIATE');
    this.commit = this.prepare('COMMIT');
    this.rollback = this.prepare('ROLLBACK');
  }

  prepare<Row>(sql: string): Statement<Row> {
    const statement = this.connection.prepare(sql);
    return {
      get: (parameters = []) => statement.get(parameters) as Row | undefined,
      all: (parameters = []) => statement.all(parameters) as Row[],
      run: (parameters = []) => {
        statement.run(parameters);
      },
    };
  }

  run(sql: string): void {
    this.connection.exec(sql);
  }

  /** Inserts many rows; one statement for a hundred of them takes a fraction of the time. */
  insertAll(table: string, columns: readonly [string, string], rows: Iterable<readonly [unknown, unknown]>): number {
    const insert = (count: number) =>
      this.prepare(`INSERT INTO "${table}" (${columns.join(', ')}) VALUES ${Array(count).fill('(?, ?)').join(', ')}`);
    const hundred = insert(100);
    let waiting: unknown[] = [];
    let inserted = 0;
    for (const row of rows) {
      waiting.push(...row);
      inserted += 1;
      if (waiting.length < 200) continue;
      hundred.run(waiting);
      waiting = [];
    }
    if (waiting.length) insert(waiting.length / 2).run(waiting);
    return inserted;
  }

  /** Runs the block in one SQLite transaction; durable when this returns, undone when it throws. */
  atomically<T>(block: () => T): T {
    this.begin.run();
    try {
      const result = block();
      this.commit.run();
      return result;
    } catch (error) {
      if (this.connection.inTransaction) this.rollback.run();
      throw error;
    }
  }

  close(): void {
    this.connection.close();
  }
}
