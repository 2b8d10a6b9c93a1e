import { account } from '../../../shared/account/endpoints';
import { lastingMembership } from '../../membership';
import { accounts } from '../../platform/accounts';
import { AppError } from '../../platform/errors';
import { useCase } from '../../platform/use-case';
import { isStaff } from '../grants';

const refusals = {
  staff: '您还担任工作人员，请先由管理员解除角色',
  member: '您还是会员，请先退会，再注销账号',
  represents: '您还是单位代表，请先变更单位代表，再注销账号',
} as const;

/**
 * Closes the account: it is removed and the person's data key destroyed in one transaction, so that from the next call on they
 * are somebody new and what is stored about them can be read by nobody. What stood for them in plain follows, record by record.
 */
export const closeAccount = useCase(account.closeAccount, {
  journal: (_input, output) => ({ aggregate: `accounts:${output.account}`, action: 'account.close' }),
  async run({ actor, tx, db, now }) {
    // Whoever never wrote anything has no account, but for the one that this call would make.
    const known = (await db.get(accounts, actor.id)) && (await tx.get(accounts, actor.id));
    if (!known) throw new AppError('notFound');
    const why = isStaff(known.grants) ? 'staff' : await lastingMembership(db, actor.id);
    if (why) throw new AppError('wrongStatus', { fields: { close: why }, message: refusals[why] });
    await tx.remove(accounts, known);
    tx.eraseKey(actor.id);
    tx.emit({ type: 'account.closed', account: actor.id });
    return { closedAt: now.toISOString(), account: actor.id };
  },
});
