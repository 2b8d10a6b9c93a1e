import type { Transaction } from '../../platform/types';
import { type AttendanceNote, type Meeting, meetings, movedMeeting, noted } from '../meetings';

/** Notes that a seat came or left, in attendance and its log. What was decided before keeps the attendance it had. */
export async function note(
  tx: Transaction,
  meeting: Meeting,
  action: 'signIn' | 'leave' | 'recordAttendance',
  entry: AttendanceNote,
  expecting = meeting.version,
): Promise<{ id: string; version: number }> {
  const { version } = await tx.replace(meetings, movedMeeting(meeting, action, noted(meeting, entry)), { expecting });
  return { id: meeting._id, version };
}
