import type { EndpointName } from '../../shared/endpoints';
import { newRequestId } from '../support/cloud';
import { idNumberOf } from '../support/membership/form';
import { mine, type NewMember, openRegister, type Register } from '../support/membership/members';

let register: Register;
beforeAll(async () => {
  register = await openRegister();
}, 60_000);
afterEach(() => register.world.cloud.emulator.faults.clear());
afterAll(() => register?.world.close());

/** Beyond this the kills are in the delivery of what follows, which the timer repeats. */
const furthest = 40;
const documents = (name: string) => register.world.cloud.emulator.database.documents(name);

/** Kills the function after its `nth` database call of a request, then sends the request again. @returns whether it was hit */
async function killed(endpoint: EndpointName, nth: number, call: (requestId: string) => Promise<unknown>): Promise<boolean> {
  const requestId = newRequestId();
  const fn = endpoint.startsWith('account') ? 'account' : 'membership';
  const match = { service: 'database', endpoint, function: fn } as const;
  const kill = register.world.cloud.emulator.faults.add({ match, effect: { kind: 'kill' }, nth });
  await call(requestId).catch(() => undefined);
  const hit = kill.hits > 0;
  kill.remove();
  await call(requestId);
  await register.world.settle();
  return hit;
}

test('a crash after any database call of closing an account leaves it closed, once, and nothing of the person', async () => {
  let nth = 1;
  for (let hit = true; hit && nth <= furthest; nth += 1) {
    const name = `消逝${'甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥天地玄黄宇宙洪荒'[nth] ?? nth}`;
    const applicant = await register.world.applicant(`o-closing-${nth}`, { identity: { name } });
    await applicant.submit();
    const { id } = await applicant.phone.call('account.me', {});
    hit = await killed('account.closeAccount', nth, (requestId) =>
      applicant.phone.call('account.closeAccount', { confirm: '注销' }, { requestId }),
    );
    expect(documents('accounts').filter(({ _id }) => _id === id)).toEqual([]);
    expect(documents('dataKeys').find(({ _id }) => _id === id)).toEqual({ _id: id, erasedAt: expect.any(Date) });
    expect(documents('reservations').filter(({ application }) => application === applicant.id)).toEqual([]);
    expect(documents('applications').find(({ _id }) => _id === applicant.id)).toMatchObject({ retention: 'erased' });
    expect(
      documents('journal').filter(({ action, aggregate }) => action === 'account.close' && aggregate === `accounts:${id}`),
    ).toHaveLength(1);
  }
  expect(nth).toBeGreaterThan(6);
}, 240_000);

test('a crash after any database call of the decision on a corrected number leaves one number reserved', async () => {
  const [member] = (await register.admit(['o-number'])) as [NewMember];
  const officer = register.liaison;
  let nth = 1;
  for (let hit = true; hit && nth <= furthest; nth += 1) {
    const { version } = await mine(member.phone);
    const changes = [{ field: 'identity.idNumber', value: idNumberOf(600 + nth) }];
    const { request } = await member.phone.call('membership.requestChange', { memberId: member.memberId, version, changes });
    const change = await officer.call('membership.changeRequest', { changeId: request?.id ?? '' });
    const input = { changeId: change.id, version: change.version, decision: 'approve' } as const;
    hit = await killed('membership.decideChange', nth, (requestId) =>
      officer.call('membership.decideChange', input, { requestId }),
    );
    const view = await mine(member.phone);
    expect(view.details.find(({ field }) => field === 'identity.idNumber')?.value).toBe(idNumberOf(600 + nth));
    const held = documents('reservations').filter(
      ({ _id, application }) => application === member.id && String(_id).startsWith('identity.'),
    );
    expect(held).toHaveLength(1);
  }
  expect(nth).toBeGreaterThan(8);
}, 240_000);
