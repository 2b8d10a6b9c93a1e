import type { Phone } from '../cloud';
import type { World } from './world';

type Choice = 'approve' | 'against';

/** A president's office meeting of one seat, run by a secretary. */
export interface Room {
  readonly secretary: Phone;
  /** Plans a meeting and puts applications on its agenda. @returns its id */
  schedule(applicationIds: readonly string[]): Promise<string>;
  /** Opens the meeting and decides every item the same way, in the order of the agenda. */
  decide(meetingId: string, choice: Choice): Promise<void>;
  /** Opens the meeting and votes on its only item. @returns what `governance.decideItem` takes to close the vote */
  voted(meetingId: string, choice: Choice): Promise<{ meetingId: string; itemId: string; version: number }>;
}

const seat = 'seat-1';

/** Seats are data of the environment, like its indexes: no endpoint makes them. */
export async function openRoom(world: World): Promise<Room> {
  const { emulator } = world.cloud;
  const president = await world.staff('o-president', 'president');
  const { id: holder } = await president.call('account.me', {});
  const body = {
    _id: 'presidentsOffice',
    version: 1,
    body: 'presidentsOffice',
    term: 5,
    seats: [{ seat, title: '会长', holder }],
  };
  emulator.database.bulkLoad('bodies', [body]);
  const secretary = await world.staff('o-secretary', 'meetingSecretary');
  const versionOf = async (meetingId: string) => (await secretary.call('governance.meeting', { meetingId })).version;
  const begin = async (meetingId: string) => {
    await secretary.call('governance.startMeeting', { meetingId, version: await versionOf(meetingId) });
    const version = await versionOf(meetingId);
    await secretary.call('governance.recordAttendance', { meetingId, version, seat, presence: 'onSite' });
  };
  const seen = async (meetingId: string, itemId: string) => {
    const { items } = await secretary.call('governance.meeting', { meetingId });
    return { meetingId, itemId, version: items.find(({ id }) => id === itemId)?.version ?? 0 };
  };
  const vote = async (meetingId: string, itemId: string, choice: Choice) => {
    await secretary.call('governance.openItem', await seen(meetingId, itemId));
    await secretary.call('governance.recordVote', { meetingId, itemId, seat, choice });
    return seen(meetingId, itemId);
  };
  return {
    secretary,
    async schedule(applicationIds) {
      const at = new Date(emulator.clock.now() + 3 * 24 * 3600 * 1000).toISOString();
      const { id: meetingId, version } = await secretary.call('governance.planMeeting', {
        body: 'presidentsOffice',
        at,
        place: '第一会议室',
      });
      await secretary.call('governance.addItems', { meetingId, version, applicationIds: [...applicationIds] });
      return meetingId;
    },
    async decide(meetingId, choice) {
      await begin(meetingId);
      for (const { id: itemId } of (await secretary.call('governance.meeting', { meetingId })).items) {
        await secretary.call('governance.decideItem', await vote(meetingId, itemId, choice));
      }
    },
    async voted(meetingId, choice) {
      await begin(meetingId);
      const [item] = (await secretary.call('governance.meeting', { meetingId })).items;
      return vote(meetingId, item?.id ?? '', choice);
    },
  };
}
