import { randomBytes } from 'node:crypto';
import { unwrapKey, type WrappedKey, wrapKey } from './cipher';
import { AppError } from './errors';
import { type Data, database, operators } from './sdk';

interface DataKey extends WrappedKey {
  readonly _id: string;
  readonly erasedAt?: Date;
}

/** How long an erased key may still be used by a warm instance, in ms. */
const keptFor = 60_000;
const keptAtMost = 2_000;
const kept = new Map<string, { readonly key: Buffer; readonly until: number }>();

function keep(subject: string, key: Buffer): void {
  if (kept.size >= keptAtMost) kept.clear();
  kept.set(subject, { key, until: performance.now() + keptFor });
}

/** The data keys that one call needs: from memory, from the database in one read, or new. */
export class Keyring {
  readonly #keys = new Map<string, Buffer>();
  readonly #fresh = new Map<string, Data & { readonly _id: string }>();
  readonly #erased = new Set<string>();
  readonly #used = new Set<string>();

  /** Subjects whose sealed content this call has read or written. */
  get used(): readonly string[] {
    return [...this.#used].sort();
  }

  /** New keys, to be written in the transaction that first uses them. */
  get fresh(): readonly (Data & { readonly _id: string })[] {
    return [...this.#fresh.values()];
  }

  /** Reads the keys of several subjects with one call, or none when all are at hand. */
  async load(subjects: readonly string[]): Promise<void> {
    const missing = [...new Set(subjects)].filter((subject) => !this.#knows(subject));
    if (missing.length === 0) return;
    const { data } = await database
      .collection('dataKeys')
      .where({ _id: operators.in(missing) })
      .limit(missing.length)
      .get();
    for (const row of data as readonly unknown[] as readonly DataKey[]) this.#take(row);
  }

  /** Notes that nobody can have a key for this subject yet: saves the read. */
  create(subject: string): void {
    if (this.#knows(subject)) return;
    const key = randomBytes(32);
    this.#keys.set(subject, key);
    this.#fresh.set(subject, { _id: subject, ...wrapKey(subject, key) });
  }

  /** The key for reading; undefined when it was erased or never was. */
  async forReading(subject: string): Promise<Buffer | undefined> {
    await this.load([subject]);
    this.#used.add(subject);
    return this.#keys.get(subject);
  }

  /** The key for writing, made when there is none; throws `notFound` for a subject whose key was erased. */
  async forWriting(subject: string): Promise<Buffer> {
    const key = await this.forReading(subject);
    if (key) return key;
    if (this.#erased.has(subject)) throw new AppError('notFound');
    this.create(subject);
    return this.forWriting(subject);
  }

  /** Whether the key of a subject is known to be destroyed: nothing more is ever sealed for them. */
  isErased(subject: string): boolean {
    return this.#erased.has(subject);
  }

  /** Subjects whose key the transaction destroys. What this very call still seals for them is gone with the rest. */
  readonly doomed = new Set<string>();

  /** After the commit: new keys are worth remembering, destroyed ones are forgotten. */
  committed(): void {
    for (const subject of this.#fresh.keys()) keep(subject, this.#keys.get(subject) as Buffer);
    for (const subject of this.doomed) kept.delete(subject);
  }

  #knows(subject: string): boolean {
    if (this.#keys.has(subject) || this.#erased.has(subject)) return true;
    const found = kept.get(subject);
    if (found === undefined || found.until < performance.now()) return false;
    this.#keys.set(subject, found.key);
    return true;
  }

  #take(row: DataKey): void {
    if (row.erasedAt) {
      this.#erased.add(row._id);
      return;
    }
    const key = unwrapKey(row._id, row);
    this.#keys.set(row._id, key);
    keep(row._id, key);
  }
}
