import { invitationCodeOf } from '../../../shared/membership/invitation-code';
import { isMemberNumber } from '../../../shared/membership/member-number';
import { mayDo } from '../../../shared/membership/standing';
import { AppError } from '../../platform/errors';
import type { Reader, Transaction } from '../../platform/types';
import type { Application } from '../applications';
import { type Invitation, invitations, stateOf } from '../invitation/invitations';
import { type Member, memberByNumber, members } from '../members';

interface Context {
  readonly tx: Transaction;
  readonly db: Reader;
  readonly now: Date;
}

const refused = (code: string) => new AppError('request.invalid', { fields: { 'purpose.recommender': code } });

/**
 * The member behind a member number or an invitation code, who must be in good standing. A code is used up by one
 * application, however often that is handed in.
 *
 * @throws request.invalid with what is wrong with the number or the code
 */
export async function recommenderOf(
  typed: string | undefined,
  application: Application,
  context: Context,
): Promise<Application['recommender']> {
  if (!typed) return undefined;
  const member = isMemberNumber(typed.trim())
    ? await memberByNumber(context.db, typed)
    : await invitedBy(invitationCodeOf(typed), application, context);
  if (!member || !mayDo(member.standing, 'recommend')) throw refused('memberNumber.unknown');
  return member.account ? { member: member._id, account: member.account } : { member: member._id };
}

async function invitedBy(
  code: string | undefined,
  application: Application,
  { tx, db, now }: Context,
): Promise<Member | undefined> {
  const invitation = code === undefined ? undefined : await tx.get(invitations, code);
  if (!invitation) throw refused('invitation.unknown');
  await use(tx, invitation, application._id, now);
  return db.get(members, invitation.member);
}

async function use(tx: Transaction, invitation: Invitation, application: string, now: Date): Promise<void> {
  if (invitation.usedBy.includes(application)) return;
  const state = stateOf(invitation, now);
  if (state !== 'live') throw refused(`invitation.${state}`);
  const used = { ...invitation, usedBy: [...invitation.usedBy, application] };
  await tx.replace(invitations, used, { expecting: invitation.version });
}
