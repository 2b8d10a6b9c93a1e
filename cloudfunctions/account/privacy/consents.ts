import { account } from '../../../shared/account/endpoints';
import { consentKeys, consents as texts } from '../../../shared/membership/consents';
import { consentsGiven, lastingMembership } from '../../membership';
import { accounts } from '../../platform/accounts';
import { useCase } from '../../platform/use-case';
import { isStaff } from '../grants';

/** Every text that the person agreed to or took back, and what stands in the way of closing the account. */
export const consents = useCase(account.consents, {
  async run({ actor, db }) {
    const [known, { given, underWay }, membership] = await Promise.all([
      db.get(accounts, actor.id),
      consentsGiven(db, actor),
      lastingMembership(db, actor.id),
    ]);
    const rows = consentKeys.flatMap((key) => {
      const { version, withdrawable, title, text } = texts[key];
      const last = known?.consents?.filter((entry) => entry.key === key).at(-1);
      const asked = given.find((consent) => consent.key === key);
      const agreed = last?.given ? { ...last, reference: null } : asked;
      const withdrawn = last !== undefined && !last.given;
      if (!agreed && !withdrawn) return [];
      return {
        key,
        title,
        text,
        currentVersion: version,
        given: agreed ? { version: agreed.version, at: agreed.at.toISOString(), application: agreed.reference } : null,
        withdrawnAt: withdrawn ? last.at.toISOString() : null,
        can: { withdraw: withdrawable && !withdrawn, give: withdrawn },
      };
    });
    const why = isStaff(known?.grants ?? []) ? ('staff' as const) : membership;
    return { rows, underWay, close: { can: known !== undefined && why === null, why } };
  },
});
