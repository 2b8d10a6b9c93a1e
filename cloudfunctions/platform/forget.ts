import { database } from './sdk';

/** Removes what the platform keeps for an account beside the journal; a second time there is nothing left. */
export async function forgetAccount(account: string): Promise<void> {
  for (const collection of ['inbox', 'subscriptions']) await database.collection(collection).where({ account }).remove();
}
