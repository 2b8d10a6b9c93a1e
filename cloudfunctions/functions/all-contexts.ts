import { accountContext } from '../account';
import { eventsContext } from '../events';
import { governanceContext } from '../governance';
import { membershipContext } from '../membership';
import { registrationContext } from '../registration';
import { rulesContext } from '../rules';

/** Every context there is: each function carries the reactions of all, whichever function answers for a context. */
export const allContexts = [
  membershipContext,
  governanceContext,
  accountContext,
  rulesContext,
  eventsContext,
  registrationContext,
];
