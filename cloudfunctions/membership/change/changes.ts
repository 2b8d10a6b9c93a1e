import { randomInt } from 'node:crypto';
import { yearOf } from '../../../shared/dates';
import type { ChangeState } from '../../../shared/membership/change-lifecycle';
import { AppError } from '../../platform/errors';
import type { New, RecordType, Stored, Transaction } from '../../platform/types';
import type { Member } from '../members';

/** What a field held, or is to hold. */
export type FieldValue = string | readonly string[];

/** A change of a member's data, from its request on: together they are the history of every field. */
export interface MemberChange extends Stored {
  readonly reference: string;
  readonly kind: 'details' | 'representative' | 'confirmation';
  readonly state: ChangeState;
  readonly member: string;
  /** Whose data key seals it: the member's. */
  readonly person: string;
  /** City whose officers see it. */
  readonly city: string;
  /** Account that handed it in. */
  readonly by: string;
  /** Handed in by staff with the member's paper. */
  readonly entered: boolean;
  readonly at: Date;
  readonly dueAt?: Date;
  readonly fields: readonly string[];
  /** The member while it is open, as one at a time waits for staff; else its own id. */
  readonly live: string;
  /** Account of the new representative. */
  readonly account?: string;
  readonly decidedAt?: Date;
  readonly decidedBy?: string;
  /** Sealed from here on. */
  readonly changes: readonly { readonly field: string; readonly before: FieldValue; readonly after: FieldValue }[];
  readonly reason?: string;
  /** File that shows it. */
  readonly evidence?: string;
  readonly decisionReason?: string;
}

export const memberChanges: RecordType<MemberChange> = {
  collection: 'memberChanges',
  sealed: ['changes', 'reason', 'evidence', 'decisionReason'],
  subject: (change) => change.person,
  erased: { changes: [] },
};

type Given = Omit<New<MemberChange>, 'reference' | 'member' | 'person' | 'city' | 'live'>;

/** Keeps a change; one that waits for staff is the only one of its member that does. */
export function addChange(tx: Transaction, { _id, person, city }: Member, change: Given): Promise<MemberChange> {
  const live = change.state === 'open' ? _id : change._id;
  const waiting = new AppError('wrongStatus', { message: '已有一项变更正在核对，请等候结果，或先撤回那一项' });
  const record = { ...change, live, reference: newReference(change.at), member: _id, person, city };
  return tx.add(memberChanges, record, waiting);
}

/** `BG-2026-483920`: read out on the telephone; nothing is found by it. */
const newReference = (at: Date) => `BG-${yearOf(at)}-${String(randomInt(1_000_000)).padStart(6, '0')}`;

/** Ids and codes that events about a change carry. */
export const changeFacts = ({ _id, member, reference, kind, city }: MemberChange) => ({
  change: _id,
  member,
  reference,
  kind,
  city,
});
