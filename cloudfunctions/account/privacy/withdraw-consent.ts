import { account } from '../../../shared/account/endpoints';
import { consents as texts } from '../../../shared/membership/consents';
import { consentsGiven } from '../../membership';
import { accounts, withdrawnConsents } from '../../platform/accounts';
import { AppError } from '../../platform/errors';
import { useCase } from '../../platform/use-case';

/**
 * Takes a consent back, from the next call on. An application under way cannot go on without it: the person says that they know,
 * and it is withdrawn as a consequence.
 */
export const withdrawConsent = useCase(account.withdrawConsent, {
  journal: (_input, _output, actor) => ({ aggregate: `accounts:${actor.id}`, action: 'account.withdrawConsent' }),
  async run({ actor, input, tx, db, now }) {
    const { key, endApplication } = input;
    if (!texts[key].withdrawable) throw new AppError('wrongStatus', { message: '入会承诺随会籍，退会时一并解除' });
    const known = await tx.get(accounts, actor.id);
    if (!known) throw new AppError('notFound');
    if (withdrawnConsents(known).includes(key)) throw new AppError('wrongStatus', { message: '这一项已经撤回了' });
    const { given, underWay } = await consentsGiven(db, actor);
    if (underWay !== null && !endApplication)
      throw new AppError('wrongStatus', {
        fields: { endApplication: 'required' },
        message: '您有申请正在办理，撤回同意后申请也会撤回',
      });
    const version = given.find((consent) => consent.key === key)?.version ?? texts[key].version;
    const entries = [...(known.consents ?? []), { key, version, at: now, given: false }];
    await tx.replace(accounts, { ...known, consents: entries }, { expecting: known.version });
    tx.emit({ type: 'consent.withdrawn', account: actor.id, key, version });
    return { key, withdrawnAt: now.toISOString() };
  },
});
