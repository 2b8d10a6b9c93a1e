import type { Lifecycle } from '../lifecycle';

export const applicationStates = [
  'draft',
  'submitted',
  'underReview',
  'returned',
  'awaitingSecondReview',
  'awaitingMeeting',
  'onAgenda',
  'admitted',
  'rejected',
  'withdrawn',
] as const;

export type ApplicationState = (typeof applicationStates)[number];

/**
 * 申请 → 审查 → 会议讨论 → 颁发证书 (苏慈发〔2024〕5号, 三). Admission and rejection follow from a meeting's decision
 * on an agenda item: no permission makes them.
 */
export const applicationLifecycle = {
  draft: {
    save: { to: 'draft', by: 'application.submit', own: true },
    submit: { to: 'submitted', by: 'application.submit', own: true },
    withdraw: { to: 'withdrawn', by: 'application.submit', own: true },
  },
  submitted: {
    accept: { to: 'underReview', by: 'application.review' },
    withdraw: { to: 'withdrawn', by: 'application.submit', own: true },
  },
  underReview: {
    return: { to: 'returned', by: 'application.review', needs: 'fieldNotes' },
    recommend: { to: 'awaitingSecondReview', by: 'application.review', needs: 'checklist' },
    withdraw: { to: 'withdrawn', by: 'application.submit', own: true },
  },
  returned: {
    save: { to: 'returned', by: 'application.submit', own: true },
    // A resubmission keeps its place: it goes back to the review it came from.
    submit: { to: 'underReview', by: 'application.submit', own: true },
    withdraw: { to: 'withdrawn', by: 'application.submit', own: true },
  },
  awaitingSecondReview: {
    endorse: { to: 'awaitingMeeting', by: 'application.secondReview' },
    sendBack: { to: 'underReview', by: 'application.secondReview', needs: 'reason' },
    withdraw: { to: 'withdrawn', by: 'application.submit', own: true },
  },
  awaitingMeeting: {
    schedule: { to: 'onAgenda', by: 'system' },
    withdraw: { to: 'withdrawn', by: 'application.submit', own: true },
  },
  onAgenda: {
    unschedule: { to: 'awaitingMeeting', by: 'system' },
    admit: { to: 'admitted', by: 'system' },
    reject: { to: 'rejected', by: 'system' },
    withdraw: { to: 'withdrawn', by: 'application.submit', own: true },
  },
  admitted: {},
  rejected: {},
  withdrawn: {},
} as const satisfies Lifecycle<ApplicationState>;

/** Nothing more will happen to it; the applicant may start another. */
export const endedStates: readonly ApplicationState[] = ['admitted', 'rejected', 'withdrawn'];
