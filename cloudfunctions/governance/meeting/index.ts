import type { ServedContext } from '../../platform/types';
import { adjournMeeting } from './adjourn-meeting';
import { cancelMeeting } from './cancel-meeting';
import { changeMeeting } from './change-meeting';
import { closeMeeting } from './close-meeting';
import { confirmNotice } from './confirm-notice';
import { leaveMeeting } from './leave-meeting';
import { listMeetings } from './list-meetings';
import { meeting } from './meeting';
import { paper } from './paper';
import { planMeeting } from './plan-meeting';
import { meetingReactions } from './reactions';
import { recordAttendance } from './record-attendance';
import { refreshSeats } from './refresh-seats';
import { resumeMeeting } from './resume-meeting';
import { sendNotice } from './send-notice';
import { signIn } from './sign-in';
import { startMeeting } from './start-meeting';

/** Meetings from the plan to the close, what the seats are told of them, and who is there. */
export const meetingArea: ServedContext = {
  useCases: [
    listMeetings,
    meeting,
    planMeeting,
    changeMeeting,
    refreshSeats,
    sendNotice,
    confirmNotice,
    paper,
    startMeeting,
    signIn,
    leaveMeeting,
    recordAttendance,
    adjournMeeting,
    resumeMeeting,
    closeMeeting,
    cancelMeeting,
  ],
  reactions: meetingReactions,
};
