import { membership } from '../../../shared/membership/endpoints';
import { recheckDays } from '../../../shared/rules/rules';
import { AppError } from '../../platform/errors';
import { useCase } from '../../platform/use-case';
import { rulesOf } from '../../rules';
import { members } from '../members';
import { namesOf } from '../people';
import { filesOf, presentCompliance } from './compliance-entries';
import { mayRecheck, memberSeen } from './compliance-policy';
import { addressesOf } from './evidence';

/** A unit member's look-ups in the public lists, newest first. */
export const memberCompliance = useCase(membership.memberCompliance, {
  async run({ actor, input, db, files, now }) {
    const member = await db.get(members, input.memberId, (found) => memberSeen(actor, found));
    if (!member) throw new AppError('notFound');
    const { compliance = [], category } = member;
    const [nameOf, urlOf, rule] = await Promise.all([
      namesOf(
        db,
        compliance.map(({ by }) => by),
      ),
      addressesOf(files, filesOf(compliance)),
      rulesOf(db, now),
    ]);
    return {
      id: member._id,
      version: member.version,
      number: member.number,
      name: member.name,
      category: category ?? null,
      compliance: presentCompliance(category, compliance, { maxAgeDays: rule(recheckDays).value, now, nameOf, urlOf }),
      can: { record: mayRecheck(actor, member) },
    };
  },
});
