import type { Meeting, Notice, Paper } from '../meetings';

interface Telling {
  readonly text: string;
  readonly papers: readonly Paper[];
  readonly by: string;
  readonly now: Date;
  readonly changeReason?: string;
}

/** The newest notice of a meeting. */
export const newestNotice = ({ notices }: Pick<Meeting, 'notices'>): Notice | undefined => notices[notices.length - 1];

/** A further notice to the holders of the seats, each of whom is to confirm it. */
export function nextNotice(meeting: Meeting, { text, papers, by, now, changeReason }: Telling): Notice {
  return {
    number: meeting.notices.length + 1,
    sentAt: now,
    by,
    text,
    ...(changeReason !== undefined && { changeReason }),
    at: meeting.at,
    place: meeting.place,
    papers,
    receipts: meeting.seats.flatMap(({ seat, holder }) => (holder === null ? [] : [{ seat, account: holder }])),
  };
}
