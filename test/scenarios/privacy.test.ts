import { auditOf } from '../support/audit';
import { allConsents, formOf, idNumberOf } from '../support/membership/form';
import { mine, type NewMember, openRegister, type Register } from '../support/membership/members';
import { uploadPhoto } from '../support/membership/photo';
import { fillIn } from '../support/membership/world';

let register: Register;
let member: NewMember;
const name = '水长东';

beforeAll(async () => {
  register = await openRegister();
  [member] = (await register.admit(['o-member', { identity: { name: '云若溪' } }])) as [NewMember];
}, 60_000);
afterAll(() => register?.world.close());

const dump = () => JSON.stringify(register.world.cloud.emulator.database.dump());

test('a consent that was taken back stops what people do in their own name from the next call on, until they agree anew', async () => {
  const seen = await mine(member.phone);
  const { rows, close } = await member.phone.call('account.consents', {});
  expect(rows).toMatchObject([
    { key: 'processing', given: { version: 1 }, withdrawnAt: null, can: { withdraw: true } },
    { key: 'sensitive', can: { withdraw: true } },
    { key: 'commitment', can: { withdraw: false } },
  ]);
  expect(close).toEqual({ can: false, why: 'member' });
  await member.phone.call('account.withdrawConsent', { key: 'processing', endApplication: false });
  // The page was open before: it acts as if nothing had happened.
  const act = () =>
    member.phone.call('membership.requestChange', {
      memberId: member.memberId,
      version: seen.version,
      changes: [{ field: 'work.post', value: '主任' }],
    });
  await expect(act()).rejects.toMatchObject({ code: 'consent.required' });
  await expect(member.phone.call('membership.myMember', {})).rejects.toMatchObject({ code: 'consent.required' });
  await expect(member.phone.call('membership.myApplication', {})).rejects.toMatchObject({ code: 'consent.required' });
  await expect(
    member.phone.call('membership.confirmDetails', { memberId: member.memberId, version: seen.version }),
  ).rejects.toMatchObject({ code: 'consent.required' });
  expect((await member.phone.call('account.home', {})).withdrawn).toEqual(['processing']);
  await member.phone.call('account.myData', {});
  await member.phone.call('membership.myDisclosures', {});
  await expect(member.phone.call('account.giveConsent', { key: 'processing', version: 9 })).rejects.toMatchObject({
    code: 'consent.required',
  });
  await member.phone.call('account.giveConsent', { key: 'processing', version: 1 });
  await expect(act()).resolves.toMatchObject({ applied: ['work.post'] });
});

test('an officer’s own consent does not stop the office', async () => {
  await register.liaison.call('account.withdrawConsent', { key: 'sensitive', endApplication: false });
  await register.liaison.call('membership.applications', { state: 'submitted' });
  await register.liaison.call('account.workbench', {});
  await register.liaison.call('account.giveConsent', { key: 'sensitive', version: 1 });
});

test('with an application under way a withdrawal asks first, and then the application is withdrawn', async () => {
  const applicant = await register.world.applicant('o-under-way');
  const { reference } = await applicant.submit();
  expect((await applicant.phone.call('account.consents', {})).underWay).toBe(reference);
  const withdraw = (endApplication: boolean) =>
    applicant.phone.call('account.withdrawConsent', { key: 'processing', endApplication });
  await expect(withdraw(false)).rejects.toMatchObject({ code: 'wrongStatus', fields: { endApplication: 'required' } });
  await withdraw(true);
  await register.world.settle();
  const stored = register.world.cloud.emulator.database.documents('applications').find(({ _id }) => _id === applicant.id);
  expect(stored?.state).toBe('withdrawn');
});

test('the copy of one’s data has every section in words, and nothing of anybody else', async () => {
  await register.liaison.call('membership.revealMember', { memberId: member.memberId, reason: '换发证书核对' });
  const sections: { title: string; rows: readonly { label: string; value: string }[] }[] = [];
  for (let cursor: string | undefined, more = true; more; ) {
    const page = await member.phone.call('account.myData', cursor ? { cursor } : {});
    sections.push(...page.sections);
    cursor = page.next ?? undefined;
    more = page.next !== null;
  }
  const titles = sections.map(({ title }) => title.split(' ')[0]);
  expect(new Set(titles)).toEqual(new Set(['账号', '个人会员', '入会申请', '信息变更', '查看证件号码的记录', '消息']));
  const text = JSON.stringify(sections);
  for (const part of [member.idNumber, '云若溪', '南京市', '工程师 → 主任', '换发证书核对']) expect(text).toContain(part);
  await expect(member.phone.call('account.myData', { cursor: 'x' })).rejects.toMatchObject({ code: 'request.invalid' });
  expect((await register.world.cloud.phone('o-empty').call('account.myData', {})).sections).toEqual([]);
});

