import type { RecordType, Stored } from '../../platform/types';

/** A member's word for others, as a code to pass on; its `_id` is the code. */
export interface Invitation extends Stored {
  readonly member: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  /** Applications it is good for, and those that were handed in with it. */
  readonly uses: number;
  readonly usedBy: readonly string[];
}

export const invitations: RecordType<Invitation> = { collection: 'invitations', sealed: [] };

export type InvitationState = 'live' | 'usedUp' | 'expired';

export function stateOf({ expiresAt, uses, usedBy }: Invitation, now: Date): InvitationState {
  if (expiresAt <= now) return 'expired';
  return usedBy.length < uses ? 'live' : 'usedUp';
}

export const presentInvitation = (invitation: Invitation, now: Date) => ({
  code: invitation._id,
  memberId: invitation.member,
  createdAt: invitation.createdAt.toISOString(),
  expiresAt: invitation.expiresAt.toISOString(),
  used: invitation.usedBy.length,
  uses: invitation.uses,
  state: stateOf(invitation, now),
});
