import type { Lifecycle } from '../lifecycle';

export const bodies = ['presidentsOffice', 'standingCouncil', 'council', 'congress'] as const;
export type Body = (typeof bodies)[number];

export const meetingStates = ['planned', 'inSession', 'closed', 'cancelled'] as const;
export type MeetingState = (typeof meetingStates)[number];

export const meetingLifecycle = {
  planned: {
    changeAgenda: { to: 'planned', by: 'meeting.manage' },
    start: { to: 'inSession', by: 'meeting.manage' },
    signIn: { to: 'planned', by: 'meeting.vote' },
    recordAttendance: { to: 'planned', by: 'meeting.manage' },
    cancel: { to: 'cancelled', by: 'meeting.manage', needs: 'reason' },
  },
  inSession: {
    signIn: { to: 'inSession', by: 'meeting.vote' },
    recordAttendance: { to: 'inSession', by: 'meeting.manage' },
    close: { to: 'closed', by: 'meeting.manage' },
  },
  closed: {},
  cancelled: {},
} as const satisfies Lifecycle<MeetingState>;

export const itemStates = ['pending', 'open', 'decided', 'removed'] as const;
export type ItemState = (typeof itemStates)[number];

export const itemLifecycle = {
  pending: {
    open: { to: 'open', by: 'meeting.manage' },
    remove: { to: 'removed', by: 'meeting.manage' },
    // Not reached before the meeting ended: its application waits for the next one.
    postpone: { to: 'removed', by: 'meeting.manage' },
    followWithdrawal: { to: 'removed', by: 'system' },
  },
  open: {
    castVote: { to: 'open', by: 'meeting.vote' },
    recordVote: { to: 'open', by: 'meeting.manage' },
    decide: { to: 'decided', by: 'meeting.manage' },
    postpone: { to: 'removed', by: 'meeting.manage' },
    followWithdrawal: { to: 'removed', by: 'system' },
  },
  decided: {},
  removed: {},
} as const satisfies Lifecycle<ItemState>;
