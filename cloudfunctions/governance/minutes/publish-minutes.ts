import { governance } from '../../../shared/governance/endpoints';
import { applicationFacts, measureFacts } from '../../membership';
import type { Reader } from '../../platform/types';
import { useCase } from '../../platform/use-case';
import { type Minutes, minutesOf, minutesRecords, movedMinutes, type Recipient } from '../minutes-records';

/** Publishes checked minutes to the members concerned: the holders of the seats, and whom the decisions are about. */
export const publishMinutes = useCase(governance.publishMinutes, {
  journal: (input) => ({ aggregate: `minutes:${input.meetingId}`, action: 'minutes.publish' }),
  async run({ input, tx, db, now }) {
    const minutes = await minutesOf(tx, input.meetingId, input.version);
    const published = movedMinutes(minutes, 'publish', { publishedAt: now });
    const recipients = await concerned(db, minutes);
    const { version } = await tx.replace(minutesRecords, { ...published, recipients }, { expecting: input.version });
    const { _id: meeting, title: meetingTitle, applications, measures } = minutes;
    tx.emit({ type: 'minutes.published', meeting, meetingTitle, applications, measures });
    return { id: minutes._id, version };
  },
});

/** Each account once; whoever holds a seat has the minutes as its holder. */
async function concerned(db: Reader, { seats, applications, measures }: Minutes): Promise<readonly Recipient[]> {
  const [applicants, affected] = await Promise.all([
    applications.length > 0 ? applicationFacts(db, applications) : [],
    measures.length > 0 ? measureFacts(db, measures) : [],
  ]);
  const all: readonly Recipient[] = [
    ...seats.map(({ holder, title }) => ({ account: holder, as: 'seat' as const, who: title })),
    ...applicants.flatMap(({ owner, reference }) =>
      owner === undefined ? [] : [{ account: owner, as: 'applicant' as const, who: reference }],
    ),
    ...affected.flatMap(({ parties, reference }) =>
      parties.map((account) => ({ account, as: 'member' as const, who: reference })),
    ),
  ];
  return all.filter(({ account }, index) => all.findIndex((other) => other.account === account) === index);
}
