import { endpoints } from '../../contract/endpoint';
import { agendaEndpoints } from './agenda';
import { bodyEndpoints } from './bodies';
import { meetingEndpoints } from './meetings';
import { minutesEndpoints } from './minutes';
import { replayEndpoints } from './replay';
import { voteEndpoints } from './votes';

export { MinutesView } from './minutes';
export type { ReplayedDecision } from './replay';
export { type AgendaItemView, MeetingView, type NoticeView } from './views';

/** Everything that governance answers, one file for each area. */
export const governance = endpoints('governance', {
  ...bodyEndpoints,
  ...meetingEndpoints,
  ...agendaEndpoints,
  ...voteEndpoints,
  ...minutesEndpoints,
  ...replayEndpoints,
});
