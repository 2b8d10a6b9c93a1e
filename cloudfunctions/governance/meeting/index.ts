import type { ServedContext } from '../../platform/types';
import { cancelMeeting } from './cancel-meeting';
import { closeMeeting } from './close-meeting';
import { leaveMeeting } from './leave-meeting';
import { listMeetings } from './list-meetings';
import { meeting } from './meeting';
import { planMeeting } from './plan-meeting';
import { recordAttendance } from './record-attendance';
import { signIn } from './sign-in';
import { startMeeting } from './start-meeting';

/** Meetings from the plan to the close, and who is there. */
export const meetingArea: ServedContext = {
  useCases: [
    listMeetings,
    meeting,
    planMeeting,
    startMeeting,
    signIn,
    leaveMeeting,
    recordAttendance,
    closeMeeting,
    cancelMeeting,
  ],
};
