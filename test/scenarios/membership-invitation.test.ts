import { useCaseCosts } from '../../bench/use-case-cost';
import type { Phone } from '../support/cloud';
import { openRoom } from '../support/membership/meeting';
import { claimed, type OnFile, onFile } from '../support/membership/on-file';
import { type Applicant, openWorld, review, type World } from '../support/membership/world';

const day = 24 * 3600 * 1000;

let world: World;
let officer: Phone;
let second: Phone;
let member: Phone;
let record: OnFile;
beforeAll(async () => {
  world = await openWorld();
  officer = await world.staff('o-liaison', 'liaisonOfficer');
  second = await world.staff('o-second', 'secondReviewer');
  [record] = (await onFile(world, [{}])) as [OnFile];
  member = world.cloud.phone('o-member');
  await claimed(officer, member, record);
});
afterAll(() => world.close());

const documents = (name: string) => world.cloud.emulator.database.documents(name);
let people = 0;
const withRecommender = (recommender: string): Promise<Applicant> =>
  world.applicant(`o-invited-${(people += 1)}`, { purpose: { recommender } });
const storedOf = ({ id }: Applicant) => documents('applications').find(({ _id }) => _id === id);
const refusedWith = (code: string) => ({ code: 'request.invalid', fields: { 'purpose.recommender': code } });

describe('an invitation code', () => {
  it('is made by a member in good standing and stands for them in the recommender field, however it is typed', async () => {
    const { code, used, state } = await member.call('membership.createInvitation', {});
    expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{8}$/);
    expect([used, state]).toEqual([0, 'live']);
    const spoken = code.toLowerCase().replace(/0/g, 'o').replace(/1/g, 'l');
    const applicant = await withRecommender(` ${spoken.slice(0, 4)}-${spoken.slice(4)} `);
    await applicant.submit();
    const account = (await member.call('account.me', {})).id;
    expect(storedOf(applicant)?.recommender).toEqual({ member: record.id, account });
    expect((await member.call('membership.myInvitations', {})).rows).toMatchObject([{ code, used: 1 }]);
    // Six as any submission, the rules once a minute, and two for the code, which is counted in the same transaction.
    const costs = useCaseCosts(world.cloud.emulator.functionLog.entries);
    const submission = costs.find(({ endpoint }) => endpoint === 'membership.submitApplication');
    expect(submission?.database).toBeLessThanOrEqual(9);
  });

  it('is ended early by who made it or by staff of the member’s city, and by nobody else; what was handed in keeps its recommender', async () => {
    const elsewhere = await world.staff('o-suzhou', 'cityOfficer', '320500');
    const here = await world.staff('o-nanjing', 'cityOfficer', '320100');
    for (const by of [member, here]) {
      const { code } = await member.call('membership.createInvitation', {});
      const applicant = await withRecommender(code);
      await applicant.submit();
      for (const phone of [elsewhere, applicant.phone, world.cloud.phone('o-nobody')])
        await expect(phone.call('membership.endInvitation', { code })).rejects.toMatchObject({ code: 'notFound' });
      expect(await by.call('membership.endInvitation', { code })).toMatchObject({ code, state: 'expired', used: 1 });
      await expect((await withRecommender(code)).submit()).rejects.toMatchObject(refusedWith('invitation.expired'));
      expect(storedOf(applicant)?.recommender).toMatchObject({ member: record.id });
      await expect(by.call('membership.endInvitation', { code })).rejects.toMatchObject({ code: 'wrongStatus' });
    }
    await expect(member.call('membership.endInvitation', { code: 'ZZZZZZZZ' })).rejects.toMatchObject({ code: 'notFound' });
    await world.cloud.emulator.clock.advance(day);
  });

  it('counts an application once, however often that is handed in', async () => {
    const { code } = await member.call('membership.createInvitation', {});
    const applicant = await withRecommender(code);
    await applicant.submit();
    await officer.call('membership.acceptApplication', {
      applicationId: applicant.id,
      version: (await officer.call('membership.reviewApplication', { applicationId: applicant.id })).version,
    });
    const { version } = await officer.call('membership.reviewApplication', { applicationId: applicant.id });
    const notes = [{ field: 'work.post', note: '请写明职务' }];
    await officer.call('membership.returnApplication', { applicationId: applicant.id, version, notes });
    await applicant.submit();
    const found = documents('invitations').find(({ _id }) => _id === code);
    expect(found?.usedBy).toEqual([applicant.id]);
  });

  it('that does not exist, is used up or has expired is refused at the field, and nothing is handed in', async () => {
    await expect((await withRecommender('ZZZZZZZZ')).submit()).rejects.toMatchObject(refusedWith('invitation.unknown'));
    await expect((await withRecommender('这不是码')).submit()).rejects.toMatchObject(refusedWith('recommender.format'));
    const { code, uses } = await member.call('membership.createInvitation', {});
    for (let use = 0; use < uses; use += 1) await (await withRecommender(code)).submit();
    const late = await withRecommender(code);
    await expect(late.submit()).rejects.toMatchObject(refusedWith('invitation.usedUp'));
    expect((await late.view()).state).toBe('draft');
    const old = await member.call('membership.createInvitation', {});
    await world.cloud.emulator.clock.advance(31 * day);
    await expect((await withRecommender(old.code)).submit()).rejects.toMatchObject(refusedWith('invitation.expired'));
    expect((await member.call('membership.myInvitations', {})).rows.map(({ state }) => state)).toContain('expired');
  });

  it('is nobody’s to make but a member’s, for their own membership, in good standing', async () => {
    const stranger = world.cloud.phone('o-stranger');
    await expect(stranger.call('membership.createInvitation', {})).rejects.toMatchObject({ code: 'notFound' });
    await expect(stranger.call('membership.createInvitation', { memberId: record.id })).rejects.toMatchObject({
      code: 'notFound',
    });
    expect(await stranger.call('membership.myInvitations', {})).toEqual({ rows: [], can: { create: false } });
    const [suspended] = (await onFile(world, [{ standing: 'suspended' }])) as [OnFile];
    const phone = world.cloud.phone('o-suspended');
    await claimed(officer, phone, suspended);
    await expect(phone.call('membership.createInvitation', {})).rejects.toMatchObject({ code: 'wrongStatus' });
    await expect((await withRecommender(suspended.number)).submit()).rejects.toMatchObject(refusedWith('memberNumber.unknown'));
  });

  it('keeps the recommender from reviewing, and tells them without a name when somebody is admitted', async () => {
    const { code } = await member.call('membership.createInvitation', {});
    await world.staff('o-member', 'liaisonOfficer');
    const applicant = await withRecommender(code);
    await applicant.submit();
    expect(await member.call('membership.reviewApplication', { applicationId: applicant.id })).toMatchObject({
      conflict: 'recommender',
      can: { accept: false },
    });
    await review({ liaison: officer, second }, applicant.id);
    const room = await openRoom(world);
    await room.decide(await room.schedule([applicant.id]), 'approve');
    await world.settle();
    const entries = (await member.call('account.inbox', {})).rows.filter(({ kind }) => kind === 'recommendeeAdmitted');
    expect(entries).toMatchObject([{ facts: {} }]);
  });
});
