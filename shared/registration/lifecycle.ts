import type { Lifecycle } from '../lifecycle';

/** Where somebody's registration stands. */
export const registrationStates = ['waiting', 'offered', 'registered', 'cancelled', 'declined', 'lapsed'] as const;
export type RegistrationState = (typeof registrationStates)[number];

/** Who makes a move: the person themselves, or what the seats decide. */
export type RegistrationMover = 'self' | 'seats';

/**
 * 报名 and 候补. A place is decided by the seats document alone; the registration follows it. A freed seat is offered to the
 * first in line whom it fits; not taken up in time, it lapses to the next.
 */
export const registrationLifecycle = {
  waiting: {
    offer: { to: 'offered', by: 'seats' },
    cancel: { to: 'cancelled', by: 'self' },
  },
  offered: {
    accept: { to: 'registered', by: 'self' },
    decline: { to: 'declined', by: 'self' },
    cancel: { to: 'cancelled', by: 'self' },
    lapse: { to: 'lapsed', by: 'seats' },
  },
  registered: {
    cancel: { to: 'cancelled', by: 'self' },
  },
  cancelled: {},
  declined: {},
  lapsed: {},
} as const satisfies Lifecycle<RegistrationState, RegistrationMover>;
