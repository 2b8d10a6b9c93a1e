import type { MeasureKind, MeasureState } from '../../shared/membership/standing';
import { endedMeasureStates } from '../../shared/membership/standing';
import type { Reader, RecordType, Stored } from '../platform/types';
import type { AgendaEntry } from './agenda-entries';
import type { PublishedMinutes } from './applications';

/** A measure 措施 about a member that only a meeting decides: suspension, expulsion, deemed resignation, reinstatement. */
export interface Measure extends Stored {
  /** `CS-2026-7K3M9Q`: what agenda and resolution call it by. */
  readonly reference: string;
  readonly kind: MeasureKind;
  readonly state: MeasureState;
  readonly member: string;
  /** Whose data key seals the texts. */
  readonly person: string;
  /** City whose officers may see it. */
  readonly city: string;
  /** `<member>.<kind>` while it is under way, its own id afterwards: unique, so one of a kind is under way for a member. */
  readonly live: string;
  /** Accounts that may not decide it: the member's own or the representative's. */
  readonly parties: readonly string[];
  readonly proposedAt: Date;
  readonly proposedBy: string;
  readonly basis: string;
  /** `key@version` of the rules whose conditions it met when it was proposed. */
  readonly rules: readonly string[];
  /** End of a suspension that a meeting decides for a time. */
  readonly until?: Date;
  readonly agenda: readonly AgendaEntry[];
  readonly decision?: { readonly item: string; readonly outcome: 'passed' | 'notPassed'; readonly at: Date };
  readonly endedAt?: Date;
  readonly minutes?: readonly PublishedMinutes[];
  /** Sealed from here on. */
  readonly reason: string;
  readonly answer?: string;
  readonly resolution?: string;
  readonly withdrawReason?: string;
}

export const measures: RecordType<Measure> = {
  collection: 'measures',
  sealed: ['reason', 'answer', 'resolution', 'withdrawReason'],
  subject: (measure) => measure.person,
  erased: { reason: '' },
};

export const hasEnded = ({ state }: Pick<Measure, 'state'>): boolean => endedMeasureStates.includes(state);

/** Measures about a member, newest first: one read. */
export const measuresOf = (db: Pick<Reader, 'find'>, member: string): Promise<readonly Measure[]> =>
  db.find(measures, { where: { member }, order: [['proposedAt', 'desc']], limit: 20 });
