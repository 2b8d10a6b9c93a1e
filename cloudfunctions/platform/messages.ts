import { accounts } from './accounts';
import { idOf } from './canonical';
import { log } from './log';
import { addOnce, cloud, database, operators } from './sdk';
import type { Happening, Reader } from './types';

/** A subscribe message. `data` holds codes, times and numbers, in the fields of the template. */
export interface CourtesyMessage {
  readonly account: string;
  /** WeChat's id of the template, and the name under which the person accepted it. */
  readonly template: { readonly name: string; readonly id: string };
  readonly page: string;
  readonly data: Readonly<Record<string, string>>;
}

/**
 * Books acceptances of WeChat's dialog: one acceptance is one message. WeChat tells nobody the balance, so this ledger does.
 * Idempotent by the event.
 */
export async function bookAcceptances(
  account: string,
  templates: readonly string[],
  { row, index, at }: Happening,
): Promise<void> {
  for (const template of templates) {
    const _id = idOf('acceptance', row, String(index), template);
    await addOnce('subscriptions', { _id, account, template, used: false, at });
  }
}

/**
 * Sends a message at most once: it is marked before it is sent, and whatever happens then it is never sent again. Without an
 * acceptance in the ledger nothing is sent.
 */
export async function sendOnce(id: string, message: CourtesyMessage, db: Reader, now: Date): Promise<void> {
  const { account, template } = message;
  if (!(await addOnce('messages', { _id: id, account, template: template.name, state: 'sending', at: now }))) return;
  const recipient = (await takeAcceptance(account, template.name)) ? await db.get(accounts, account) : undefined;
  const state = recipient && !recipient.silent ? await send(recipient.openid, message) : 'noAcceptance';
  if (state === 'refused') await emptyLedger(account, template.name);
  await database.collection('messages').doc(id).update({ data: { state } });
}

async function send(openid: string, { template, page, data }: CourtesyMessage): Promise<'sent' | 'refused' | 'failed'> {
  try {
    const values = Object.fromEntries(Object.entries(data).map(([field, value]) => [field, { value }]));
    const { send: sendMessage } = cloud.openapi.subscribeMessage as { send(message: object): Promise<unknown> };
    await sendMessage({ touser: openid, templateId: template.id, page, data: values });
    return 'sent';
  } catch (error) {
    const { errCode } = error as { readonly errCode?: unknown };
    log({ event: 'message.failed', code: String(errCode ?? 'unknown') });
    return errCode === 43101 ? 'refused' : 'failed';
  }
}

/** Takes one acceptance out of the ledger; two senders never take the same. */
async function takeAcceptance(account: string, template: string): Promise<boolean> {
  const ledger = database.collection('subscriptions');
  for (;;) {
    const { data } = await ledger.where({ account, template, used: false }).limit(1).get();
    if (data[0] === undefined) return false;
    const { stats } = await ledger.where({ _id: data[0]._id, used: false }).update({ data: { used: true } });
    if (stats.updated > 0) return true;
  }
}

/** WeChat says that the person refuses: whatever the ledger held is worth nothing. */
async function emptyLedger(account: string, template: string): Promise<void> {
  await database
    .collection('subscriptions')
    .where({ account, template, used: false })
    .update({ data: { used: operators.set(true) } });
}
