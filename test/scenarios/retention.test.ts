import { draftRetentionDays, draftWarningDays, leftErasureDays, unusedUploadDays } from '../../shared/rules/rules';
import { auditOf } from '../support/audit';
import { mine, type NewMember, openRegister, type Register } from '../support/membership/members';
import { jpeg, uploadPhoto } from '../support/membership/photo';
import { enrolMembers, seen } from '../support/membership/standing';
import { uploadPaper } from '../support/membership/unit';
import type { Applicant } from '../support/membership/world';

const day = 24 * 3600 * 1000;

let register: Register;
let erased: NewMember;
let kept: NewMember;
let active: NewMember;
beforeAll(async () => {
  register = await openRegister();
  [erased, kept, active] = (await register.admit(
    ['o-erased', { identity: { name: '云去远' } }],
    ['o-kept', { identity: { name: '云留下' } }],
    ['o-active', { identity: { name: '云常在' } }],
  )) as [NewMember, NewMember, NewMember];
}, 60_000);
afterEach(() => register.world.cloud.emulator.faults.clear());
afterAll(() => register?.world.close());

const documents = (collection: string) => register.world.cloud.emulator.database.documents(collection);
const stored = (collection: string, id: string) => documents(collection).find(({ _id }) => _id === id);
const later = (days: number) => register.world.cloud.emulator.clock.advance(days * day);
const isThere = (fileId: string) => register.world.cloud.emulator.files.list().some(({ path }) => fileId.endsWith(path));
const inbox = async (applicant: Applicant) => (await applicant.phone.call('account.inbox', {})).rows.map(({ kind }) => kind);
const photoOf = async (applicant: Applicant) => (await applicant.view()).form.photo?.photo ?? '';
const rowsOf = (aggregate: string, action: string) =>
  documents('journal').filter((row) => row.aggregate === aggregate && row.action === action);

/** Runs a timer, and what follows. */
async function fire(timer: string): Promise<void> {
  await register.world.cloud.emulator.timers.fire('jobs', timer);
  await register.world.settle();
}

/**
 * Kills a timer after its first, second, third … database call, and the deliveries that follow after theirs, until it comes
 * through: what it had begun it must find again.
 *
 * @returns how many kills there were
 */
async function fireThroughCrashes(timer: string): Promise<number> {
  const { faults, timers } = register.world.cloud.emulator;
  for (let nth = 1; nth < 200; nth += 1) {
    let hit = false;
    for (const name of [timer, 'deliver']) {
      const kill = faults.add({ match: { service: 'database', function: 'jobs' }, effect: { kind: 'kill' }, nth });
      await timers.fire('jobs', name);
      hit ||= kill.hits > 0;
      kill.remove();
    }
    if (!hit) {
      await register.world.settle();
      return nth - 1;
    }
  }
  throw new Error('the timer never ended');
}

test('a draft is warned of and then goes with its slot and its files; one that was touched stays', async () => {
  const [untouched, touched] = [await register.world.applicant('o-untouched'), await register.world.applicant('o-touched')];
  const [gone, left] = [await photoOf(untouched), await photoOf(touched)];
  const owner = String(stored('applications', untouched.id)?.owner);
  await later(draftRetentionDays.value - draftWarningDays.value + 1);
  await fire('keepApplications');
  expect(await inbox(untouched)).toEqual(['draftExpiring']);
  expect(stored('applications', untouched.id)).toMatchObject({ state: 'draft', retention: 'warned' });
  const { version } = await touched.view();
  const draft = { section: 'work', values: { post: '主任' } } as const;
  await touched.phone.call('membership.saveDraft', { applicationId: touched.id, version, draft });
  await later(draftWarningDays.value + 1);
  await fire('keepApplications');
  expect(stored('applications', untouched.id)).toBeUndefined();
  expect(stored('reservations', `applicant.${owner}`)).toBeUndefined();
  expect([isThere(gone), isThere(left)]).toEqual([false, true]);
  expect((await touched.view()).form.work?.post).toBe('主任');
  expect((await untouched.phone.call('membership.startApplication', { kind: 'individual' })).state).toBe('draft');
});

