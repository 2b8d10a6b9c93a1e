import { membership } from '../../../shared/membership/endpoints';
import { audiencesOf, type DueEntry, dues } from '../../platform/due';
import { AppError } from '../../platform/errors';
import type { Actor, Reader } from '../../platform/types';
import { useCase } from '../../platform/use-case';
import { certificates } from '../certificates';
import { type Measure, measuresOf } from '../measures';
import { isForgotten, type Member, members } from '../members';
import { namesOf } from '../people';
import { maskedProfile } from '../profiles';
import type { UrlOf } from '../review/compliance-entries';
import { addressesOf } from '../review/evidence';
import { memberCan, staffSeesMember, withdrawRefusal } from '../standing/policies';
import { filesOfStanding, namedIn, presentStanding } from '../standing/standing-view';

/** One member on one page. */
export const staffMember = useCase(membership.member, {
  async run({ input, actor, db, files }) {
    const member = await db.get(members, input.memberId, (found) => staffSeesMember(actor, found));
    if (!member) throw new AppError('notFound');
    const [certificate, due, found, nameOf, urlOf] = await Promise.all([
      db.get(certificates, member.certificate),
      waiting(db, actor, member._id),
      measuresOf(db, member._id),
      namesOf(db, namedIn(member)),
      addressesOf(files, filesOfStanding(member)),
    ]);
    const withdraw = (measure: Measure) => ({ withdraw: withdrawRefusal(actor, measure) === undefined });
    const { planned, reminders, measures } = presentStanding(member, found, nameOf, withdraw, urlOf);
    return {
      ...facts(member),
      planned,
      reminders,
      measures,
      standingHistory: standingOf(member, nameOf, urlOf),
      certificate: certificate
        ? {
            issuedAt: certificate.issuedAt.toISOString(),
            history: [...certificate.history].reverse().map(({ event, at }) => ({ event, at: at.toISOString() })),
          }
        : null,
      due: due.map(({ _id, kind, dueAt, page }) => ({ id: _id, kind, dueAt: dueAt?.toISOString() ?? null, page })),
      can: memberCan(actor, member),
    };
  },
});

/** Open lines of the workbench about a member that this reader finds there too. */
async function waiting(db: Reader, actor: Actor, record: string): Promise<readonly DueEntry[]> {
  const mine = new Set(audiencesOf(actor));
  const lines = await db.find(dues, { where: { open: true, record }, limit: 20 });
  return lines.filter(({ audience }) => audience.some((each) => mine.has(each)));
}

function facts(member: Member) {
  return {
    id: member._id,
    version: member.version,
    number: member.number,
    kind: member.kind,
    category: member.category ?? null,
    name: member.name,
    city: member.city,
    standing: member.standing,
    admittedAt: member.admittedAt.toISOString(),
    hasAccount: member.account !== undefined,
    profile: isForgotten(member) ? {} : maskedProfile(member.profile),
    application: member.application === '' ? null : member.application,
    resolution: member.resolution,
  };
}

const standingOf = (
  { standingHistory, standingReasons, standingFiles = {} }: Member,
  nameOf: (id: string) => string,
  urlOf: UrlOf,
) =>
  standingHistory
    .map(({ standing, effectiveAt, at, by, basis }, index) => ({
      standing,
      effectiveAt: effectiveAt.toISOString(),
      at: at.toISOString(),
      by: by && nameOf(by),
      basis,
      reason: standingReasons[index] ?? '',
      fileUrl: urlOf(standingFiles[String(index)]),
    }))
    .reverse();
