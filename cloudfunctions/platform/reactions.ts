import type { Endpoint, InputOf } from '../../shared/contract/endpoint';
import { system } from './actor';
import { idOf } from './canonical';
import { execute } from './command';
import { type DueChange, putDue } from './due';
import { type InboxEntry, inbox } from './inbox';
import { bookAcceptances, type CourtesyMessage, sendOnce } from './messages';
import { addOnce } from './sdk';
import type { Happening, Reaction, Reader, ServedContext, UseCase } from './types';

type From<T> = (happening: Happening, db: Reader) => T | undefined | Promise<T | undefined>;

/** Reactions by event type. */
export type ReactionTable = ReadonlyMap<string, readonly Reaction[]>;

/** The reactions of several contexts in one table. */
export function reactionsOf(contexts: readonly ServedContext[]): ReactionTable {
  const table = new Map<string, readonly Reaction[]>();
  for (const { reactions = {} } of contexts) {
    for (const [type, more] of Object.entries(reactions)) table.set(type, [...(table.get(type) ?? []), ...more]);
  }
  return table;
}

/** Puts entries into inboxes: each exists exactly once, however often the event is delivered. */
export function inboxEntry(name: string, make: From<readonly InboxEntry[]>): Reaction {
  return {
    name,
    async deliver(happening, { db }) {
      for (const { account, kind, facts, page } of (await make(happening, db)) ?? []) {
        const _id = idOf('inbox', happening.row, String(happening.index), name, account);
        await addOnce(inbox.collection, { _id, version: 1, account, kind, facts, page, at: happening.at, read: false });
      }
      return undefined;
    },
  };
}

/** Runs a write as the system, once: its request id is made of the event, so a second delivery finds the first one's row. */
export function command<E extends Endpoint>(name: string, useCase: UseCase<E>, make: From<InputOf<E>>): Reaction {
  return {
    name,
    transacts: true,
    async deliver(happening, { db }) {
      const input = await make(happening, db);
      if (input === undefined) return undefined;
      const requestId = idOf('reaction', happening.row, String(happening.index), name);
      return (await execute({ useCase, input, person: system, requestId })).row;
    },
  };
}

/** Opens or closes lines of the workbench; the newest event of the aggregate wins, in whatever order they are delivered. */
export function dueChange(name: string, make: From<readonly DueChange[]>): Reaction {
  return {
    name,
    projects: 'due',
    async deliver(happening, { db }) {
      for (const change of (await make(happening, db)) ?? []) await putDue(change, happening);
      return undefined;
    },
  };
}

/** Sends WeChat subscribe messages, each at most once; nobody relies on them, the inbox is the truth. */
export function subscribeMessage(name: string, make: From<readonly CourtesyMessage[]>): Reaction {
  return {
    name,
    async deliver(happening, { db, now }) {
      for (const message of (await make(happening, db)) ?? []) {
        await sendOnce(idOf('message', happening.row, String(happening.index), name, message.account), message, db, now);
      }
      return undefined;
    },
  };
}

/** Books acceptances of WeChat's dialog into the ledger that `subscribeMessage` draws on. */
export function acceptances(
  name: string,
  make: From<{ readonly account: string; readonly templates: readonly string[] }>,
): Reaction {
  return {
    name,
    async deliver(happening, { db }) {
      const accepted = await make(happening, db);
      if (accepted) await bookAcceptances(accepted.account, accepted.templates, happening);
      return undefined;
    },
  };
}