test('an application that came to nothing loses its content after the rule’s months, its course stays; an admitted one is untouched', async () => {
  const applicants = [await register.world.applicant('o-ended-1'), await register.world.applicant('o-ended-2')];
  const photos = await Promise.all(applicants.map(photoOf));
  for (const applicant of applicants) {
    const { version } = await applicant.submit();
    await applicant.phone.call('membership.withdrawApplication', { applicationId: applicant.id, version });
  }
  await later(360);
  await fire('keepApplications');
  for (const { id } of applicants) expect(stored('applications', id)).toHaveProperty('sealed');
  await later(8);
  // A crash between any two writes is made up for by the next run.
  expect(await fireThroughCrashes('keepApplications')).toBeGreaterThan(10);
  for (const { id, view } of applicants) {
    expect(stored('applications', id)).toMatchObject({ state: 'withdrawn', retention: 'erased' });
    expect((await view()).form).toEqual({});
    expect(stored('applications', id)).not.toHaveProperty('identity');
    expect(rowsOf(`applications:${id}`, 'application.erase')).toHaveLength(1);
  }
  expect(photos.map(isThere)).toEqual([false, false]);
  expect((await active.view()).form.identity?.name).toBe('云常在');
});

describe('an upload', () => {
  test('that nobody handed in goes, of staff like of anybody; what stands in a record stays', async () => {
    const { cloud } = register.world;
    const drafting = await register.world.applicant('o-drafting');
    const [attached, idle] = [await photoOf(drafting), await uploadPhoto(cloud, drafting.phone)];
    const [evidence, forgotten] = [await uploadPaper(cloud, register.liaison), await uploadPaper(cloud, register.liaison)];
    const { version } = await register.liaison.call('membership.member', { memberId: active.memberId });
    const reminder = { channel: 'letter', text: '请确认会员信息', evidence: '挂号信第 3 号', file: evidence } as const;
    await register.liaison.call('membership.remindMember', { memberId: active.memberId, version, ...reminder });
    await register.world.settle();
    await later(unusedUploadDays.value - 1);
    await fire('sweepUploads');
    expect([attached, idle, evidence, forgotten].map(isThere)).toEqual([true, true, true, true]);
    await later(2);
    expect(await fireThroughCrashes('sweepUploads')).toBeGreaterThan(2);
    expect([attached, idle, evidence, forgotten].map(isThere)).toEqual([true, false, true, false]);
    expect(documents('uploads').filter(({ path }) => forgotten.endsWith(String(path)))).toEqual([]);
  });

  test('of an officer that shows something about a member stays when the officer leaves and closes their account', async () => {
    const { cloud } = register.world;
    const officer = await register.world.staff('o-leaving-officer', 'liaisonOfficer');
    const evidence = await uploadPhoto(cloud, officer, jpeg);
    const { version } = await officer.call('membership.member', { memberId: active.memberId });
    const reminder = { channel: 'wechat', text: '请确认会员信息', evidence: '聊天记录', file: evidence } as const;
    await officer.call('membership.remindMember', { memberId: active.memberId, version, ...reminder });
    const unused = await uploadPhoto(cloud, officer, jpeg);
    const accountId = (await officer.call('account.me', {})).id ?? '';
    const administrator = cloud.phone('o-administrator');
    await administrator.call('account.revokeRole', { accountId, role: 'liaisonOfficer' });
    await officer.call('account.closeAccount', { confirm: '注销' });
    await register.world.settle();
    expect([evidence, unused].map(isThere)).toEqual([true, false]);
    const { reminders } = await register.liaison.call('membership.member', { memberId: active.memberId });
    expect((await fetch(reminders.at(-1)?.fileUrl ?? '')).status).toBe(200);
  });
});

test('technical notes older than the rule’s months go, newer ones stay', async () => {
  const refuse = (openid: string) =>
    expect(register.world.cloud.phone(openid).call('membership.members', {})).rejects.toMatchObject({ code: 'auth.forbidden' });
  await refuse('o-refused-before');
  const before = documents('refusals').length;
  await later(190);
  await refuse('o-refused-now');
  await fire('sweepNotes');
  expect(before).toBeGreaterThan(0);
  expect(documents('refusals')).toHaveLength(1);
});

