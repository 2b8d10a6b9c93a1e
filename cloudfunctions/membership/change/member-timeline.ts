import type { MemberView } from '../../../shared/membership/endpoints/change';
import { fieldShown } from '../../../shared/membership/field-words';
import { meetingIn } from '../agenda-entries';
import type { Application, PublishedMinutes } from '../applications';
import type { Certificate } from '../certificates';
import type { Measure } from '../measures';
import type { Member } from '../members';
import type { MemberChange } from './changes';

type Event = MemberView['timeline'][number];

/** The page shows this many at most. */
const shownAtMost = 100;

const event = (at: Date, kind: string, facts: Event['facts'] = {}, changes: Event['changes'] = []): Event => ({
  at: at.toISOString(),
  kind,
  facts,
  changes,
});

/** Old and new of every field of a change, as people read them. */
export const changesInWords = ({ changes }: Pick<MemberChange, 'changes'>): Event['changes'] =>
  changes.map(({ field, before, after }) => ({
    field,
    before: fieldShown(field, before),
    after: fieldShown(field, after),
  }));

function ofChange(change: MemberChange): readonly Event[] {
  const { kind, state, reference, at, decidedAt, decisionReason, entered } = change;
  const facts = { reference, kind, by: entered ? 'office' : 'self' };
  if (kind === 'confirmation') return [event(at, 'confirmed')];
  const asked = event(at, state === 'applied' ? 'changed' : 'changeRequested', facts, [...changesInWords(change)]);
  if (!decidedAt) return [asked];
  return [asked, event(decidedAt, 'changeDecided', { ...facts, state, ...(decisionReason ? { reason: decisionReason } : {}) })];
}

function ofStanding({ standingHistory, standingReasons }: Member): readonly Event[] {
  // The first entry is the admission, which the application tells of.
  return standingHistory.slice(1).map(({ standing, effectiveAt, at }, index) => {
    const reason = standingReasons[index + 1];
    return event(at, 'standing', { standing, effectiveAt: effectiveAt.toISOString(), ...(reason ? { reason } : {}) });
  });
}

function ofMeasure({ kind, reference, proposedAt, decision, minutes }: Measure): readonly Event[] {
  const facts = { kind, reference };
  return [
    event(proposedAt, 'measureProposed', facts),
    ...(decision ? [event(decision.at, 'measureDecided', { ...facts, outcome: decision.outcome })] : []),
    ...ofMinutes(minutes),
  ];
}

const ofMinutes = (minutes: readonly PublishedMinutes[] = []): readonly Event[] =>
  minutes.map(({ meeting, title, at }) => event(at, 'minutes', { meeting, title }));

interface Sources {
  readonly member: Member;
  readonly application: Application | undefined;
  readonly certificate: Certificate | undefined;
  readonly changes: readonly MemberChange[];
  readonly measures: readonly Measure[];
}

/** Everything that happened to a member, newest first. */
export function timelineOf({ member, application, certificate, changes, measures }: Sources): Event[] {
  const { number, resolution } = member;
  const steps = application?.history.filter(({ action }) => action !== 'admit' && action !== 'reveal') ?? [];
  const meeting = (application && meetingIn(application.agenda)?.title) ?? '';
  const events = [
    ...steps.map(({ at, action }) => event(at, 'application', { action })),
    event(member.admittedAt, 'admitted', { number, meeting, resolution }),
    ...ofStanding(member),
    ...changes.flatMap(ofChange),
    ...measures.flatMap(ofMeasure),
    ...ofMinutes(application?.minutes),
    ...(certificate?.history.map(({ at, event: what }) => event(at, 'certificate', { event: what })) ?? []),
  ];
  return events.sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0)).slice(0, shownAtMost);
}
