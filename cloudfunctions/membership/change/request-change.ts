import { dayOf, endOfWorkingDay } from '../../../shared/dates';
import { membership } from '../../../shared/membership/endpoints';
import { calendar } from '../../../shared/rules/calendar';
import { reviewWorkingDays } from '../../../shared/rules/rules';
import { checkedUpload, pictureOrDocument } from '../../platform/checked-upload';
import type { WriteContext } from '../../platform/types';
import { useCase } from '../../platform/use-case';
import { rulesOf } from '../../rules';
import { type Member, storeMember } from '../members';
import { addChange, changeFacts, type MemberChange } from './changes';
import { wantedChanges, withChanges } from './fields';
import { ownMember } from './own-member';

type Context = WriteContext<typeof membership.requestChange>;

/** A member changes their data: what matters waits for staff, the rest takes effect at once. Both are kept as history. */
export const requestChange = useCase(membership.requestChange, {
  journal: (input) => ({ aggregate: `members:${input.memberId}`, action: 'member.requestChange' }),
  async run(context) {
    const { actor, input, tx, now } = context;
    const member = await ownMember(tx, actor, input);
    const { atOnce, review } = wantedChanges(member, input.changes, dayOf(now));
    if (input.evidence)
      await checkedUpload(context, { fileId: input.evidence, kinds: pictureOrDocument, path: 'evidence', of: member.person });
    const stored = atOnce.length > 0 ? await apply(context, member, atOnce) : member;
    const request = review.length > 0 ? await ask(context, member, review) : null;
    return {
      memberId: member._id,
      version: stored.version,
      applied: atOnce.map(({ field }) => field),
      request: request && { id: request._id, reference: request.reference },
    };
  },
});

async function apply({ tx, actor, now, newId }: Context, member: Member, changes: MemberChange['changes']): Promise<Member> {
  const fields = changes.map(({ field }) => field);
  await addChange(tx, member, {
    _id: newId(),
    kind: 'details',
    state: 'applied',
    by: actor.id,
    entered: false,
    at: now,
    fields,
    changes,
  });
  const stored = await storeMember(tx, { ...withChanges(member, changes), activeAt: now });
  tx.emit({ type: 'member.changed', member: member._id, city: stored.city, fields, renamed: false });
  return stored;
}

async function ask(context: Context, member: Member, changes: MemberChange['changes']): Promise<MemberChange> {
  const { tx, db, actor, input, now, newId } = context;
  const rule = await rulesOf(db, now);
  const dueAt = endOfWorkingDay(now, rule(reviewWorkingDays).value, rule(calendar).value);
  const { reason, evidence } = input;
  const fields = changes.map(({ field }) => field);
  const own = { _id: newId(), kind: 'details', state: 'open', by: actor.id, entered: false, at: now, dueAt } as const;
  const change = await addChange(tx, member, {
    ...own,
    fields,
    changes,
    ...(reason && { reason }),
    ...(evidence && { evidence }),
  });
  tx.emit({
    type: 'change.requested',
    ...changeFacts(change),
    by: actor.id,
    account: member.account,
    dueAt: dueAt.toISOString(),
  });
  return change;
}
