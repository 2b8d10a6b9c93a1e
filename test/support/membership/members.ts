import type { CloudOptions, Phone } from '../cloud';
import type { Changes } from './form';
import { openRoom, type Room } from './meeting';
import { type Applicant, openWorld, review, type World } from './world';

/** A world with officers and a room, in which people become members. */
export interface Register {
  readonly world: World;
  readonly liaison: Phone;
  readonly second: Phone;
  readonly room: Room;
  /** People who have applied and were admitted by one meeting. */
  admit(...people: readonly (readonly [openid: string, changes?: Changes])[]): Promise<readonly NewMember[]>;
}

export interface NewMember extends Applicant {
  readonly memberId: string;
}

/** The membership as its member sees it now. */
export const mine = async (phone: Phone, memberId?: string) => {
  const view = await phone.call('membership.myMember', memberId ? { memberId } : {});
  if (!view) throw new Error('there is no membership');
  return view;
};

/** Opens a world with two officers of the province and a meeting room. */
export async function openRegister(options: CloudOptions = {}): Promise<Register> {
  const world = await openWorld(options);
  const liaison = await world.staff('o-liaison', 'liaisonOfficer');
  const second = await world.staff('o-second', 'secondReviewer');
  const room = await openRoom(world);
  return {
    world,
    liaison,
    second,
    room,
    async admit(...people) {
      const applicants: Applicant[] = [];
      for (const [openid, changes] of people) {
        const applicant = await world.applicant(openid, changes);
        await applicant.submit();
        await review({ liaison, second }, applicant.id);
        applicants.push(applicant);
      }
      await room.decide(await room.schedule(applicants.map(({ id }) => id)), 'approve');
      await world.settle();
      return Promise.all(applicants.map(async (each) => ({ ...each, memberId: (await mine(each.phone)).id })));
    },
  };
}
