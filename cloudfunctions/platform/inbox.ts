import type { RecordType, Stored } from './types';

/** What an inbox entry tells; ids, codes, times and numbers only, never a name. */
export interface InboxEntry {
  /** Account id of the reader. */
  readonly account: string;
  /** `labels.ts` makes title and text of it, with `facts`. */
  readonly kind: string;
  readonly facts: Readonly<Record<string, string>>;
  /** Page to open, without a leading slash; '' for none. */
  readonly page: string;
}

export interface InboxRecord extends InboxEntry, Stored {
  readonly at: Date;
  readonly read: boolean;
}

/** Made by `inboxEntry` reactions; a person marks theirs as read. */
export const inbox: RecordType<InboxRecord> = { collection: 'inbox', sealed: [] };
