import { endOfWorkingDay } from '../../../shared/dates';
import { membership } from '../../../shared/membership/endpoints';
import { mayDo } from '../../../shared/membership/standing';
import { calendar } from '../../../shared/rules/calendar';
import { reviewWorkingDays } from '../../../shared/rules/rules';
import { checkedUpload, pictureOrDocument } from '../../platform/checked-upload';
import { AppError } from '../../platform/errors';
import { accountOfCode } from '../../platform/shown-codes';
import type { WriteContext } from '../../platform/types';
import { useCase } from '../../platform/use-case';
import { rulesOf } from '../../rules';
import { isOwn, type Member, members } from '../members';
import { addChange, changeFacts } from './changes';
import { representativeChanges } from './fields';
import { manages } from './policies';

type Context = WriteContext<typeof membership.changeRepresentative>;

const guesses = { max: 30, perSeconds: 600 } as const;
const invalid = (field: string, code: string) => new AppError('request.invalid', { fields: { [field]: code } });

/** A unit names another representative; until staff have confirmed it the present one stays. */
export const changeRepresentative = useCase(membership.changeRepresentative, {
  journal: (input) => ({ aggregate: `members:${input.memberId}`, action: 'member.changeRepresentative' }),
  async run(context) {
    const { actor, input, tx, db, now, newId, limit } = context;
    const { member, entered } = await unitOf(context);
    await limit('staffCodeGuess', guesses);
    const account = await accountOfCode(db, input.code, now);
    if (account === undefined) throw invalid('code', 'staffCode.unknown');
    if (account === member.account) throw invalid('code', 'representative.same');
    const rule = await rulesOf(db, now);
    const dueAt = endOfWorkingDay(now, rule(reviewWorkingDays).value, rule(calendar).value);
    const changes = representativeChanges(member, input);
    const change = await addChange(tx, member, {
      ...{ _id: newId(), kind: 'representative', state: 'open', by: actor.id, entered, at: now, dueAt, account },
      fields: changes.map(({ field }) => field),
      changes,
      ...(input.evidence && { evidence: input.evidence }),
    });
    const told = entered ? {} : { account: actor.id };
    tx.emit({
      type: 'change.requested',
      ...changeFacts(change),
      by: actor.id,
      ...told,
      not: [account],
      dueAt: dueAt.toISOString(),
    });
    return {
      memberId: member._id,
      version: member.version,
      applied: [],
      request: { id: change._id, reference: change.reference },
    };
  },
});

/** The unit, for its representative or, with the paper in hand, for staff of its city. */
async function unitOf(context: Context): Promise<{ readonly member: Member; readonly entered: boolean }> {
  const { actor, input, tx } = context;
  const member = await tx.get(members, input.memberId, (found) => isOwn(actor, found) || manages(actor, found));
  if (member?.kind !== 'unit') throw new AppError('notFound');
  if (member.version !== input.version) throw new AppError('stale');
  if (!mayDo(member.standing, 'changeRepresentative'))
    throw new AppError('wrongStatus', { fields: { standing: member.standing } });
  const entered = !isOwn(actor, member);
  if (entered && input.evidence === undefined) throw invalid('evidence', 'required');
  if (input.evidence)
    await checkedUpload(context, { fileId: input.evidence, kinds: pictureOrDocument, path: 'evidence', of: member.person });
  return { member, entered };
}
