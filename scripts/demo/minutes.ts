import type { Emulator } from '../../emulator';
import { actAs } from './acting';
import { second, secretary } from './people';

/** Tells the seats of a planned meeting, in the secretary's words. */
export async function sendNotice(emulator: Emulator, meetingId: string): Promise<void> {
  const person = actAs(emulator, secretary.openid);
  const { version } = await person.call('governance.meeting', { meetingId });
  await person.call('governance.sendNotice', { meetingId, version, text: '请准时参加；不能到会的，请提前向会议秘书请假。' });
}

/** Carries the minutes of a closed meeting from the draft to the members concerned: written, checked by another, published. */
export async function publishMinutes(emulator: Emulator, meetingId: string): Promise<void> {
  const person = actAs(emulator, secretary.openid);
  const drafted = await person.call('governance.draftMinutes', { meetingId });
  const submitted = await person.call('governance.submitMinutes', { meetingId, version: drafted.version });
  const checker = actAs(emulator, second.openid);
  const checked = await checker.call('governance.checkMinutes', { meetingId, version: submitted.version });
  await person.call('governance.publishMinutes', { meetingId, version: checked.version });
}
