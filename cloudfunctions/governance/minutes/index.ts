import type { ServedContext } from '../../platform/types';
import { checkMinutes } from './check-minutes';
import { draftMinutes } from './draft-minutes';
import { minutes } from './minutes';
import { publishMinutes } from './publish-minutes';
import { minutesReactions } from './reactions';
import { readMinutes } from './read-minutes';
import { returnMinutes } from './return-minutes';
import { saveMinutes } from './save-minutes';
import { submitMinutes } from './submit-minutes';

/** Minutes: drafted from the record, checked by somebody else, published to the members concerned. */
export const minutesArea: ServedContext = {
  useCases: [minutes, draftMinutes, saveMinutes, submitMinutes, checkMinutes, returnMinutes, publishMinutes, readMinutes],
  reactions: minutesReactions,
};
