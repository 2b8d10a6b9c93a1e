import { account } from '../../shared/account/endpoints';
import { AppError } from '../platform/errors';
import { inbox } from '../platform/inbox';
import { useCase } from '../platform/use-case';

/** Notes that the person has opened an entry of theirs. */
export const markRead = useCase(account.markRead, {
  journal: (input) => ({ aggregate: `inbox:${input.entryId}`, action: 'inbox.markRead' }),
  async run({ input, actor, tx }) {
    const entry = await tx.get(inbox, input.entryId);
    // Somebody else's entry and a missing one look the same from outside.
    if (entry?.account !== actor.id) throw new AppError('notFound');
    if (!entry.read) await tx.replace(inbox, { ...entry, read: true }, { expecting: entry.version });
    return { id: entry._id };
  },
});
