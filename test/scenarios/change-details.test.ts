import { callBudget, useCaseCosts } from '../../bench/use-case-cost';
import { idNumberOf } from '../support/membership/form';
import { mine, type NewMember, openRegister, type Register } from '../support/membership/members';
import { uploadPhoto } from '../support/membership/photo';

let register: Register;
let member: NewMember;
let officer: Awaited<ReturnType<Register['world']['staff']>>;

beforeAll(async () => {
  register = await openRegister();
  [member] = (await register.admit(['o-member', { identity: { name: '云若溪' } }])) as [NewMember];
  officer = await register.world.staff('o-register', 'liaisonOfficer');
}, 60_000);
afterAll(() => register?.world.close());

const openLines = async () =>
  (await officer.call('account.workbench', {})).rows.filter(({ kind }) => kind === 'decideChange').map(({ title }) => title);
const seen = async (changeId: string) => {
  const { version } = await officer.call('membership.changeRequest', { changeId });
  return { changeId, version };
};

test('a stranger has no member page, and nothing of somebody else’s', async () => {
  const stranger = register.world.cloud.phone('o-stranger');
  expect(await stranger.call('membership.myMember', {})).toBeNull();
  expect(await stranger.call('membership.myMember', { memberId: member.memberId })).toBeNull();
  const input = { memberId: member.memberId, version: 1, changes: [{ field: 'work.post', value: '主任' }] };
  await expect(stranger.call('membership.requestChange', input)).rejects.toMatchObject({ code: 'notFound' });
});

test('the page shows the card, the data with what is sensitive masked, and everything that happened', async () => {
  const view = await mine(member.phone);
  expect(view).toMatchObject({
    id: member.memberId,
    name: '云若溪',
    standing: 'active',
    reportWithin: { days: 30 },
    confirmation: { due: false },
    rights: { certificateInForce: true },
    can: { change: true, confirm: true, changeRepresentative: false, resign: true },
  });
  const idNumber = view.details.find(({ field }) => field === 'identity.idNumber');
  expect(idNumber).toMatchObject({ value: member.idNumber, way: 'review' });
  expect(idNumber?.masked).toMatch(/^3\*{16}[0-9X]$/);
  expect(view.timeline.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['application', 'admitted', 'certificate']));
});

test('what does not matter changes at once and is kept as history: who, when, old and new', async () => {
  const { version } = await mine(member.phone);
  const changes = [
    { field: 'work.post', value: '总工程师' },
    { field: 'contact.mobile', value: '15600000088' },
  ];
  const done = await member.phone.call('membership.requestChange', { memberId: member.memberId, version, changes });
  expect(done).toMatchObject({ applied: ['work.post', 'contact.mobile'], request: null });
  const view = await mine(member.phone);
  expect(view.details.find(({ field }) => field === 'work.post')?.value).toBe('总工程师');
  expect(view.timeline[0]).toMatchObject({
    kind: 'changed',
    facts: { by: 'self' },
    changes: [
      { field: 'work.post', before: '工程师', after: '总工程师' },
      { field: 'contact.mobile', before: '156******77', after: '156******88' },
    ],
  });
  expect(await openLines()).toEqual([]);
});

