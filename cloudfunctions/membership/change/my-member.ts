import { membership } from '../../../shared/membership/endpoints';
import type { MemberView } from '../../../shared/membership/endpoints/change';
import { mayDo, rightKeys } from '../../../shared/membership/standing';
import { confirmationMonths, reportChangesDays } from '../../../shared/rules/rules';
import type { Actor, ReadContext, Reader } from '../../platform/types';
import { useCase } from '../../platform/use-case';
import { rulesOf } from '../../rules';
import { applications } from '../applications';
import { certificates, verifyUrl } from '../certificates';
import { measuresOf } from '../measures';
import { isOwn, type Member, members } from '../members';
import { memberChanges } from './changes';
import { confirmationDueAt } from './confirmation';
import { timelineOf } from './member-timeline';
import { detailsOf, memberCanOf, openChangesOf, representativeOf } from './member-view';

/** Changes that the page tells of. */
const shownChanges = 50;

/** A membership on one page: the card, the data, everything that happened, and what can be done. */
export const myMember = useCase(membership.myMember, {
  async run(context) {
    const { actor, input, db } = context;
    const all = await membershipsOf(db, actor);
    const member = input.memberId === undefined ? all[0] : all.find(({ _id }) => _id === input.memberId);
    return member ? present(member, all, context) : null;
  },
});

/** The person's own membership first, then the units they represent; those that the records say are theirs. */
async function membershipsOf(db: Reader, actor: Actor): Promise<readonly Member[]> {
  const ids = [...(actor.memberId ? [actor.memberId] : []), ...actor.represents];
  return (await db.getMany(members, ids)).filter((member) => isOwn(actor, member));
}

async function present(
  member: Member,
  all: readonly Member[],
  { actor, db, now }: ReadContext<typeof membership.myMember>,
): Promise<MemberView> {
  const [changes, application, certificate, measures, rule] = await Promise.all([
    db.find(memberChanges, { where: { member: member._id }, order: [['at', 'desc']], limit: shownChanges }),
    member.application === '' ? undefined : db.get(applications, member.application),
    db.get(certificates, member.certificate),
    measuresOf(db, member._id),
    rulesOf(db, now),
  ]);
  const { value: days, source } = rule(reportChangesDays);
  const dueAt = confirmationDueAt(member, rule(confirmationMonths).value);
  return {
    id: member._id,
    version: member.version,
    number: member.number,
    kind: member.kind,
    name: member.name,
    standing: member.standing,
    standingSince: (member.standingHistory.at(-1)?.effectiveAt ?? member.admittedAt).toISOString(),
    admittedAt: member.admittedAt.toISOString(),
    city: member.city,
    category: member.category ?? null,
    verifyUrl:
      certificate && !certificate.revokedAt && mayDo(member.standing, 'certificateInForce') ? verifyUrl(certificate._id) : null,
    details: detailsOf(member),
    timeline: timelineOf({ member, application, certificate, changes, measures }),
    openChanges: openChangesOf(actor, changes),
    confirmation: {
      due: dueAt <= now && mayDo(member.standing, 'changeDetails'),
      dueAt: dueAt.toISOString(),
      confirmedAt: member.confirmedAt?.toISOString() ?? null,
    },
    reportWithin: { days, source },
    representative: representativeOf(member),
    rights: Object.fromEntries(rightKeys.map((right) => [right, mayDo(member.standing, right)])),
    memberships: all.map(({ _id, kind, name }) => ({ id: _id, kind, name })),
    can: memberCanOf(actor, member),
  };
}
