import type { Emulator } from '../../emulator';
import type { Choice } from '../../shared/governance/voting';
import { actAs } from './acting';
import { seats, secretary } from './people';

/** Seats that sign in on their phones, the first by remote; the next one is noted by the secretary, the rest are excused. */
const signIns = 6;
const present = signIns + 1;
/** Seats that vote on their phones; for the others present the secretary records the vote. */
const ownVotes = 5;

const approved: readonly Choice[] = ['approve', 'approve', 'approve', 'approve', 'approve', 'approve', 'abstain'];
const refused: readonly Choice[] = ['approve', 'against', 'against', 'approve', 'against', 'against', 'abstain'];

/** Plans a meeting of the president's office. @returns its id */
export async function planMeeting(emulator: Emulator, at: Date): Promise<string> {
  const planned = await actAs(emulator, secretary.openid).call('governance.planMeeting', {
    body: 'presidentsOffice',
    at: at.toISOString(),
    place: '总会三楼会议室',
    mode: 'mixed',
  });
  return planned.id;
}

/** Puts applications on the agenda, each by itself or all `together` in one item. */
export async function putOnAgenda(
  emulator: Emulator,
  meetingId: string,
  applicationIds: readonly string[],
  together = false,
): Promise<void> {
  const person = actAs(emulator, secretary.openid);
  const { version } = await person.call('governance.meeting', { meetingId });
  await person.call('governance.addItems', { meetingId, version, applicationIds: [...applicationIds], together });
}

/** Has one application of the batch on the agenda decided by itself. */
export async function pullOut(emulator: Emulator, meetingId: string, applicationId: string): Promise<void> {
  const person = actAs(emulator, secretary.openid);
  const { items } = await person.call('governance.meeting', { meetingId });
  const batch = items.find(({ kind }) => kind === 'admissionBatch');
  if (!batch) throw new Error('there is no batch on the agenda');
  await person.call('governance.pullOutItem', { meetingId, itemId: batch.id, version: batch.version, applicationId });
}

/** Holds a planned meeting from the first sign-in to the close. `rejected` names the applications that do not pass. */
export async function holdMeeting(emulator: Emulator, meetingId: string, rejected: ReadonlySet<string>): Promise<void> {
  const person = actAs(emulator, secretary.openid);
  const before = await person.call('governance.meeting', { meetingId });
  await person.call('governance.startMeeting', { meetingId, version: before.version });
  await attend(emulator, meetingId);
  for (const { id, version, applicationId } of before.items) {
    const choices = rejected.has(applicationId ?? '') ? refused : approved;
    const opened = await person.call('governance.openItem', { meetingId, itemId: id, version });
    await decide(emulator, meetingId, { id, version: opened.version }, choices);
  }
  const { version } = await person.call('governance.meeting', { meetingId });
  await person.call('governance.closeMeeting', { meetingId, version });
}

async function attend(emulator: Emulator, meetingId: string): Promise<void> {
  const person = actAs(emulator, secretary.openid);
  for (const [index, { openid }] of seats.slice(0, signIns).entries())
    await actAs(emulator, openid).call('governance.signIn', { meetingId, presence: index === 1 ? 'remote' : 'onSite' });
  let { version } = await person.call('governance.meeting', { meetingId });
  for (let index = signIns; index < seats.length; index += 1) {
    const presence = index < present ? ('onSite' as const) : ('excused' as const);
    const noted = { meetingId, version, seat: `seat-${index + 1}`, presence };
    ({ version } = await person.call('governance.recordAttendance', noted));
  }
}

async function decide(
  emulator: Emulator,
  meetingId: string,
  item: { readonly id: string; readonly version: number },
  choices: readonly Choice[],
): Promise<void> {
  const person = actAs(emulator, secretary.openid);
  let { version } = item;
  for (const [index, choice] of choices.entries()) {
    const { openid } = seats[index] ?? secretary;
    ({ version } =
      index < ownVotes
        ? await actAs(emulator, openid).call('governance.castVote', { meetingId, itemId: item.id, choice })
        : await person.call('governance.recordVote', { meetingId, itemId: item.id, seat: `seat-${index + 1}`, choice }));
  }
  await person.call('governance.decideItem', { meetingId, itemId: item.id, version });
}
