import type { ApplicationState } from '../../shared/membership/lifecycle';
import type { MeasureKind, MeasureState, Standing } from '../../shared/membership/standing';
import type { Reader } from '../platform/types';

/**
 * What membership publishes to the other contexts; `index.ts` exports functions of these types. Nobody else reads the
 * collections of membership.
 *
 * Events of membership, as the other contexts rely on them. Each `application.*` carries
 * `{ application, owner, reference, city }` (ids and codes; `owner` is the applicant's account, absent when an officer entered it, who is then
 * `enteredBy`):
 * `application.submitted` and `application.resubmitted` (both with `dueAt`, ISO), `application.accepted` (`dueAt`),
 * `application.returned`, `application.recommended` (`firstReviewer`, `dueAt`), `application.endorsed`,
 * `application.sentBack` (`dueAt`), `application.scheduled`, `application.rescheduled` and `application.unscheduled` (`meeting`, `meetingTitle`,
 * `meetingAt`), `application.rejected`, `application.withdrawn`, `application.checked`; and `member.admitted`
 * `{ member, number, certificate, application, owner, reference }`.
 *
 * Events about a membership carry `{ member, number, city, account }` (`account` of the member or representative, if any, and
 * only while it may still be told): `member.warned`, `member.warningLifted`, `member.suspended`, `member.suspensionEnded`,
 * `member.reinstated`, `member.resigned`, `member.deemedResigned`, `member.expelled`, `member.transferred`, `member.deceased`,
 * `member.reminded`, `certificate.reissued`, `certificate.revoked`.
 *
 * Events about a measure carry `{ measure, kind, reference, member, city }`: `measure.proposed`, `measure.scheduled`, `measure.rescheduled` and
 * `measure.unscheduled` (`meeting`, `meetingTitle`, `meetingAt`), `measure.answered`, `measure.decided` (`outcome`), and
 * `measure.withdrawn`, also when it lapsed because the member left or was active again: then it stands on no agenda any longer.
 */
export interface ApplicationFacts {
  readonly id: string;
  readonly kind: 'individual' | 'unit';
  readonly reference: string;
  readonly state: ApplicationState;
  readonly city: string;
  /** The person's or the unit's name, in plain: only for those whose permission opens it. */
  readonly name: string;
  /** The applicant's account; undefined when an officer entered it for somebody without one. */
  readonly owner: string | undefined;
  /** Accounts that must recuse themselves: the applicant's own and the recommender's. */
  readonly parties: readonly string[];
  /** Marked as strongly representative: orders the agenda, decides nothing. */
  readonly marked: boolean;
  /** The newest look-up found what keeps a unit out: it stands on no agenda and is not admitted until it is looked up again. */
  readonly vetoed: boolean;
  readonly submittedAt: Date;
}

/** `applicationFacts`: those that exist, in the order of the ids; at most 100 ids, one database call (plus keys). */
export type ApplicationFactsQuery = (db: Pick<Reader, 'getMany'>, ids: readonly string[]) => Promise<readonly ApplicationFacts[]>;

/** A measure that only a meeting decides, for its agenda. */
export interface MeasureFacts {
  readonly id: string;
  readonly kind: MeasureKind;
  readonly reference: string;
  readonly memberId: string;
  /** The member's name, in plain: only for those whose permission opens it. */
  readonly name: string;
  readonly state: MeasureState;
  readonly city: string;
  /** Accounts that must recuse themselves: the member's own or the representative's. */
  readonly parties: readonly string[];
  readonly proposedAt: Date;
}

/** `measureFacts`: those that exist, in the order of the ids; at most 100 ids, two database calls (plus keys). */
export type MeasureFactsQuery = (db: Pick<Reader, 'getMany'>, ids: readonly string[]) => Promise<readonly MeasureFacts[]>;

/** What home shows of a person's application: the one under way, else the latest. */
export interface OwnApplication {
  readonly id: string;
  readonly reference: string;
  readonly state: ApplicationState;
  /** Finished sections of all. */
  readonly done: number;
  readonly of: number;
  readonly meetingAt: Date | null;
  readonly meetingTitle: string | null;
  readonly name: string | null;
}

/** `ownApplication`: of an account, for themself or for a unit; one database call (plus a key). */
export type OwnApplicationQuery = (
  db: Reader,
  accountId: string,
  kind: 'individual' | 'unit',
) => Promise<OwnApplication | undefined>;

export interface MemberFacts {
  readonly id: string;
  readonly number: string;
  readonly kind: 'individual' | 'unit';
  readonly name: string;
  readonly standing: Standing;
  readonly admittedAt: Date;
}

/** What a registration asks of a member: where they belong, and whether their standing lets them sign up. */
export interface RegistrantFacts {
  readonly city: string;
  /** `individual`, or the category of the unit. */
  readonly category: string;
  readonly maySignUp: boolean;
}

/** `registrantFacts`: of one member; one database call, nothing personal is opened. */
export type RegistrantFactsQuery = (db: Pick<Reader, 'get'>, memberId: string) => Promise<RegistrantFacts | undefined>;

/** `memberFacts`: members that exist, in the order of the ids; one database call (plus keys). */
export type MemberFactsQuery = (db: Pick<Reader, 'getMany'>, ids: readonly string[]) => Promise<readonly MemberFacts[]>;
