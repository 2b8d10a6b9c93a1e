import type { EndpointName } from '../../shared/endpoints';
import type { Phone } from '../support/cloud';
import { crashEverywhere } from '../support/membership/crash';
import { type Enrolled, enrolMembers, seen, stored, verified } from '../support/membership/standing';
import { openWorld, type World } from '../support/membership/world';

let world: World;
let officer: Phone;
const free: Enrolled[] = [];
beforeAll(async () => {
  world = await openWorld();
  officer = await world.staff('o-officer', 'liaisonOfficer');
});
afterEach(() => world.cloud.emulator.faults.clear());
afterAll(() => world.close());

const documents = (name: string) => world.cloud.emulator.database.documents(name);
const told = async (who: Enrolled) => (await who.phone.call('account.inbox', {})).rows.map(({ kind }) => kind);

/** Kills a call about a member of its own again and again, and looks at what is left. */
function crash(
  endpoint: EndpointName,
  call: (who: Enrolled, requestId: string, version: number) => Promise<unknown>,
  check: (who: Enrolled) => Promise<void>,
): Promise<number> {
  let who: Enrolled;
  return crashEverywhere(world, {
    endpoint,
    async prepare() {
      if (free.length === 0) free.push(...(await enrolMembers(world, 6)));
      who = free.pop() as Enrolled;
      const { version } = seen(world, who.id);
      return (requestId) => call(who, requestId, version);
    },
    check: () => check(who),
  });
}

test('a resignation survives a crash after any of its database calls, and happens once', async () => {
  const kills = await crash(
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
  expect(kills).toBeGreaterThan(2);
});

test('a certificate is issued anew once, whatever call the crash comes after', async () => {
  const kills = await crash(
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
  expect(kills).toBeGreaterThan(2);
});
