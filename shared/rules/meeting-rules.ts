import { count, frequency, type Share, voting } from './measures';
import { rule } from './rule';
import { charter, founding, own } from './sources';

const half: Share = { kind: 'moreThan', numerator: 1, denominator: 2 };
const twoThirds: Share = { kind: 'atLeast', numerator: 2, denominator: 3 };
const recused = 'outOfBase' as const;

const votingOf = (body: string, title: string, source: string, quorum: Share, pass: Share) =>
  rule({
    key: `voting.${body}`,
    title: `${title}的法定人数和通过票数`,
    source,
    measure: voting,
    value: { quorum, pass, recused },
  });

export const votingRules = {
  presidentsOffice: votingOf('presidentsOffice', '会长办公会', own, half, half),
  standingCouncil: votingOf('standingCouncil', '常务理事会', charter, twoThirds, twoThirds),
  council: votingOf('council', '理事会', charter, twoThirds, twoThirds),
  congress: votingOf('congress', '会员代表大会', charter, twoThirds, half),
} as const;

const meets = (body: string, title: string, months: number, atLeast: number, atMost: number | null) =>
  rule({ key: `meeting.frequency.${body}`, title, source: founding, measure: frequency, value: { months, atLeast, atMost } });

/** How often the bodies should meet 一般; the congress meets as it is due. */
export const meetingFrequencies = {
  presidentsOffice: meets('presidentsOffice', '会长办公会多久开一次', 1, 1, 2),
  standingCouncil: meets('standingCouncil', '常务理事会多久开一次', 6, 1, null),
  council: meets('council', '理事会多久开一次', 12, 1, null),
} as const;

/** Working days after a meeting within which its minutes are drafted, checked and published. */
export const minutesWorkingDays = rule({
  key: 'meeting.minutesWorkingDays',
  title: '会议纪要几天之内发布',
  source: own,
  measure: count('workingDays', 1, 60),
  value: 5,
});
