import { account } from '../../shared/account/endpoints';
import { page } from '../platform/cursor';
import { inbox } from '../platform/inbox';
import type { Reader } from '../platform/types';
import { useCase } from '../platform/use-case';

/** What the person was told, newest first, twenty a page. */
export const listInbox = useCase(account.inbox, {
  async run({ input, db, actor }) {
    const mine = { where: { account: actor.id }, order: [['at', 'desc']], limit: 20 } as const;
    const [{ rows, next }, unread] = await Promise.all([page(db, inbox, mine, input.cursor), unreadOf(db, actor.id)]);
    const shown = rows.map((row) => ({
      id: row._id,
      kind: row.kind,
      facts: row.facts,
      page: row.page,
      at: row.at.toISOString(),
      read: row.read,
    }));
    return { rows: shown, next, unread };
  },
});

/** Entries that an account has not opened yet. */
export const unreadOf = (db: Reader, accountId: string) => db.count(inbox, { account: accountId, read: false });
