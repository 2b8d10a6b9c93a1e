import { account } from '../../../shared/account/endpoints';
import { consents as texts } from '../../../shared/membership/consents';
import { accounts, withdrawnConsents } from '../../platform/accounts';
import { AppError } from '../../platform/errors';
import { useCase } from '../../platform/use-case';

/** Agrees to a text again, as it reads now. @throws consent.required for a version that is no longer shown */
export const giveConsent = useCase(account.giveConsent, {
  journal: (_input, _output, actor) => ({ aggregate: `accounts:${actor.id}`, action: 'account.giveConsent' }),
  async run({ actor, input, tx, now }) {
    const { key, version } = input;
    if (version !== texts[key].version) throw new AppError('consent.required');
    const known = await tx.get(accounts, actor.id);
    if (!known) throw new AppError('notFound');
    if (!withdrawnConsents(known).includes(key)) throw new AppError('wrongStatus', { message: '这一项没有撤回，不用再同意' });
    const entries = [...(known.consents ?? []), { key, version, at: now, given: true }];
    await tx.replace(accounts, { ...known, consents: entries }, { expecting: known.version });
    tx.emit({ type: 'consent.given', account: actor.id, key, version });
    return { key, version, at: now.toISOString() };
  },
});
