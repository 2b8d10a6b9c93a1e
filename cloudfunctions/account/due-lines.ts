import { pages } from '../../shared/pages';
import { applicationFacts } from '../membership';
import type { DueChange } from '../platform/due';
import { dueChange } from '../platform/reactions';
import type { Happening, Reaction, Reader } from '../platform/types';

/** Lines that an application has in the workbench; each is changed by events of that application only. */
const kinds = ['reviewApplication', 'secondReview', 'scheduleApplication', 'explainRejection', 'decideAppeal'] as const;
type Kind = (typeof kinds)[number];

const queues = {
  reviewApplication: 'application.review',
  secondReview: 'application.secondReview',
  scheduleApplication: 'meeting.manage',
  explainRejection: 'application.review',
  decideAppeal: 'application.decideAppeal',
} as const satisfies Record<Kind, string>;

/** The one line that is open after an event; every other line of the application is closed. */
const openAfter: Readonly<Record<string, Kind | undefined>> = {
  'application.submitted': 'reviewApplication',
  'application.accepted': 'reviewApplication',
  'application.resubmitted': 'reviewApplication',
  'application.sentBack': 'reviewApplication',
  'application.returned': undefined,
  'application.recommended': 'secondReview',
  'application.endorsed': 'scheduleApplication',
  'application.unscheduled': 'scheduleApplication',
  'application.scheduled': undefined,
  'application.rejected': 'explainRejection',
  'application.explained': undefined,
  'application.appealed': 'decideAppeal',
  'application.appealUpheld': 'scheduleApplication',
  'application.appealDismissed': undefined,
  'application.withdrawn': undefined,
};

/** The line that is open in each state, for what changes the line and not the state. */
const openIn: Readonly<Record<string, Kind | undefined>> = {
  submitted: 'reviewApplication',
  underReview: 'reviewApplication',
  awaitingSecondReview: 'secondReview',
  awaitingMeeting: 'scheduleApplication',
};

async function changesAfter(happening: Happening, db: Reader, opened: Kind | undefined): Promise<readonly DueChange[]> {
  const application = String(happening.event.application ?? '');
  const closed = kinds.filter((kind) => kind !== opened).map((kind) => ({ key: `${kind}:${application}`, close: true }) as const);
  if (opened === undefined) return closed;
  return [...closed, { key: `${opened}:${application}`, open: await lineOf(happening, db, application, opened) }];
}

async function lineOf({ event }: Happening, db: Reader, record: string, kind: Kind) {
  const [facts] = await applicationFacts(db, [record]);
  const { firstReviewer, enteredBy, completedBy = [], reviewers } = event;
  const first = kind === 'secondReview' ? firstReviewer : undefined;
  const apart = [first, enteredBy, ...(completedBy as readonly string[])].filter((id) => typeof id === 'string');
  const before = kind === 'decideAppeal' ? [...apart, ...(reviewers as readonly string[])] : apart;
  return {
    queue: queues[kind],
    city: typeof event.city === 'string' ? event.city : null,
    kind,
    record,
    reference: String(event.reference ?? ''),
    page: kind === 'scheduleApplication' ? pages.meetings() : pages.review(record),
    dueAt: typeof event.dueAt === 'string' ? new Date(event.dueAt) : null,
    // Nobody is shown their own matter, their recommendee's, what they entered for somebody, the second review of what they
    // reviewed first, or an appeal against it.
    not: [...(facts?.parties ?? []), ...before],
  };
}

/** Opens and closes lines of the workbench as an application goes its way. */
export const dueReactions: Readonly<Record<string, readonly Reaction[]>> = {
  ...Object.fromEntries(
    Object.entries(openAfter).map(([type, opened]) => [
      type,
      [dueChange('workbench', (happening, db) => changesAfter(happening, db, opened))],
    ]),
  ),
  // The line goes with the application to the city it was given to.
  'application.assigned': [
    dueChange('workbench', (happening, db) => changesAfter(happening, db, openIn[String(happening.event.state)])),
  ],
};