test('what matters waits for staff, who see old and new side by side and decide; then it is as it was asked for', async () => {
  const evidence = await uploadPhoto(register.world.cloud, member.phone);
  const { version } = await mine(member.phone);
  const changes = [
    { field: 'identity.name', value: '云若曦' },
    { field: 'contact.city', value: '320500' },
    { field: 'work.employer', value: '云岫新公司' },
  ];
  const input = { memberId: member.memberId, version, changes, reason: '已在公安机关改名', evidence };
  const { applied, request } = await member.phone.call('membership.requestChange', input);
  expect(applied).toEqual(['work.employer']);
  expect(await openLines()).toEqual(['会员信息变更：云若溪']);
  const waiting = await mine(member.phone);
  expect(waiting).toMatchObject({ name: '云若溪', openChanges: [{ id: request?.id, can: { withdraw: true } }] });
  const { rows } = await officer.call('membership.changeRequests', {});
  expect(rows).toMatchObject([{ id: request?.id, memberName: '云若溪', fields: ['identity.name', 'contact.city'] }]);
  const change = await officer.call('membership.changeRequest', { changeId: request?.id ?? '' });
  expect(change).toMatchObject({
    reason: '已在公安机关改名',
    evidenceUrl: expect.stringContaining('http'),
    changes: [
      { field: 'identity.name', before: '云若溪', after: '云若曦' },
      { field: 'contact.city', before: '南京市', after: '苏州市' },
    ],
    can: { approve: true, reject: true },
  });
  await officer.call('membership.decideChange', { changeId: change.id, version: change.version, decision: 'approve' });
  const view = await mine(member.phone);
  expect(view).toMatchObject({ name: '云若曦', city: '320500', openChanges: [] });
  expect(view.timeline.find(({ kind }) => kind === 'changeDecided')).toMatchObject({ facts: { state: 'approved' } });
  await register.world.settle();
  // The certificate bears the new name.
  expect((await mine(member.phone)).timeline[0]).toMatchObject({ kind: 'certificate', facts: { event: 'reissued' } });
  expect(await openLines()).toEqual([]);
  const told = (await member.phone.call('account.inbox', {})).rows.map(({ kind }) => kind);
  expect(told).toEqual(expect.arrayContaining(['changeApproved', 'changeRequested']));
  expect(told).toContain('certificateReissued');
});

test('after a change of the name the certificate is issued anew with it, and the register finds the member by it', async () => {
  const certificate = await member.phone.call('membership.myCertificate', {});
  expect(certificate).toMatchObject({ name: '云若曦', reissued: true, why: null });
  const token = certificate.verifyUrl.split('/v/')[1] ?? '';
  const { certificate: scanned } = await member.phone.call('membership.verifyCertificate', { token });
  expect(scanned?.history.map(({ event }) => event)).toEqual(['reissued', 'issued']);
  const found = async (search: string) => (await officer.call('membership.members', { text: search })).rows.map(({ id }) => id);
  expect(await found('云若曦')).toEqual([member.memberId]);
  expect(await found('云若溪')).toEqual([]);
});

test('a rejection needs a reason, which the member reads', async () => {
  const { version } = await mine(member.phone);
  const changes = [{ field: 'identity.name', value: '云大侠' }];
  const { request } = await member.phone.call('membership.requestChange', { memberId: member.memberId, version, changes });
  const at = await seen(request?.id ?? '');
  await expect(officer.call('membership.decideChange', { ...at, decision: 'reject' })).rejects.toMatchObject({
    fields: { reason: 'required' },
  });
  await officer.call('membership.decideChange', { ...at, decision: 'reject', reason: '证件上不是这个名字' });
  const view = await mine(member.phone);
  expect(view.name).toBe('云若曦');
  expect(view.timeline[0]).toMatchObject({ facts: { state: 'rejected', reason: '证件上不是这个名字' } });
});

test('one change waits at a time, and can be taken back', async () => {
  const { version } = await mine(member.phone);
  const ask = (value: string) =>
    member.phone.call('membership.requestChange', {
      memberId: member.memberId,
      version,
      changes: [{ field: 'identity.name', value }],
    });
  const { request } = await ask('云一');
  await expect(ask('云二')).rejects.toMatchObject({ code: 'wrongStatus' });
  const [open] = (await mine(member.phone)).openChanges;
  await member.phone.call('membership.withdrawChange', { changeId: open?.id ?? '', version: open?.version ?? 0 });
  await expect(
    officer.call('membership.decideChange', { ...(await seen(request?.id ?? '')), decision: 'approve' }),
  ).rejects.toMatchObject({ code: 'wrongStatus' });
  await expect(ask('云三')).resolves.toMatchObject({ applied: [] });
  const [again] = (await mine(member.phone)).openChanges;
  await member.phone.call('membership.withdrawChange', { changeId: again?.id ?? '', version: again?.version ?? 0 });
});

