import type { Lifecycle } from '../lifecycle';

export const bodies = ['presidentsOffice', 'standingCouncil', 'council', 'congress'] as const;
export type Body = (typeof bodies)[number];

export const meetingModes = ['onSite', 'remote', 'mixed'] as const;
export type MeetingMode = (typeof meetingModes)[number];

export const meetingStates = ['planned', 'inSession', 'adjourned', 'closed', 'cancelled'] as const;
export type MeetingState = (typeof meetingStates)[number];

export const meetingLifecycle = {
  planned: {
    changeAgenda: { to: 'planned', by: 'meeting.manage' },
    change: { to: 'planned', by: 'meeting.manage', needs: 'reason' },
    refreshSeats: { to: 'planned', by: 'meeting.manage' },
    sendNotice: { to: 'planned', by: 'meeting.manage' },
    confirmNotice: { to: 'planned', by: 'meeting.vote' },
    start: { to: 'inSession', by: 'meeting.manage' },
    signIn: { to: 'planned', by: 'meeting.vote' },
    leave: { to: 'planned', by: 'meeting.vote' },
    recordAttendance: { to: 'planned', by: 'meeting.manage' },
    cancel: { to: 'cancelled', by: 'meeting.manage', needs: 'reason' },
  },
  inSession: {
    confirmNotice: { to: 'inSession', by: 'meeting.vote' },
    signIn: { to: 'inSession', by: 'meeting.vote' },
    leave: { to: 'inSession', by: 'meeting.vote' },
    recordAttendance: { to: 'inSession', by: 'meeting.manage' },
    pullOut: { to: 'inSession', by: 'meeting.manage' },
    postpone: { to: 'inSession', by: 'meeting.manage' },
    adjourn: { to: 'adjourned', by: 'meeting.manage', needs: 'reason' },
    close: { to: 'closed', by: 'meeting.manage' },
  },
  // Nobody votes; who comes and goes is noted all the same.
  adjourned: {
    signIn: { to: 'adjourned', by: 'meeting.vote' },
    leave: { to: 'adjourned', by: 'meeting.vote' },
    recordAttendance: { to: 'adjourned', by: 'meeting.manage' },
    resume: { to: 'inSession', by: 'meeting.manage' },
    close: { to: 'closed', by: 'meeting.manage' },
  },
  closed: {},
  cancelled: {},
} as const satisfies Lifecycle<MeetingState>;

export const itemKinds = ['admission', 'admissionBatch', 'measure', 'matter'] as const;
export type ItemKind = (typeof itemKinds)[number];

export const itemStates = ['pending', 'open', 'decided', 'removed'] as const;
export type ItemState = (typeof itemStates)[number];

export const itemLifecycle = {
  pending: {
    open: { to: 'open', by: 'meeting.manage' },
    remove: { to: 'removed', by: 'meeting.manage' },
    // Not reached before the meeting ended: its application waits for the next one.
    postpone: { to: 'removed', by: 'meeting.manage' },
    followWithdrawal: { to: 'removed', by: 'system' },
    // An application in a batch, once the batch is decided.
    settle: { to: 'decided', by: 'system' },
  },
  open: {
    castVote: { to: 'open', by: 'meeting.vote' },
    recordVote: { to: 'open', by: 'meeting.manage' },
    correctVote: { to: 'open', by: 'meeting.read' },
    decide: { to: 'decided', by: 'meeting.manage' },
    postpone: { to: 'removed', by: 'meeting.manage' },
    followWithdrawal: { to: 'removed', by: 'system' },
  },
  decided: {},
  removed: {},
} as const satisfies Lifecycle<ItemState>;

export const minutesStates = ['draft', 'submitted', 'checked', 'published'] as const;
export type MinutesState = (typeof minutesStates)[number];

/** Drafted from the record → checked by somebody else → published to the members concerned. */
export const minutesLifecycle = {
  draft: {
    save: { to: 'draft', by: 'meeting.manage' },
    submit: { to: 'submitted', by: 'meeting.manage' },
  },
  submitted: {
    save: { to: 'draft', by: 'meeting.manage' },
    check: { to: 'checked', by: 'minutes.check' },
    return: { to: 'draft', by: 'minutes.check', needs: 'reason' },
  },
  checked: {
    publish: { to: 'published', by: 'meeting.manage' },
    return: { to: 'draft', by: 'minutes.check', needs: 'reason' },
  },
  published: {},
} as const satisfies Lifecycle<MinutesState>;
