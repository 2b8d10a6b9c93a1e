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
  'appealed',
  'withdrawn',
] as const;

export type ApplicationState = (typeof applicationStates)[number];

/** What staff note about an application on its way, which leads nowhere else. */
const noted = <const S extends ApplicationState>(state: S) =>
  ({
    /** 优先发展代表性强的会员: orders the agenda, decides nothing. */
    mark: { to: state, by: 'application.review', needs: 'reason' },
    unmark: { to: state, by: 'application.review', needs: 'reason' },
    /** 归口: gives it to another city federation. */
    assign: { to: state, by: 'application.assign', needs: 'reason' },
  }) as const;

/** A unit is looked up in the public lists, until a meeting has decided. */
const looksUp = <const S extends ApplicationState>(state: S) => ({ check: { to: state, by: 'application.review' } }) as const;

/**
 * 申请 → 审查 → 会议讨论 → 颁发证书 (苏慈发〔2024〕5号, 三). Admission and rejection follow from a meeting's decision
 * on an agenda item: no permission makes them. An appeal that is upheld brings the application before another meeting.
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
    ...noted('submitted'),
  },
  underReview: {
    return: { to: 'returned', by: 'application.review', needs: 'fieldNotes' },
    recommend: { to: 'awaitingSecondReview', by: 'application.review', needs: 'checklist' },
    withdraw: { to: 'withdrawn', by: 'application.submit', own: true },
    ...looksUp('underReview'),
    ...noted('underReview'),
  },
  returned: {
    save: { to: 'returned', by: 'application.submit', own: true },
    // A resubmission keeps its place: it goes back to the review it came from.
    submit: { to: 'underReview', by: 'application.submit', own: true },
    withdraw: { to: 'withdrawn', by: 'application.submit', own: true },
    ...noted('returned'),
  },
  awaitingSecondReview: {
    endorse: { to: 'awaitingMeeting', by: 'application.secondReview' },
    sendBack: { to: 'underReview', by: 'application.secondReview', needs: 'reason' },
    withdraw: { to: 'withdrawn', by: 'application.submit', own: true },
    ...looksUp('awaitingSecondReview'),
    ...noted('awaitingSecondReview'),
  },
  awaitingMeeting: {
    schedule: { to: 'onAgenda', by: 'system' },
    withdraw: { to: 'withdrawn', by: 'application.submit', own: true },
    ...looksUp('awaitingMeeting'),
    ...noted('awaitingMeeting'),
  },
  onAgenda: {
    unschedule: { to: 'awaitingMeeting', by: 'system' },
    admit: { to: 'admitted', by: 'system' },
    reject: { to: 'rejected', by: 'system' },
    // Passed, while a look-up had found what keeps it out: another meeting decides once it is looked up again.
    hold: { to: 'awaitingMeeting', by: 'system' },
    ...looksUp('onAgenda'),
    withdraw: { to: 'withdrawn', by: 'application.submit', own: true },
  },
  admitted: {},
  rejected: {
    /** Writes to the applicant why; until then they read the resolution. */
    explain: { to: 'rejected', by: 'application.review', needs: 'reason' },
    /** Once, and within the days of the rule record. */
    appeal: { to: 'appealed', by: 'application.submit', own: true, needs: 'reason' },
  },
  appealed: {
    uphold: { to: 'awaitingMeeting', by: 'application.decideAppeal', needs: 'reason' },
    dismiss: { to: 'rejected', by: 'application.decideAppeal', needs: 'reason' },
  },
  withdrawn: {},
} as const satisfies Lifecycle<ApplicationState>;

/** It takes up nobody's time any more; the applicant may start another, after a rejection when the rule record's days are over. */
export const endedStates: readonly ApplicationState[] = ['admitted', 'rejected', 'withdrawn'];

/** States that officers list; drafts are private. */
export const listedStates = [
  'submitted',
  'underReview',
  'returned',
  'awaitingSecondReview',
  'awaitingMeeting',
  'onAgenda',
  'rejected',
  'appealed',
] as const;
