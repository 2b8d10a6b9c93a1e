import type { Phone } from '../support/cloud';
import { crashEverywhere } from '../support/membership/crash';
import { claimed, type OnFile, onFile, toConfirm } from '../support/membership/on-file';
import { openWorld, type World } from '../support/membership/world';

let world: World;
let officer: Phone;
let free: OnFile[];
beforeAll(async () => {
  world = await openWorld();
  officer = await world.staff('o-liaison', 'liaisonOfficer');
  free = [
    ...(await onFile(
      world,
      Array.from({ length: 90 }, () => ({})),
    )),
  ];
});
afterEach(() => world.cloud.emulator.faults.clear());
afterAll(() => world.close());

const documents = (name: string) => world.cloud.emulator.database.documents(name);
let people = 0;
const newPhone = () => world.cloud.phone(`o-crash-${(people += 1)}`);
const told = async (phone: Phone) => (await phone.call('account.inbox', {})).rows.map(({ kind }) => kind);

test('a crash after any database call of a claim leaves one claim, one line for the officers and one word to the claimant', async () => {
  let phone: Phone;
  let record: OnFile;
  const kills = await crashEverywhere(world, {
    endpoint: 'membership.claimRecord',
    prepare: async () => {
      phone = newPhone();
      record = free.pop() as OnFile;
      return (requestId) => phone.call('membership.claimRecord', record.typed, { requestId });
    },
    async check() {
      const made = documents('claims').filter(({ matches }) => (matches as string[]).includes(record.id));
      expect(made).toHaveLength(1);
      expect(documents('due').filter((line) => line.record === made[0]?._id && line.open === true)).toHaveLength(1);
      expect(await told(phone)).toEqual(['claimReceived']);
    },
  });
  expect(kills).toBeGreaterThan(2);
}, 240_000);

test('a crash after any database call of a rebinding leaves the record with exactly one account', async () => {
  let before: Phone;
  let after: Phone;
  let record: OnFile;
  const kills = await crashEverywhere(world, {
    endpoint: 'membership.confirmClaim',
    async prepare() {
      [before, after, record] = [newPhone(), newPhone(), free.pop() as OnFile];
      await claimed(officer, before, record);
      const { id } = await after.call('membership.claimRecord', record.typed);
      const input = await toConfirm(officer, id, record.id);
      return (requestId) => officer.call('membership.confirmClaim', input, { requestId });
    },
    async check() {
      const holders = documents('accounts').filter(({ memberId }) => memberId === record.id);
      expect(holders).toHaveLength(1);
      expect(documents('members').find(({ _id }) => _id === record.id)?.account).toBe(holders[0]?._id);
      expect((await after.call('account.me', {})).member?.id).toBe(record.id);
      expect((await before.call('account.me', {})).member).toBeNull();
      expect((await told(before)).filter((kind) => kind === 'memberRebound')).toHaveLength(1);
      expect((await told(after)).filter((kind) => kind === 'claimConfirmed')).toHaveLength(1);
      expect(documents('due').filter(({ kind, open }) => kind === 'confirmClaim' && open === true)).toHaveLength(openClaims());
    },
  });
  expect(kills).toBeGreaterThan(2);
}, 240_000);

test('a crash after any database call of a claim turned down leaves it turned down once, and the record with nobody', async () => {
  let phone: Phone;
  let record: OnFile;
  const kills = await crashEverywhere(world, {
    endpoint: 'membership.rejectClaim',
    async prepare() {
      [phone, record] = [newPhone(), free.pop() as OnFile];
      const { id: claimId } = await phone.call('membership.claimRecord', record.typed);
      const { version } = await officer.call('membership.claim', { claimId });
      const input = { claimId, version, reason: '电话里对不上' };
      return (requestId) => officer.call('membership.rejectClaim', input, { requestId });
    },
    async check() {
      expect((await phone.call('membership.myClaim', {}))?.state).toBe('rejected');
      expect(documents('members').find(({ _id }) => _id === record.id)).not.toHaveProperty('account');
      expect(await told(phone)).toEqual(['claimRejected', 'claimReceived']);
      expect(documents('due').filter(({ kind, open }) => kind === 'confirmClaim' && open === true)).toHaveLength(openClaims());
    },
  });
  expect(kills).toBeGreaterThan(2);
}, 240_000);

const openClaims = () => documents('claims').filter(({ state }) => state === 'open').length;