describe('the data of a member who resigned', () => {
  let photo: string;
  let change: string;
  beforeAll(async () => {
    photo = await photoOf(erased);
    const { version } = await mine(erased.phone);
    const changes = [{ field: 'identity.name', value: '云去也' }];
    const { request } = await erased.phone.call('membership.requestChange', { memberId: erased.memberId, version, changes });
    change = request?.id ?? '';
    for (const [{ phone, memberId }, dataChoice] of [
      [erased, 'erase'],
      [kept, 'keep'],
    ] as const)
      await phone.call('membership.resign', { memberId, dataChoice });
    await register.world.settle();
  }, 30_000);

  const nameOf = async (memberId: string) => (await register.liaison.call('membership.member', { memberId })).name;

  test('stay until the time of the rule is over, whatever was chosen', async () => {
    await later(leftErasureDays.value - 1);
    await fire('keepMembers');
    expect(await nameOf(erased.memberId)).toBe('云去远');
    expect(await nameOf(kept.memberId)).toBe('云留下');
  });

  test('are then erased as asked: record, application, changes, search and files; number, standing and dates stay', async () => {
    await later(2);
    await fire('keepMembers');
    const view = await register.liaison.call('membership.member', { memberId: erased.memberId });
    expect(view).toMatchObject({ name: '', profile: {}, standing: 'resigned', resolution: '', can: { reveal: false } });
    expect(view.number).toMatch(/^JSCF-G-/);
    expect(view.standingHistory).toHaveLength(2);
    const application = stored('applications', erased.id);
    expect(application).toMatchObject({ state: 'admitted', retention: 'erased' });
    expect((await register.liaison.call('membership.changeRequest', { changeId: change })).changes).toEqual([]);
    expect(isThere(photo)).toBe(false);
    const found = async (text: string) => (await register.liaison.call('membership.members', { text })).rows;
    expect(await found('云去远')).toEqual([]);
    expect(await found(view.number)).toHaveLength(1);
    await expect(erased.phone.call('membership.myStanding', { memberId: erased.memberId })).rejects.toMatchObject({
      code: 'notFound',
    });
    expect(await nameOf(kept.memberId)).toBe('云留下');
    expect((await mine(active.phone)).name).toBe('云常在');
  });

  test('that were left are erased when their own time is over; those of a member in good standing never', async () => {
    await later(61 * 31);
    await fire('keepMembers');
    expect(await nameOf(kept.memberId)).toBe('');
    expect(await nameOf(active.memberId)).toBe('云常在');
  });

  test('go with their key where the record has its own, once each, whatever call a crash comes after', async () => {
    const units = await enrolMembers(register.world, 3, { kind: 'unit' });
    for (const { phone, id } of units) {
      await phone.call('membership.confirmDetails', seen(register.world, id));
      await phone.call('membership.resign', { memberId: id, dataChoice: 'erase' });
    }
    await register.world.settle();
    await later(leftErasureDays.value + 1);
    expect(await fireThroughCrashes('keepMembers')).toBeGreaterThan(10);
    for (const { id } of units) {
      expect(stored('members', id)).toMatchObject({ standing: 'resigned', identity: '', erasedAt: expect.any(Date) });
      expect(stored('dataKeys', id)).toEqual({ _id: id, erasedAt: expect.any(Date) });
      expect(rowsOf(`members:${id}`, 'member.erase')).toHaveLength(1);
      const [confirmed, ...more] = documents('memberChanges').filter(({ member }) => member === id);
      expect(rowsOf(`memberChanges:${String(confirmed?._id)}`, 'change.erase')).toHaveLength(1);
      expect(more).toEqual([]);
    }
    const findings = (await auditOf(register.world.cloud.emulator)).filter(
      ({ what }) => what !== 'record bodies:presidentsOffice',
    );
    expect(findings).toEqual([]);
  }, 60_000);
});
