import { merged } from '../platform/contexts';
import type { ServedContext } from '../platform/types';
import { agendaArea } from './agenda';
import { bodyArea } from './body';
import { meetingArea } from './meeting';
import { minutesArea } from './minutes';
import { voteArea } from './vote';

/** Bodies, their meetings, agendas, votes and decisions, and the minutes of it all. */
export const governanceContext: ServedContext = merged(bodyArea, meetingArea, agendaArea, voteArea, minutesArea);
