import type { Body } from '../../shared/governance/lifecycle';
import type { RecordType, Stored } from '../platform/types';

/** One place in a body. Who holds it is data: seats outlive their holders. */
export interface Seat {
  readonly seat: string;
  /** Office that goes with the seat, e.g. 会长, 副会长. */
  readonly title: string;
  /** Account of the holder; null while the seat is vacant. A vacant seat counts for the quorum. */
  readonly holder: string | null;
}

/** A deciding body in one term 届; `_id` is the body's code, for an earlier term `<body>:<term>`. */
export interface BodyRecord extends Stored {
  readonly body: Body;
  /** Number of the term: 5 is 第五届. */
  readonly term: number;
  readonly seats: readonly Seat[];
  /** When its seats were first set, and when the next term's were. */
  readonly from?: Date;
  readonly until?: Date;
}

export const bodyRecords: RecordType<BodyRecord> = { collection: 'bodies', sealed: [] };

/** Id under which a term is kept once it is over. */
export const earlierTerm = (body: Body, term: number): string => `${body}:${term}`;

/** The terms of a body that are over, the newest first. */
export function earlierTerms(records: readonly BodyRecord[], body: Body) {
  return records
    .flatMap(({ body: of, term, from, until, seats }) => {
      if (of !== body || !until) return [];
      return [{ term, from: from?.toISOString() ?? null, until: until.toISOString(), seats: seats.length }];
    })
    .sort((a, b) => b.term - a.term);
}

/** Running number of a body's meetings within a year; `_id` is `<body>:<year>`. Grows in the transaction that plans a meeting. */
export interface MeetingCounter extends Stored {
  readonly last: number;
}

export const meetingCounters: RecordType<MeetingCounter> = { collection: 'meetingCounters', sealed: [] };
