import { asFunction, enrol } from '../../../scripts/demo/enrolment';
import { inventedIdNumber, inventedMobile } from '../../../scripts/demo/identity';
import type { Standing } from '../../../shared/membership/standing';
import { newRequestId, type Phone } from '../cloud';
import type { Room } from './meeting';
import { creditCodeOf, unitFormOf } from './unit';
import type { World } from './world';

/** A member taken over from the register, at their phone. */
export interface Enrolled {
  readonly phone: Phone;
  readonly id: string;
  readonly account: string;
  readonly number: string;
  /** Token of the first certificate. */
  readonly token: string;
  readonly idNumber: string;
}

const longAgo = new Date('2024-03-05T02:00:00Z');
let people = 0;

/** Members in good standing since 2024 who use the mini-program; with `unit`, a unit whose representative they are instead. */
export async function enrolMembers(
  world: World,
  count: number,
  { kind = 'individual' as 'individual' | 'unit', standing = 'active' as Standing, city = '320100' } = {},
): Promise<readonly Enrolled[]> {
  const made = Array.from({ length: count }, () => {
    people += 1;
    const birthDate = `19${40 + Math.floor(people / 28)}-07-${String(1 + (people % 28)).padStart(2, '0')}`;
    return { openid: `o-enrolled-${people}`, name: `册示${people}`, birthDate, number: people };
  });
  const accounts: string[] = [];
  for (const { openid } of made) {
    const phone = world.cloud.phone(openid);
    await phone.call('account.myStaffCode', { name: '会员本人' });
    accounts.push((await phone.call('account.me', {})).id ?? '');
  }
  const idNumbers = made.map(({ birthDate }) => inventedIdNumber('320100', birthDate));
  await enrol(
    world.cloud.emulator,
    made.map(({ name, birthDate, number }, index) => ({
      name,
      city: city as '320100',
      admittedAt: longAgo,
      standing,
      account: accounts[index] ?? '',
      ...(kind === 'unit'
        ? {
            kind,
            profile: { ...unitFormOf(creditCodeOf(6000 + number), { unit: { name }, address: { city } }), attachments: {} },
          }
        : {
            kind,
            profile: {
              identity: { name, gender: 'female', birthDate, idType: 'residentId', idNumber: idNumbers[index] ?? '' },
              contact: { mobile: inventedMobile(500 + number), city, address: '示范街道' },
              work: { employer: '示例单位', post: '负责人', fields: ['助困'] },
              purpose: { purpose: '登记', plan: '参加活动' },
              photo: { photo: 'cloud://register/none.png' },
            },
          }),
    })),
    // A year of its own for the count of meetings that comes with each enrolment.
    { year: 1900 + people, number: 0 },
  );
  await world.settle();
  const stored = world.cloud.emulator.database.documents('members');
  return made.map(({ openid }, index) => {
    const account = accounts[index] ?? '';
    const bound = world.cloud.emulator.database.documents('accounts').find(({ _id }) => _id === account);
    const unit = (bound?.represents as readonly string[] | undefined)?.[0];
    const member = stored.find((each) => (kind === 'unit' ? each._id === unit : each.account === account));
    const id = String(member?._id);
    return {
      phone: world.cloud.phone(openid),
      id,
      account,
      number: String(member?.number),
      token: String(member?.certificate),
      idNumber: idNumbers[index] ?? '',
    };
  });
}

/** The member as it is stored, without what is sealed. */
export const stored = (world: World, id: string) =>
  world.cloud.emulator.database.documents('members').find(({ _id }) => _id === id) as unknown as {
    readonly version: number;
    readonly standing: Standing;
    readonly certificate: string;
    readonly number: string;
  };

export const measure = (world: World, id: string) =>
  world.cloud.emulator.database.documents('measures').find(({ _id }) => _id === id);

/** What staff send along to change this member now. */
export const seen = (world: World, id: string) => ({ memberId: id, version: stored(world, id).version });

export const grounds = { reason: '违反会员管理规定，经提醒仍未改正', basis: '会员管理暂行办法' } as const;

/** Whether a code is in force, as the public page says. */
export const verified = (world: World, token: string) => world.cloud.phone('').call('membership.verifyCertificate', { token });

/** Puts measures on the agenda of a meeting of the president's office. @returns the meeting's id */
export async function schedule(world: World, room: Room, measureIds: readonly string[]): Promise<string> {
  const at = new Date(world.cloud.emulator.clock.now() + 3 * 24 * 3600 * 1000).toISOString();
  const planned = await room.secretary.call('governance.planMeeting', { body: 'presidentsOffice', at, place: '第一会议室' });
  const { id: meetingId, version } = planned;
  await room.secretary.call('governance.addItems', { meetingId, version, applicationIds: [], measureIds: [...measureIds] });
  await world.settle();
  return meetingId;
}

/** What a meeting's decision on a measure does to it, without the meeting. */
export async function conclude(world: World, measureId: string, outcome: 'passed' | 'notPassed'): Promise<void> {
  const decidedAt = new Date(world.cloud.emulator.clock.now()).toISOString();
  const input = { measureId, itemId: `item-${measureId}`, outcome, resolution: '会议决议', decidedAt };
  await asFunction(world.cloud.emulator, async () => {
    const [{ execute }, { system }, { concludeMeasure }] = await Promise.all([
      import('../../../cloudfunctions/platform/command'),
      import('../../../cloudfunctions/platform/actor'),
      import('../../../cloudfunctions/membership/standing/conclude-measure'),
    ]);
    await execute({ useCase: concludeMeasure, input, person: system, requestId: newRequestId() });
  });
}
