import { filesOfOthers } from '../../membership';
import { forgetAccount } from '../../platform/forget';
import type { Reaction } from '../../platform/types';
import { passUploads, removeUploads, uploadsOf } from '../../platform/uploads';

/** Files removed with one request. */
const batch = 50;

/** What lies about a person beside the journal goes with their account: messages, codes, counters, files. Those of records that outlast the account stay. */
export const forgetPerson: Reaction = {
  name: 'forgetPerson',
  async deliver({ event }, { db }) {
    const account = String(event.account);
    for (const { member, paths } of await filesOfOthers(db, account)) await passUploads(paths, member);
    for (let notes = await uploadsOf(account, batch); notes.length > 0; notes = await uploadsOf(account, batch))
      await removeUploads(notes);
    await forgetAccount(account);
    return undefined;
  },
};
