import type { Phone } from '../support/cloud';
import { allConsents, checklist } from '../support/membership/form';
import { held, isLost, newApplicant, outcomes, ownVersionUnread, run, staffVersionUnread } from '../support/membership/race';
import { type Applicant, seenBy, type World } from '../support/membership/world';

describe('two saves of one section from the same version', () => {
  async function race(world: World) {
    let applicant: Applicant;
    let version: number;
    const save = (post: string) => (tag: string) =>
      applicant.phone.call(
        'membership.saveDraft',
        { applicationId: applicant.id, version, draft: { section: 'work', values: { post } } },
        { tag },
      );
    return run(world, {
      calls: { service: 'database', collection: 'applications' },
      prepare: async () => {
        applicant = await newApplicant(world);
        ({ version } = await applicant.view());
      },
      actors: { A: save('甲'), B: save('乙') },
      check: async (results) => {
        expect(outcomes(results)).toEqual(['ok', 'stale']);
        const kept = results.A?.status === 'fulfilled' ? '甲' : '乙';
        expect((await applicant.view()).form.work?.post).toBe(kept);
      },
    });
  }

  test('one is kept and the other is told that it is stale', async () => {
    expect((await held(race)).orders).toBeGreaterThan(4);
  });

  test('without the look at the version one overwrites the other: the guard is what holds', () =>
    isLost([ownVersionUnread], race));
});

describe('one form submitted twice, as two requests', () => {
  async function race(world: World) {
    let applicant: Applicant;
    let version: number;
    const submit = (tag: string) =>
      applicant.phone.call(
        'membership.submitApplication',
        { applicationId: applicant.id, version, consents: allConsents },
        { tag },
      );
    await run(world, {
      calls: { service: 'database', collection: 'applications' },
      prepare: async () => {
        applicant = await newApplicant(world);
        ({ version } = await applicant.view());
      },
      actors: { A: submit, B: submit },
      check: async (results) => {
        expect(outcomes(results)).toEqual(['ok', 'stale']);
        await world.settle();
        const { rows } = await applicant.phone.call('account.inbox', {});
        expect(rows.map(({ kind }) => kind)).toEqual(['applicationSubmitted']);
      },
    });
    const { database } = world.cloud.emulator;
    const numbers = database.documents('reservations').filter(({ _id }) => String(_id).startsWith('identity.'));
    expect(numbers).toHaveLength(database.count('applications'));
  }

  test('is one submission, one reservation and one inbox entry, in every order', () => held(race));

  test('without the look at the version the second is not told that it changed: the guard is what holds', () =>
    isLost([ownVersionUnread], race));
});

describe('two officers who decide at once', () => {
  let liaisons: readonly Phone[];
  async function race(world: World) {
    liaisons = [await world.staff('o-first', 'liaisonOfficer'), await world.staff('o-other', 'liaisonOfficer')];
    const [first, other] = liaisons as readonly [Phone, Phone];
    let seen: { readonly applicationId: string; readonly version: number };
    return run(world, {
      calls: { service: 'database', collection: 'applications' },
      prepare: async () => {
        const applicant = await newApplicant(world);
        await applicant.submit();
        await first.call('membership.acceptApplication', await seenBy(first, applicant.id));
        seen = await seenBy(first, applicant.id);
      },
      actors: {
        A: (tag) => first.call('membership.recommendApplication', { ...seen, checklist, opinion: '同意' }, { tag }),
        B: (tag) =>
          other.call('membership.returnApplication', { ...seen, notes: [{ field: 'work.post', note: '请补填' }] }, { tag }),
      },
      check: (results) => expect(outcomes(results)).toEqual(['ok', 'stale']),
    });
  }

  test('one commits and the other is told that it is stale', async () => {
    expect((await held(race)).orders).toBeGreaterThan(4);
  });

  test('without the look at the version the other is told something else: the guard is what holds', () =>
    isLost([staffVersionUnread], race));
});
