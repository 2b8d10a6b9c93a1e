import type { ServedContext } from '../platform/types';
import { followSeats } from './follow-seats';
import { mine } from './mine';
import { acceptOffer, cancel, declineOffer } from './own-moves';
import { registrationReactions } from './reactions';
import { signUp } from './sign-up';

export { registrationOf } from './published';
export { openRegistration, resizeRegistration } from './terms';

/** 报名 and 候补, once for everything that people can register for. */
export const registrationContext: ServedContext = {
  useCases: [signUp, mine, cancel, acceptOffer, declineOffer, followSeats],
  reactions: registrationReactions,
};
