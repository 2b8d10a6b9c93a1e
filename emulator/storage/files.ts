import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import Database from 'libsql';
import { DRAIN } from '../drain';

export interface StoredFile {
  readonly path: string;
  /** Name of the file with the content, inside the blob folder. */
  readonly blob: string;
  /** OPENID of the uploader; empty when a function uploaded it. */
  readonly owner: string;
  readonly contentType: string;
  readonly size: number;
}

/** Why content was not kept: larger than a file may be, or the path belongs to somebody else. */
export class NotKept extends Error {
  constructor(readonly reason: 'tooLarge' | 'forbidden') {
    super(reason);
  }
}

/**
 * Files: content on disk under random names, and a table that says which name holds which path. Content is written and synced
 * before the table knows it and removed after the table has forgotten it, so a crash leaves orphans, never a hole; `sweep`
 * removes the orphans.
 */
export class Files {
  readonly #folder: string;
  readonly #tableFile: string;
  #table: Database.Database | undefined;
  /** Content that is on its way and has no row yet. */
  readonly #arriving = new Set<string>();

  constructor(dataDir: string) {
    this.#folder = join(dataDir, 'blobs');
    this.#tableFile = join(dataDir, 'storage.sqlite');
  }

  /**
   * Keeps a file. A function (empty owner) may replace any file, a client only its own.
   *
   * @throws NotKept when the body has more than `cap` bytes or the path is another's; nothing is kept then.
   */
  async put(
    file: { path: string; owner: string; contentType: string },
    body: AsyncIterable<Buffer> | Iterable<Buffer>,
    cap: number,
  ): Promise<StoredFile> {
    mkdirSync(this.#folder, { recursive: true });
    const blob = randomBytes(16).toString('hex');
    this.#arriving.add(blob);
    try {
      return await this.#keep({ ...file, blob }, body, cap);
    } finally {
      this.#arriving.delete(blob);
    }
  }

  get(path: string): StoredFile | undefined {
    return this.#open().prepare('SELECT * FROM files WHERE path = ?').get(path) as StoredFile | undefined;
  }

  list(): readonly StoredFile[] {
    return this.#open().prepare('SELECT * FROM files ORDER BY path').all() as StoredFile[];
  }

  /** Absolute path of the content. */
  contentOf(file: StoredFile): string {
    return join(this.#folder, file.blob);
  }

  /** @returns false when there was no such file. */
  async remove(path: string): Promise<boolean> {
    const file = this.get(path);
    if (file === undefined) return false;
    this.#open().prepare('DELETE FROM files WHERE path = ?').run(path);
    await rm(join(this.#folder, file.blob), { force: true });
    return true;
  }

  /** Removes content that no row speaks of. @returns how many were removed. */
  async sweep(): Promise<number> {
    if (!existsSync(this.#folder)) return 0;
    const known = new Set(this.list().map((file) => file.blob));
    const orphans = readdirSync(this.#folder).filter(
      (name) => !known.has(name) && !this.#arriving.has(name.replace('.part', '')),
    );
    await Promise.all(orphans.map((name) => rm(join(this.#folder, name), { force: true })));
    return orphans.length;
  }

  async #keep(file: Omit<StoredFile, 'size'>, body: AsyncIterable<Buffer> | Iterable<Buffer>, cap: number): Promise<StoredFile> {
    const target = join(this.#folder, file.blob);
    const size = await writeSynced(`${target}.part`, body, cap);
    await rename(`${target}.part`, target);
    const before = this.get(file.path);
    // Asked when the body is there: somebody may have taken the path in the meantime.
    if (!this.#mayWrite(file.owner, file.path)) {
      await rm(target, { force: true });
      throw new NotKept('forbidden');
    }
    this.#open()
      .prepare('INSERT OR REPLACE INTO files (path, blob, owner, contentType, size) VALUES (?, ?, ?, ?, ?)')
      .run(file.path, file.blob, file.owner, file.contentType, size);
    if (before !== undefined) await rm(join(this.#folder, before.blob), { force: true });
    return { ...file, size };
  }

  #mayWrite(owner: string, path: string): boolean {
    return owner === '' || (this.get(path)?.owner ?? owner) === owner;
  }

  close(): void {
    this.#table?.close();
  }

  /** Opened at first use: most starts touch no file. */
  #open(): Database.Database {
    if (this.#table === undefined) {
      this.#table = new Database(this.#tableFile);
      this.#table.pragma('journal_mode = WAL');
      this.#table.exec(
        'CREATE TABLE IF NOT EXISTS files (path TEXT PRIMARY KEY, blob TEXT NOT NULL, owner TEXT NOT NULL, contentType TEXT NOT NULL, size INTEGER NOT NULL)',
      );
    }
    return this.#table;
  }
}

async function writeSynced(target: string, body: AsyncIterable<Buffer> | Iterable<Buffer>, cap: number): Promise<number> {
  const handle: FileHandle = await open(target, 'wx');
  let size = 0;
  try {
    // Leaving the loop would destroy the request and its connection; what is over the cap is read and thrown away instead, so that
    // the sender gets its answer.
    for await (const chunk of body) {
      size += chunk.length;
      if (size <= cap) await handle.writeFile(chunk);
      else if (size > cap + DRAIN) break;
    }
    if (size > cap) throw new NotKept('tooLarge');
    await handle.sync();
  } catch (error) {
    await rm(target, { force: true });
    throw error;
  } finally {
    await handle.close();
  }
  return size;
}
