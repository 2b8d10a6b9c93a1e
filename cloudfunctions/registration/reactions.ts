import type { Reaction } from '../platform/types';
import { followed } from './seats';
import { tend } from './tend';

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** The registration has followed what the seats decided. */
const noteFollowed: Reaction = {
  name: 'noteFollowed',
  async deliver({ event }) {
    if (Array.isArray(event.changes)) await followed(text(event.offering), event.changes);
    return undefined;
  },
};

/** A seat came free: whoever waits for it is offered it. */
const tendSeats: Reaction = {
  name: 'tendSeats',
  transacts: true,
  async deliver({ event }, { db, now }) {
    return tend(text(event.offering), db, now);
  },
};

/** What follows from a registration's moves. */
export const registrationReactions: Readonly<Record<string, readonly Reaction[]>> = {
  'registration.entered': [noteFollowed],
  'registration.offered': [noteFollowed],
  'registration.accepted': [noteFollowed],
  'registration.cancelled': [noteFollowed, tendSeats],
  'registration.declined': [noteFollowed, tendSeats],
  'registration.lapsed': [noteFollowed],
  'registration.resized': [tendSeats],
};
