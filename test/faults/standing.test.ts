import type { EndpointName } from '../../shared/endpoints';
import { newRequestId, type Phone } from '../support/cloud';
import { type Enrolled, enrolMembers, seen, stored, verified } from '../support/membership/standing';
import { openWorld, type World } from '../support/membership/world';

let world: World;
let officer: Phone;
beforeAll(async () => {
  world = await openWorld();
  officer = await world.staff('o-officer', 'liaisonOfficer');
});
afterEach(() => world.cloud.emulator.faults.clear());
afterAll(() => world.close());

const documents = (name: string) => world.cloud.emulator.database.documents(name);
const told = async (who: Enrolled) => (await who.phone.call('account.inbox', {})).rows.map(({ kind }) => kind);

/**
 * Kills the function after its first, second, third … database call, each in a run of its own, until the call outlives the kill;
 * after each the phone sends the same request again, the timer finishes what is left, and everything must be in order.
 *
 * @returns how many kills there were
 */
async function crashEverywhere(
  endpoint: EndpointName,
  call: (who: Enrolled, requestId: string, version: number) => Promise<unknown>,
  check: (who: Enrolled) => Promise<void>,
): Promise<number> {
  const members = [...(await enrolMembers(world, 24))];
  for (let nth = 1; nth < 24; nth += 1) {
    const who = members.pop() as Enrolled;
    const requestId = newRequestId();
    const { version } = seen(world, who.id);
    const match = { service: 'database', endpoint, function: 'membership' } as const;
    const kill = world.cloud.emulator.faults.add({ match, effect: { kind: 'kill' }, nth });
    await call(who, requestId, version).catch(() => undefined);
    const hit = kill.hits > 0;
    kill.remove();
    const answered = await call(who, requestId, version);
    expect(await call(who, requestId, version)).toEqual(answered);
    await world.settle();
    await check(who);
    if (!hit) return nth - 1;
  }
  throw new Error('the call never ended');
}

test('a resignation survives a crash after any of its database calls, and happens once', async () => {
  const kills = await crashEverywhere(
    'membership.resign',
    (who, requestId) => who.phone.call('membership.resign', { memberId: who.id, dataChoice: 'keep' }, { requestId }),
    async (who) => {
      expect(stored(world, who.id).standing).toBe('resigned');
      expect((await who.phone.call('membership.myStanding', {})).history).toHaveLength(2);
      expect((await verified(world, who.token)).status).toBe('notInForce');
      expect(documents('accounts').find(({ _id }) => _id === who.account)?.memberId).toBeUndefined();
      expect(documents('reservations').filter(({ application }) => application === who.id)).toEqual([]);
      expect(documents('due').filter(({ record, kind, open }) => record === who.id && kind && open)).toHaveLength(1);
      expect(await told(who)).toEqual(['memberResigned']);
    },
  );
  expect(kills).toBeGreaterThan(8);
});

test('a certificate is issued anew once, whatever call the crash comes after', async () => {
  const kills = await crashEverywhere(
    'membership.reissueCertificate',
    (who, requestId, version) =>
      officer.call('membership.reissueCertificate', { memberId: who.id, version, reason: '证书遗失' }, { requestId }),
    async (who) => {
      const { certificate } = stored(world, who.id);
      expect(documents('certificates').filter(({ member }) => member === who.id)).toHaveLength(2);
      expect((await verified(world, certificate)).status).toBe('inForce');
      expect(await verified(world, who.token)).toMatchObject({ status: 'notInForce', certificate: { why: 'reissued' } });
      expect(await told(who)).toEqual(['certificateReissued']);
    },
  );
  expect(kills).toBeGreaterThan(8);
});
