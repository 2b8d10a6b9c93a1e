/** The name of a document across collections. */
export const documentKey = (collection: string, id: string) => `${collection}\u0000${id}`;

interface Superseded {
  /** The number of the commit that replaced this state. */
  readonly until: number;
  /** The document's text until then; undefined: it did not exist. */
  readonly text: string | undefined;
}

/**
 * Earlier states of documents, kept in memory only while a transaction may still read them. Commits are numbered; a
 * snapshot is the number of the last commit it sees.
 */
export class History {
  private last = 0;
  private readonly states = new Map<string, Superseded[]>();
  private readonly snapshots = new Map<object, number>();
  private pending: { key: string; text: string | undefined }[] = [];

  /** Begins a snapshot for its holder; earlier states are kept from now on. */
  take(holder: object): number {
    this.snapshots.set(holder, this.last);
    return this.last;
  }

  /** Ends the holder's snapshot and forgets what no one can see any more. */
  release(holder: object): void {
    if (!this.snapshots.delete(holder)) return;
    const oldest = Math.min(...this.snapshots.values());
    for (const [key, states] of this.states) {
      const needed = states.filter(({ until }) => until > oldest);
      if (needed.length) this.states.set(key, needed);
      else this.states.delete(key);
    }
  }

  /** Notes a change that is about to be committed. */
  note(collection: string, id: string, before: string | undefined): void {
    if (this.snapshots.size) this.pending.push({ key: documentKey(collection, id), text: before });
  }

  /** The noted changes are durable. */
  committed(): void {
    this.last += 1;
    for (const { key, text } of this.pending) {
      const states = this.states.get(key) ?? [];
      // Of several changes in one commit only the state before the first was ever visible.
      if (states.at(-1)?.until !== this.last) states.push({ until: this.last, text });
      this.states.set(key, states);
    }
    this.pending = [];
  }

  /** The noted changes were undone. */
  undone(): void {
    this.pending = [];
  }

  /** The state that a snapshot sees, or undefined when the document has not changed since. */
  seenAt(snapshot: number, key: string): Superseded | undefined {
    return this.states.get(key)?.find(({ until }) => until > snapshot);
  }
}
