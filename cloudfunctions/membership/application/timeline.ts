import type { ApplicationView } from '../../../shared/membership/endpoints';
import type { ApplicationState } from '../../../shared/membership/lifecycle';
import { meetingIn } from '../agenda-entries';
import { type Application } from '../applications';

type Step = ApplicationView['steps'][number];

/** How many of the four steps are behind an application in each state. */
const stepsDone: Readonly<Record<Exclude<ApplicationState, 'withdrawn'>, number>> = {
  draft: 0,
  submitted: 1,
  underReview: 1,
  returned: 1,
  awaitingSecondReview: 1,
  awaitingMeeting: 2,
  onAgenda: 2,
  rejected: 3,
  appealed: 2,
  admitted: 4,
};

const iso = (date: Date | undefined) => date?.toISOString() ?? null;

/** 申请 → 审查 → 会议讨论 → 颁发证书, as the applicant sees them: when each was done, when the next is expected, who does it. */
export function timeline(application: Application): readonly Step[] {
  const { state, submittedAt, dueAt, decision, history } = application;
  const meetingAt = iso(meetingIn(application.agenda)?.at);
  const decidedAt = iso(decision?.at);
  const steps = [
    { step: 'submitted', at: iso(submittedAt), expected: null, office: 'applicant' },
    {
      step: 'review',
      at: iso(history.filter(({ action }) => action === 'endorse').at(-1)?.at),
      expected: iso(dueAt),
      office: state === 'returned' ? 'applicant' : 'liaisonOffice',
    },
    { step: 'meeting', at: decidedAt, expected: meetingAt, office: 'meeting' },
    { step: 'certificate', at: decidedAt, expected: meetingAt, office: 'liaisonOffice' },
  ] as const;
  const done = state === 'withdrawn' ? steps.findIndex(({ at }) => at === null) : stepsDone[state];
  const running = state !== 'withdrawn' && state !== 'rejected';
  return steps.map((step, index) => {
    const progress = index < done ? 'done' : index === done && running ? 'now' : 'todo';
    return {
      ...step,
      state: progress,
      at: progress === 'done' ? step.at : null,
      expected: progress === 'done' ? null : step.expected,
    };
  });
}
