import { isDelegable } from '../../shared/access/delegation';
import { account } from '../../shared/account/endpoints';
import { accounts } from '../platform/accounts';
import { accountNames } from '../platform/names';
import { useCase } from '../platform/use-case';
import { shownGrants } from './grants';

interface Period {
  readonly id: string;
  readonly begins: Date;
  readonly ends: Date;
}

/** Who stands in for this person and for whom this person stands in, now and later; what is over is in the audit trail. */
export const listDelegations = useCase(account.delegations, {
  async run({ db, actor, now }) {
    const own = await db.get(accounts, actor.id);
    const given = (own?.standIns ?? []).filter(({ ends }) => ends > now);
    const received = (own?.standsInFor ?? []).filter(({ ends }) => ends > now);
    const nameOf = await accountNames(db, [...given.map(({ to }) => to), ...received.map(({ from }) => from)]);
    const roles = (own?.grants ?? []).filter(isDelegable);
    const row = ({ id, begins, ends }: Period, other: string, reason: string | null) => ({
      id,
      name: nameOf(other) ?? '',
      begins: begins.toISOString(),
      ends: ends.toISOString(),
      state: begins > now ? ('toCome' as const) : ('running' as const),
      reason,
      can: { end: true },
    });
    return {
      given: given.map((one) => row(one, one.to, one.reason)),
      received: received.map((one) => row(one, one.from, null)),
      roles: shownGrants(roles),
      can: { delegate: roles.length > 0 },
    };
  },
});
