import type { EventKind, EventState } from '../../shared/events/lifecycle';
import type { Terms } from '../../shared/registration/terms';
import type { RecordType, Stored } from '../platform/types';

/** An event 活动 with the conditions of its registration. */
export interface EventRecord extends Stored {
  readonly kind: EventKind;
  readonly state: EventState;
  readonly title: string;
  readonly place: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly text: string;
  readonly registration: Terms;
  /** Account of the officer who planned it. */
  readonly by: string;
}

export const eventRecords: RecordType<EventRecord> = { collection: 'events', sealed: [] };

export const presentEvent = ({ _id, version, kind, state, title, place, startsAt, endsAt, text }: EventRecord) => ({
  id: _id,
  version,
  kind,
  state,
  title,
  place,
  startsAt: startsAt.toISOString(),
  endsAt: endsAt.toISOString(),
  text,
});
