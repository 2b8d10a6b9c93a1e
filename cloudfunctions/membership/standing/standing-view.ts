import type { MeasureView, StandingView } from '../../../shared/membership/endpoints';
import { meetingIn } from '../agenda-entries';
import type { Measure } from '../measures';
import type { Member } from '../members';
import type { UrlOf } from '../review/compliance-entries';

type NameOf = (id: string) => string;

const iso = (date: Date | undefined) => date?.toISOString() ?? null;

/** A measure with what this reader can do with it. */
export function presentMeasure(measure: Measure, can: Record<string, boolean>): MeasureView {
  const meeting = meetingIn(measure.agenda);
  return {
    id: measure._id,
    reference: measure.reference,
    kind: measure.kind,
    state: measure.state,
    version: measure.version,
    proposedAt: measure.proposedAt.toISOString(),
    reason: measure.reason,
    basis: measure.basis,
    until: iso(measure.until),
    meeting: meeting ? { title: meeting.title, at: meeting.at.toISOString() } : null,
    outcome: measure.decision?.outcome ?? null,
    resolution: measure.resolution ?? null,
    answer: measure.answer ?? null,
    can,
  };
}

/** Standing, history with reasons, plan, reminders and measures of a member. */
export function presentStanding(
  member: Member,
  found: readonly Measure[],
  nameOf: NameOf,
  canOf: (measure: Measure) => Record<string, boolean>,
  urlOf: UrlOf,
): StandingView {
  const { standing, standingHistory, standingReasons, planned, reminders = [], reminderTexts = [] } = member;
  const whoIs = (id: string) => (id === member.account ? member.name : id && nameOf(id));
  return {
    standing,
    history: standingHistory.map(({ at, by, effectiveAt, ...entry }, index) => ({
      ...entry,
      at: at.toISOString(),
      effectiveAt: effectiveAt.toISOString(),
      by: whoIs(by),
      reason: standingReasons[index] ?? '',
    })),
    planned: planned ? { action: planned.action, effectiveAt: planned.effectiveAt.toISOString() } : null,
    reminders: reminders.map(({ at, by, channel }, index) => ({
      at: at.toISOString(),
      by: nameOf(by),
      channel,
      text: reminderTexts[index]?.text ?? '',
      evidence: reminderTexts[index]?.evidence ?? '',
      fileUrl: urlOf(reminderTexts[index]?.file),
    })),
    measures: found.map((measure) => presentMeasure(measure, canOf(measure))),
  };
}

/** Files that a standing rests on. */
export const filesOfStanding = ({ reminderTexts = [], standingFiles = {} }: Member): readonly (string | undefined)[] => [
  ...reminderTexts.map(({ file }) => file),
  ...Object.values(standingFiles),
];

/** Accounts of staff that a standing names. */
export const namedIn = ({ account, standingHistory, reminders = [] }: Member): readonly string[] =>
  [...standingHistory, ...reminders].map(({ by }) => by).filter((by) => by !== account);
