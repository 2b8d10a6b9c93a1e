import { type MeasureKind, measureKinds } from '../../../shared/membership/standing';
import { pages } from '../../../shared/pages';
import { mergedReactions } from '../../platform/contexts';
import { command, dueChange, inboxEntry } from '../../platform/reactions';
import type { Happening, JournalEvent, Reaction } from '../../platform/types';
import { type AgendaNews, newsIn } from '../agenda-entries';
import { measures } from '../measures';
import { concludeMeasure } from './conclude-measure';
import { followMeasure } from './follow-measure';
import { lapseMeasure } from './lapse-measure';

type Table = Readonly<Record<string, readonly Reaction[]>>;

const text = (event: JournalEvent, field: string) => String(event[field] ?? '');
const isMeasure = ({ event }: Happening) => typeof event.measure === 'string';

const onAgenda = (action: AgendaNews['action']): Reaction =>
  command('followMeasure', followMeasure, (happening) =>
    isMeasure(happening) ? { measureId: text(happening.event, 'measure'), ...newsIn(happening.event, action) } : undefined,
  );

const onDecision = command('concludeMeasure', concludeMeasure, (happening) => {
  const { event } = happening;
  if (!isMeasure(happening)) return undefined;
  return {
    measureId: text(event, 'measure'),
    itemId: text(event, 'item'),
    outcome: event.outcome === 'passed' ? ('passed' as const) : ('notPassed' as const),
    resolution: text(event, 'resolution'),
    decidedAt: text(event, 'decidedAt'),
  };
});

const agenda: Table = {
  'agenda.scheduled': [onAgenda('schedule')],
  'agenda.unscheduled': [onAgenda('unschedule')],
  'agenda.rescheduled': [onAgenda('reschedule')],
  'agendaItem.decided': [onDecision],
};

/** Both ways of the race between a proposal and a resignation end the same: whichever comes second ends the measure. */
const lapseIfLeft = command('lapseIfLeft', lapseMeasure, ({ event }) => ({ measureId: text(event, 'measure') }));
const lapse = (kind: MeasureKind): Reaction =>
  command(`lapse.${kind}`, lapseMeasure, async ({ event }, db) => {
    const [live] = await db.find(measures, { where: { live: `${text(event, 'member')}.${kind}` }, limit: 1 });
    return live && { measureId: live._id };
  });

/** Moves after which a measure may have lost its object. */
const unsettling = [
  'member.resigned',
  'member.deceased',
  'member.transferred',
  'member.expelled',
  'member.deemedResigned',
  'member.suspended',
  'member.suspensionEnded',
  'member.reinstated',
];
const lapsing: Table = {
  'measure.proposed': [lapseIfLeft],
  ...Object.fromEntries(unsettling.map((type) => [type, measureKinds.map(lapse)])),
  // A sign of activity answers the reminder.
  'member.confirmed': [lapse('deemResigned')],
  'member.changed': [lapse('deemResigned')],
};

/** What the member, or the representative of the unit, is told: kind of the entry by event; nothing after a death. */
const told: Readonly<Record<string, string>> = {
  'member.warned': 'memberWarned',
  'member.warningLifted': 'memberWarningLifted',
  'member.suspended': 'memberSuspended',
  'member.suspensionEnded': 'memberReinstated',
  'member.reinstated': 'memberReinstated',
  'member.resigned': 'memberResigned',
  'member.deemedResigned': 'memberDeemedResigned',
  'member.expelled': 'memberExpelled',
  'member.transferred': 'memberTransferred',
  'member.reminded': 'memberReminded',
  'measure.proposed': 'measureProposed',
  'measure.scheduled': 'measureScheduled',
  'measure.rescheduled': 'measureRescheduled',
  'measure.decided': 'measureDecided',
  'measure.withdrawn': 'measureWithdrawn',
};

const factNames = ['number', 'reference', 'kind', 'outcome', 'meetingTitle', 'meetingAt'] as const;

const telling: Table = Object.fromEntries(
  Object.entries(told).map(([type, kind]) => [
    type,
    [
      inboxEntry('tellMember', ({ event }) => {
        if (typeof event.account !== 'string') return [];
        const facts = Object.fromEntries(
          factNames.flatMap((name) => (event[name] === undefined ? [] : [[name, text(event, name)]])),
        );
        return [{ account: event.account, kind, facts, page: pages.myStanding(text(event, 'member')) }];
      }),
    ],
  ]),
);

const openMeasureLine = dueChange('workbench', ({ event }) => [
  {
    key: `scheduleMeasure:${text(event, 'measure')}`,
    open: {
      queue: 'meeting.manage',
      city: text(event, 'city'),
      kind: 'scheduleMeasure',
      record: text(event, 'member'),
      reference: text(event, 'reference'),
      page: pages.meetings(),
      dueAt: null,
      not: Array.isArray(event.parties) ? event.parties : [],
    },
  },
]);
const closeMeasureLine = dueChange('workbench', ({ event }) => [
  { key: `scheduleMeasure:${text(event, 'measure')}`, close: true },
]);

const openResignationLine = dueChange('workbench', ({ event }) => [
  {
    key: `settleResignation:${text(event, 'member')}`,
    open: {
      queue: 'member.manage',
      city: text(event, 'city'),
      kind: 'settleResignation',
      record: text(event, 'member'),
      reference: text(event, 'number'),
      page: pages.member(text(event, 'member')),
      dueAt: null,
      not: typeof event.account === 'string' ? [event.account] : [],
    },
  },
]);
const closeResignationLine = dueChange('workbench', ({ event }) => [
  { key: `settleResignation:${text(event, 'member')}`, close: true },
]);

/** Lines of the workbench: each is changed by the events of one measure, or of one member, only. */
const lines: Table = {
  'measure.proposed': [openMeasureLine],
  'measure.unscheduled': [openMeasureLine],
  'measure.scheduled': [closeMeasureLine],
  'measure.decided': [closeMeasureLine],
  'measure.withdrawn': [closeMeasureLine],
  'member.resigned': [openResignationLine],
  'member.resignationSettled': [closeResignationLine],
};

/** What follows from moves of members and measures, and from what a meeting does with a measure. */
export const standingReactions: Table = mergedReactions(agenda, lapsing, telling, lines);
