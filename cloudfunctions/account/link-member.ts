import { account } from '../../shared/account/endpoints';
import { bindMember } from '../platform/accounts';
import { useCase } from '../platform/use-case';

/** The account is a member's, or a unit's representative's, from now on. */
export const linkMember = useCase(account.linkMember, {
  journal: (input) => ({ aggregate: `accounts:${input.accountId}`, action: 'account.linkMember' }),
  async run({ input, tx }) {
    await bindMember(tx, input.accountId, { id: input.memberId, kind: input.kind ?? 'individual' });
    return { id: input.accountId };
  },
});
