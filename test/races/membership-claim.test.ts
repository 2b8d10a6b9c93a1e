import type { Phone } from '../support/cloud';
import { claimed, type OnFile, onFile, toConfirm } from '../support/membership/on-file';
import { file, held, isLost, newApplicant, newOpenid, outcomes, run } from '../support/membership/race';
import type { Applicant, World } from '../support/membership/world';

type Confirmation = Awaited<ReturnType<typeof toConfirm>>;

const documents = (world: World, name: string) => world.cloud.emulator.database.documents(name);
/** Accounts that hold a membership. */
const holders = (world: World, memberId: string) =>
  documents(world, 'accounts').filter((account) => account.memberId === memberId);

/** Enough records for every order that is tried. */
const records = 14;

describe('two claims of one record, confirmed at the same instant by two officers', () => {
  async function race(world: World) {
    const officers = [await world.staff('o-one', 'liaisonOfficer'), await world.staff('o-two', 'liaisonOfficer')];
    const free = [
      ...(await onFile(
        world,
        Array.from({ length: records }, () => ({})),
      )),
    ];
    let inputs: readonly Confirmation[] = [];
    let record: OnFile;
    const confirm = (index: number) => (tag: string) =>
      (officers[index] as Phone).call('membership.confirmClaim', inputs[index] as Confirmation, { tag });
    return run(world, {
      calls: { service: 'database', collection: 'members' },
      prepare: async () => {
        record = free.pop() as OnFile;
        const claims = [];
        for (const phone of [world.cloud.phone(newOpenid()), world.cloud.phone(newOpenid())])
          claims.push((await phone.call('membership.claimRecord', record.typed)).id);
        inputs = [];
        for (const id of claims) inputs = [...inputs, await toConfirm(officers[0] as Phone, id, record.id)];
      },
      actors: { A: confirm(0), B: confirm(1) },
      check: (results) => {
        expect(outcomes(results)).toEqual(['ok', 'stale']);
        expect(holders(world, record.id)).toHaveLength(1);
        const member = documents(world, 'members').find(({ _id }) => _id === record.id);
        expect(holders(world, record.id)[0]?._id).toBe(member?.account);
      },
    });
  }

  test('give it to one; the other officer is told to look again', async () => {
    expect((await held(race)).orders).toBeGreaterThan(1);
  });

  test('without the version that the officer saw one takes it from the other unseen: the guard is what holds', () =>
    isLost(
      [
        {
          file: file('claim/confirm-claim'),
          find: "if (member.version !== memberVersion) throw new AppError('stale');",
          by: '',
        },
      ],
      race,
    ));
});

describe('two claims of one person at the same instant', () => {
  async function race(world: World) {
    let phone: Phone;
    const claim = (name: string) => (tag: string) =>
      phone.call('membership.claimRecord', { kind: 'individual', name, lastFour: '1234' }, { tag });
    return run(world, {
      calls: { service: 'database', collection: 'claims' },
      prepare: async () => {
        phone = world.cloud.phone(newOpenid());
        await phone.call('account.myStaffCode', { name: '云某' });
      },
      actors: { A: claim('甲'), B: claim('乙') },
      check: (results) => expect(outcomes(results)).toEqual(['ok', 'wrongStatus']),
    });
  }

  test('are one open claim', async () => {
    expect((await held(race)).orders).toBeGreaterThan(1);
  });

  test('without the unique place of an open claim are two: the guard is what holds', () =>
    isLost([{ file: file('claim/claim-record'), find: 'live: actor.id', by: 'live: newId()' }], race));
});

describe('two applications handed in with the last use of an invitation', () => {
  async function race(world: World) {
    const officer = await world.staff('o-one', 'liaisonOfficer');
    const [record] = (await onFile(world, [{}])) as [OnFile];
    const member = world.cloud.phone('o-member');
    await claimed(officer, member, record);
    let both: readonly Applicant[];
    const submit = (index: number) => async (tag: string) => {
      const { id, phone, view } = both[index] as Applicant;
      const { version } = await view();
      const consents = (['processing', 'sensitive', 'commitment'] as const).map((key) => ({ key, version: 1 }));
      return phone.call('membership.submitApplication', { applicationId: id, version, consents }, { tag });
    };
    return run(world, {
      calls: { service: 'database', collection: 'invitations' },
      prepare: async () => {
        both = [await newApplicant(world), await newApplicant(world)];
        // A use that is left over: the count is data of the environment here, as an index is.
        world.cloud.emulator.database.bulkLoad('invitations', [lastUse(world, record.id)]);
        const code = String(documents(world, 'invitations').at(-1)?._id);
        for (const { id, phone, view } of both) {
          const { version, form } = await view();
          const values = { ...form.purpose, recommender: code };
          await phone.call('membership.saveDraft', { applicationId: id, version, draft: { section: 'purpose', values } });
        }
      },
      actors: { A: submit(0), B: submit(1) },
      check: (results) => expect(outcomes(results)).toEqual(['ok', 'request.invalid']),
    });
  }

  test('are one use', async () => {
    expect((await held(race)).orders).toBeGreaterThan(1);
  });

  test('without a look at what is left both have it: the guard is what holds', () =>
    isLost(
      [{ file: file('application/recommender'), find: "if (state !== 'live') throw refused(`invitation.${state}`);", by: '' }],
      race,
    ));
});

let codes = 0;
const lastUse = (world: World, member: string) => ({
  _id: `ZZZZZ${100 + (codes += 1)}`,
  version: 1,
  member,
  createdAt: new Date(world.cloud.emulator.clock.now()),
  expiresAt: new Date(world.cloud.emulator.clock.now() + 24 * 3600 * 1000),
  uses: 1,
  usedBy: [],
});
