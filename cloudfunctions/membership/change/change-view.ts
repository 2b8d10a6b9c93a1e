import type { ChangeView } from '../../../shared/membership/endpoints/change';
import type { ReadContext } from '../../platform/types';
import type { Member } from '../members';
import { namesOf } from '../people';
import type { MemberChange } from './changes';
import { changesInWords } from './member-timeline';
import { changeCan, conflictOf } from './policies';

/** One line of the officers' list. */
export const changeSummary = (change: MemberChange, member: Member | undefined) => ({
  id: change._id,
  reference: change.reference,
  kind: change.kind,
  state: change.state,
  memberName: member?.name ?? '',
  memberNumber: member?.number ?? '',
  city: change.city,
  fields: [...change.fields],
  at: change.at.toISOString(),
});

/** A change as staff see it, old and new side by side. One read, for names. */
export async function presentChange(
  change: MemberChange,
  member: Member,
  { actor, db, files }: Pick<ReadContext<never>, 'actor' | 'db' | 'files'>,
): Promise<ChangeView> {
  const { by, entered, evidence, decidedAt, decidedBy, decisionReason } = change;
  const [nameOf, [evidenceUrl]] = await Promise.all([
    namesOf(db, [entered ? by : undefined, decidedBy]),
    files.urls(evidence ? [evidence] : []),
  ]);
  return {
    ...changeSummary(change, member),
    version: change.version,
    memberId: member._id,
    memberKind: member.kind,
    changes: changesInWords(change),
    reason: change.reason ?? null,
    evidenceUrl: evidenceUrl ?? null,
    by: entered ? nameOf(by) : member.name,
    decision:
      decidedAt && change.state !== 'withdrawn'
        ? { at: decidedAt.toISOString(), by: nameOf(decidedBy ?? ''), reason: decisionReason ?? null }
        : null,
    conflict: conflictOf(actor, change),
    can: { ...changeCan(actor, change, ['approve', 'reject']), reveal: actor.may('person.reveal') && !conflictOf(actor, change) },
  };
}