describe('closing an account', () => {
  test('needs a member to resign first, a representative to be replaced, and staff to lay down their roles', async () => {
    const close = (phone: typeof member.phone) => phone.call('account.closeAccount', { confirm: '注销' });
    await expect(close(member.phone)).rejects.toMatchObject({ code: 'wrongStatus', fields: { close: 'member' } });
    await expect(close(register.liaison)).rejects.toMatchObject({ code: 'wrongStatus', fields: { close: 'staff' } });
    await expect(close(register.world.cloud.phone('o-administrator'))).rejects.toMatchObject({ fields: { close: 'staff' } });
    await expect(close(register.world.cloud.phone('o-nobody'))).rejects.toMatchObject({ code: 'notFound' });
  });

  test('leaves nothing of the person in the database; the journal still verifies; a later call is a new person’s', async () => {
    const { cloud } = register.world;
    const idNumber = idNumberOf(777, '19610203');
    const applicant = await register.world.applicant('o-leaving', {
      identity: { idNumber, name },
      contact: { mobile: '15912345678' },
    });
    await applicant.submit();
    await uploadPhoto(cloud, applicant.phone);
    const before = (await applicant.phone.call('account.me', {})).id ?? '';
    const files = () => cloud.emulator.database.documents('uploads').filter(({ account }) => account === before);
    expect(files()).toHaveLength(2);
    const { account } = await applicant.phone.call('account.closeAccount', { confirm: '注销' });
    expect(account).toBe(before);
    await register.world.settle();
    expect(files()).toEqual([]);
    for (const text of [idNumber, name, '15912345678', 'o-leaving']) expect(dump()).not.toContain(text);
    const own = (collection: string) => JSON.stringify(cloud.emulator.database.documents(collection));
    for (const collection of ['accounts', 'reservations', 'inbox', 'uploads']) expect(own(collection)).not.toContain(before);
    const stored = cloud.emulator.database.documents('applications').find(({ _id }) => _id === applicant.id);
    expect(stored).toMatchObject({ state: 'withdrawn', retention: 'erased' });
    expect(stored).not.toHaveProperty('sealed');
    // The room's seats were put there by the test itself.
    const findings = (await auditOf(cloud.emulator)).filter(({ what }) => what !== 'record bodies:presidentsOffice');
    expect(findings).toEqual([]);
    // The old page acts once more, then begins anew with the same identity number.
    await expect(applicant.submit()).rejects.toMatchObject({ code: 'notFound' });
    expect((await applicant.phone.call('account.me', {})).id).not.toBe(before);
    const { id } = await applicant.phone.call('membership.startApplication', { kind: 'individual' });
    await fillIn(cloud, applicant.phone, id, formOf(idNumber, { identity: { name } }));
    const { version } = await applicant.phone.call('membership.application', { applicationId: id });
    await applicant.phone.call('membership.submitApplication', { applicationId: id, version, consents: allConsents });
  });

  test('leaves staff the number and the standing of who was a member, and no numbers to look at', async () => {
    const [left] = (await register.admit(['o-forgotten'])) as [NewMember];
    const { memberId, phone } = left;
    await phone.call('membership.resign', { memberId, dataChoice: 'erase' });
    await phone.call('account.closeAccount', { confirm: '注销' });
    const read = () => register.liaison.call('membership.member', { memberId });
    const forgotten = { name: '', standing: 'resigned', profile: {}, can: { reveal: false } };
    // From the moment the key is gone, not only once everything that follows was done.
    expect(await read()).toMatchObject(forgotten);
    await register.world.settle();
    expect(await read()).toMatchObject(forgotten);
    const reveal = register.liaison.call('membership.revealMember', { memberId, reason: '核对证件' });
    await expect(reveal).rejects.toMatchObject({ code: 'wrongStatus' });
  });
});
