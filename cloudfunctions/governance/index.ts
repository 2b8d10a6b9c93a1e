import type { ServedContext } from '../platform/types';
import { addItems } from './add-items';
import { cancelMeeting } from './cancel-meeting';
import { castVote } from './cast-vote';
import { closeMeeting } from './close-meeting';
import { decideItem } from './decide-item';
import { followWithdrawal } from './follow-withdrawal';
import { listMeetings } from './list-meetings';
import { meeting } from './meeting';
import { openItem } from './open-item';
import { planMeeting } from './plan-meeting';
import { reactions } from './reactions';
import { recordAttendance } from './record-attendance';
import { recordVote } from './record-vote';
import { removeItem } from './remove-item';
import { setBody } from './set-body';
import { signIn } from './sign-in';
import { startMeeting } from './start-meeting';

/** Meetings, their agendas, votes and decisions. */
export const governanceContext: ServedContext = {
  useCases: [
    listMeetings,
    meeting,
    planMeeting,
    addItems,
    removeItem,
    startMeeting,
    signIn,
    recordAttendance,
    openItem,
    castVote,
    recordVote,
    decideItem,
    closeMeeting,
    cancelMeeting,
    setBody,
    followWithdrawal,
  ],
  reactions,
};
