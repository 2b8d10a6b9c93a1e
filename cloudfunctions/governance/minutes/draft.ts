import { presentSeats } from '../../../shared/governance/decision';
import { itemKindLabels } from '../../../shared/governance/labels';
import {
  attendanceLines,
  closingLine,
  correctionLine,
  movementLine,
  openingLine,
  pauseLine,
  recusalLine,
  ruleLine,
  tallyLine,
} from '../../../shared/governance/minutes-text';
import { votingRules } from '../../../shared/rules/rules';
import type { PlacedItem } from '../agenda-items';
import type { Meeting } from '../meetings';
import type { MinutesSection } from '../minutes-records';

type SeatNames = (seat: string) => string;

/** The record of a closed meeting as sections of its minutes: how it went, who was there, and each decision. */
export function sectionsOf(meeting: Meeting, items: readonly PlacedItem[]): readonly MinutesSection[] {
  const nameOf = seatNames(meeting);
  const decided = items.filter(({ item }) => item.decision);
  return [
    { key: 'opening', heading: '会议情况', record: openingOf(meeting), text: '' },
    { key: 'attendance', heading: '出席情况', record: attendanceOf(meeting, nameOf), text: '' },
    ...decided.map((placed) => itemSection(placed, nameOf)),
    { key: 'other', heading: '其他', record: [], text: '' },
  ];
}

/** Seats by their titles; several of one title are counted: 副会长1, 副会长2. */
function seatNames({ seats }: Meeting): SeatNames {
  const names = new Map<string, string>();
  for (const { seat, title } of seats) {
    const same = seats.filter((other) => other.title === title);
    names.set(seat, same.length > 1 ? `${title}${same.findIndex((other) => other.seat === seat) + 1}` : title);
  }
  return (seat) => names.get(seat) ?? seat;
}

function openingOf({ at, startedAt = at, place, mode, pauses, closedAt, rule, body }: Meeting): readonly string[] {
  return [
    openingLine({ at, startedAt, place, mode }),
    ...pauses.map(pauseLine),
    ...(closedAt ? [closingLine(closedAt)] : []),
    ...(rule ? [ruleLine(votingRules[body].title, rule.version, rule.source)] : []),
  ];
}

function attendanceOf({ seats, log, startedAt }: Meeting, nameOf: SeatNames): readonly string[] {
  const came = new Set(log.filter(({ presence }) => presence === 'onSite' || presence === 'remote').map(({ seat }) => seat));
  const attended = seats.filter(({ seat }) => came.has(seat)).map(({ seat }) => nameOf(seat));
  const missing = seats.filter(({ seat }) => !came.has(seat)).map(({ seat }) => nameOf(seat));
  const later = log.filter(({ at }) => startedAt !== undefined && at > startedAt);
  const movements = later.map(({ at, seat, presence }) => movementLine({ at, seat: nameOf(seat), presence }));
  return [...attendanceLines(attended, missing), ...movements];
}

function itemSection({ item, order }: PlacedItem, nameOf: SeatNames): MinutesSection {
  const { decision, votes, corrections, kind } = item;
  if (!decision) throw new Error('only decided items stand in minutes');
  const present = presentSeats(decision.attendance);
  const recused = votes
    .filter(({ seat, choice }) => choice === 'recuse' && present.includes(seat))
    .map(({ seat }) => nameOf(seat));
  const record = [
    ...(item.text === undefined ? [] : [item.text]),
    tallyLine({ present: present.length, ...decision }),
    ...(recused.length > 0 ? [recusalLine(recused)] : []),
    ...corrections.map((one) => correctionLine({ ...one, seat: nameOf(one.seat) })),
    decision.resolution,
  ];
  return { key: `item-${order}`, heading: `议题${order}：${item.title ?? itemKindLabels[kind]}`, record, text: '' };
}