test('a wrong value is told at its field, and a field that does not change is refused', async () => {
  const { version } = await mine(member.phone);
  const ask = (field: string, value: string) =>
    member.phone.call('membership.requestChange', { memberId: member.memberId, version, changes: [{ field, value }] });
  await expect(ask('contact.mobile', '123')).rejects.toMatchObject({ fields: { 'contact.mobile': 'mobile.format' } });
  await expect(ask('identity.idNumber', idNumberOf(7, '19910101'))).rejects.toMatchObject({
    fields: { 'identity.idNumber': 'idNumber.birthDateDiffers' },
  });
  await expect(ask('photo.photo', 'x')).rejects.toMatchObject({ fields: { 'photo.photo': 'field.unknown' } });
  await expect(ask('constructor', 'x')).rejects.toMatchObject({ fields: { constructor: 'field.unknown' } });
  await expect(ask('contact.mobile', '15600000088')).rejects.toMatchObject({ fields: { 'contact.mobile': 'change.none' } });
});

test('a corrected identity number takes the place of the old one, which is free again', async () => {
  const { version } = await mine(member.phone);
  const idNumber = idNumberOf(901);
  const changes = [{ field: 'identity.idNumber', value: idNumber }];
  const { request } = await member.phone.call('membership.requestChange', { memberId: member.memberId, version, changes });
  const change = await officer.call('membership.changeRequest', { changeId: request?.id ?? '' });
  expect(JSON.stringify(change)).not.toContain(idNumber);
  const shown = await officer.call('membership.revealMember', {
    memberId: member.memberId,
    changeId: change.id,
    reason: '核对新证件',
  });
  expect(shown).toEqual({ idNumber: member.idNumber, mobile: '15600000088', after: { idNumber, mobile: null } });
  await officer.call('membership.decideChange', { changeId: change.id, version: change.version, decision: 'approve' });
  const other = await register.world.applicant('o-same-number', { identity: { idNumber } });
  await expect(other.submit()).rejects.toMatchObject({ code: 'identity.taken' });
  const old = await register.world.applicant('o-old-number', { identity: { idNumber: member.idNumber } });
  await expect(old.submit()).resolves.toMatchObject({ state: 'submitted' });
  const { rows } = await member.phone.call('membership.myDisclosures', {});
  expect(rows).toMatchObject([{ reason: '核对新证件' }]);
  const costs = useCaseCosts(register.world.cloud.emulator.functionLog.entries);
  for (const endpoint of ['membership.decideChange', 'membership.requestChange', 'membership.myMember']) {
    const [cost] = costs.filter((one) => one.endpoint === endpoint);
    expect([endpoint, cost && cost.database <= callBudget(cost) && cost.excess]).toEqual([endpoint, 0]);
  }
});

test('once a year the data are to be confirmed: the member is told once, and confirms with one tap', async () => {
  const { emulator } = register.world.cloud;
  await emulator.clock.advance(366 * 24 * 3600 * 1000);
  await emulator.timers.fire('jobs', 'askForConfirmations');
  await emulator.timers.fire('jobs', 'askForConfirmations');
  await register.world.settle();
  const asked = (await member.phone.call('account.inbox', {})).rows.filter(({ kind }) => kind === 'confirmationAsked');
  expect(asked).toHaveLength(1);
  const { version, confirmation } = await mine(member.phone);
  expect(confirmation.due).toBe(true);
  await member.phone.call('membership.confirmDetails', { memberId: member.memberId, version });
  const view = await mine(member.phone);
  expect(view.confirmation.due).toBe(false);
  expect(view.timeline[0]?.kind).toBe('confirmed');
});

test('staff are not offered their own full numbers as staff, and are refused them', async () => {
  const own = await register.world.staff(member.phone.openid, 'liaisonOfficer');
  expect((await officer.call('membership.member', { memberId: member.memberId })).can.reveal).toBe(true);
  expect((await own.call('membership.member', { memberId: member.memberId })).can.reveal).toBe(false);
  const reveal = own.call('membership.revealMember', { memberId: member.memberId, reason: '看自己的' });
  await expect(reveal).rejects.toMatchObject({ code: 'auth.conflictOfInterest' });
});
