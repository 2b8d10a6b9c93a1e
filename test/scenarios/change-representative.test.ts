import { enrol } from '../../scripts/demo/enrolment';
import type { Phone } from '../support/cloud';
import { mine, openRegister, type Register } from '../support/membership/members';
import { uploadPhoto } from '../support/membership/photo';
import { creditCodeOf, unitFormOf } from '../support/membership/unit';

let register: Register;
let old: Phone;
let next: Phone;
let unit: string;

beforeAll(async () => {
  register = await openRegister();
  const { cloud } = register.world;
  [old, next] = [cloud.phone('o-old'), cloud.phone('o-next')];
  await old.call('account.myStaffCode', { name: '旧代表' });
  const account = (await old.call('account.me', {})).id ?? '';
  const profile = { ...unitFormOf(creditCodeOf(950)), attachments: {} };
  await enrol(
    cloud.emulator,
    [
      {
        kind: 'unit',
        name: '云岫基金会',
        city: '320100',
        admittedAt: new Date(cloud.emulator.clock.now() - 1000),
        standing: 'active',
        profile,
        account,
      },
    ],
    { year: 2026, number: 1 },
  );
  await register.world.settle();
  unit = (await mine(old)).id;
}, 60_000);
afterAll(() => register?.world.close());

const request = async (by: Phone, more: { readonly evidence?: string } = {}) => {
  const { code } = await next.call('account.myStaffCode', { name: '新代表' });
  const { version } = await mine(old, unit);
  const person = { name: '新代表', post: '秘书长', mobile: '15600000066', code };
  return by.call('membership.changeRepresentative', { memberId: unit, version, ...person, ...more });
};
const seen = async (changeId: string) => {
  const { version } = await register.liaison.call('membership.changeRequest', { changeId });
  return { changeId, version };
};

test('a stranger cannot name one, staff need the unit’s paper, and the code must be somebody else’s', async () => {
  await expect(request(register.world.cloud.phone('o-stranger'))).rejects.toMatchObject({ code: 'notFound' });
  await expect(request(register.liaison)).rejects.toMatchObject({ fields: { evidence: 'required' } });
  const { version } = await mine(old, unit);
  const person = { memberId: unit, version, name: '谁', post: '主任', mobile: '15600000066' };
  await expect(old.call('membership.changeRepresentative', { ...person, code: 'AAAAAAAA' })).rejects.toMatchObject({
    fields: { code: 'staffCode.unknown' },
  });
  const { code } = await old.call('account.myStaffCode', { name: '旧代表' });
  await expect(old.call('membership.changeRepresentative', { ...person, code })).rejects.toMatchObject({
    fields: { code: 'representative.same' },
  });
});

test('staff who entered it do not decide it, nor does the new representative', async () => {
  const evidence = await uploadPhoto(register.world.cloud, register.liaison);
  const { request: entered } = await request(register.liaison, { evidence });
  const at = await seen(entered?.id ?? '');
  await expect(register.liaison.call('membership.decideChange', { ...at, decision: 'approve' })).rejects.toMatchObject({
    code: 'auth.conflictOfInterest',
  });
  expect(await register.liaison.call('membership.changeRequest', { changeId: at.changeId })).toMatchObject({
    conflict: 'entered',
  });
  await register.second.call('membership.decideChange', { ...at, decision: 'reject', reason: '公章不清' });
});

test('with the decision the old representative’s next call is made without the unit, and the new one has it', async () => {
  const { request: asked } = await request(old);
  const before = await mine(old, unit);
  expect((await next.call('account.me', {})).capacities).toHaveLength(1);
  await register.liaison.call('membership.decideChange', { ...(await seen(asked?.id ?? '')), decision: 'approve' });
  const act = { memberId: unit, version: before.version };
  await expect(old.call('membership.confirmDetails', act)).rejects.toMatchObject({ code: 'notFound' });
  expect(await old.call('membership.myMember', {})).toBeNull();
  await expect(old.call('account.me', {}, { actingAs: `unit:${unit}` })).rejects.toMatchObject({ code: 'auth.forbidden' });
  const { version, name } = await mine(next, unit);
  expect(name).toBe('云岫基金会');
  await next.call('membership.confirmDetails', { memberId: unit, version });
  await register.world.settle();
  expect((await old.call('account.inbox', {})).rows.map(({ kind }) => kind)).toContain('representativeLeft');
  expect((await next.call('account.inbox', {})).rows.map(({ kind }) => kind)).toContain('representativeTaken');
});

test('the old representative can close their account, and the unit loses nothing by it', async () => {
  await old.call('account.closeAccount', { confirm: '注销' });
  await register.world.settle();
  expect((await mine(next, unit)).name).toBe('云岫基金会');
  await expect(next.call('account.closeAccount', { confirm: '注销' })).rejects.toMatchObject({ fields: { close: 'represents' } });
});
