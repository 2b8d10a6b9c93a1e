import { pages } from '../../shared/pages';
import { auditOf } from '../support/audit';
import type { Phone } from '../support/cloud';
import { openRoom, type Room } from '../support/membership/meeting';
import { mine } from '../support/membership/members';
import { jpeg, uploadTo } from '../support/membership/photo';
import { creditCodeOf, fillInUnit, reviewUnit, submitUnit, unitFormOf, uploadPaper } from '../support/membership/unit';
import { type Officers, openWorld, seenBy, type World } from '../support/membership/world';

let world: World;
let officers: Officers;
let room: Room;
beforeAll(async () => {
  world = await openWorld();
  officers = {
    liaison: await world.staff('o-liaison', 'liaisonOfficer'),
    second: await world.staff('o-second', 'secondReviewer'),
  };
  room = await openRoom(world);
});
afterAll(() => world.close());

const refusal = (call: Promise<unknown>): Promise<{ readonly code?: string; readonly fields?: unknown }> =>
  call.then(
    () => ({}),
    ({ code, fields }: { readonly code: string; readonly fields: unknown }) => ({ code, fields }),
  );

test('says before the start what each category needs', async () => {
  const { categories, papers } = await world.cloud.phone('u-asks').call('membership.entryConditions', {});
  expect(categories.map(({ category }) => category)).toEqual(['government', 'institution', 'enterprise', 'socialOrganisation']);
  expect(categories.every(({ conditions }) => conditions.length > 0)).toBe(true);
  expect(papers.government).toContainEqual({ kind: 'officialLetter', required: true });
  expect(papers.enterprise).toContainEqual({ kind: 'licence', required: true });
});

test('a unit is reviewed, decided, numbered and represented by its contact person', async () => {
  const { liaison } = officers;
  const contact = world.cloud.phone('u-contact');
  const id = await fillInUnit(world.cloud, contact, unitFormOf(creditCodeOf(1).toLowerCase()));
  await submitUnit(contact, id);
  const seen = await liaison.call('membership.reviewApplication', { applicationId: id });
  expect(seen).toMatchObject({
    kind: 'unit',
    category: 'socialOrganisation',
    reviewNotes: [],
    form: { unit: { code: creditCodeOf(1) }, people: { contactMobile: '156******88', representativeMobile: '156******99' } },
  });
  expect(seen.attachments.map(({ kind, type, url }) => [kind, type, typeof url])).toEqual([
    ['stampedForm', 'pdf', 'string'],
    ['licence', 'pdf', 'string'],
  ]);
  expect(seen.form.attachments).toBeUndefined();
  await reviewUnit(officers, id);
  await room.decide(await room.schedule([id]), 'approve');
  await world.settle();
  const home = await contact.call('account.home', {});
  expect(home).toMatchObject({ member: null, unitApplication: null, units: [{ kind: 'unit', name: '云岫慈善基金会' }] });
  expect(home.units[0]?.number).toMatch(/^JSCF-D-/);
  // The application leads to the plaque of this unit, whatever else the person is a member as.
  const { memberId } = await contact.call('membership.application', { applicationId: id });
  expect(memberId).toBe(home.units[0]?.id);
  expect(await contact.call('membership.myMember', { memberId: memberId ?? '' })).toMatchObject({
    representative: { name: '云岫白', post: '理事长', mobile: '156******99' },
  });
  const { capacities } = await contact.call('account.me', {});
  expect(capacities.map(({ key }) => key)).toContain(`unit:${home.units[0]?.id}`);
  const [told] = (await contact.call('account.inbox', {})).rows;
  expect(told).toMatchObject({ kind: 'applicationAdmitted', page: pages.certificate(home.units[0]?.id) });
  expect(await contact.call('membership.myApplication', { kind: 'unit' })).toMatchObject({ memberId: home.units[0]?.id });
  const certificate = await contact.call('membership.myCertificate', { memberId: home.units[0]?.id ?? '' });
  expect(certificate).toMatchObject({ kind: 'unit', name: '云岫慈善基金会', memberNumber: home.units[0]?.number });

  const other = world.cloud.phone('u-other');
  const twice = await fillInUnit(world.cloud, other, unitFormOf(creditCodeOf(1)));
  expect(await refusal(submitUnit(other, twice))).toMatchObject({
    code: 'identity.taken',
    fields: { 'unit.code': 'uscc.taken' },
  });
  // The contact person may apply for another unit, and for themself.
  const again = await contact.call('membership.startApplication', { kind: 'unit' });
  const own = await contact.call('membership.startApplication', { kind: 'individual' });
  expect(new Set([id, again.id, own.id]).size).toBe(3);
});

test('papers and answers follow the category, and what is missing is named at its field', async () => {
  const phone = world.cloud.phone('u-graded');
  const form = unitFormOf(creditCodeOf(2), { profile: { assessmentGrade: '4A' }, unit: { subCategory: 'private' } });
  const id = await fillInUnit(world.cloud, phone, form, ['stampedForm']);
  expect((await refusal(submitUnit(phone, id))).fields).toEqual({
    'unit.subCategory': 'subCategory.otherCategory',
    'profile.gradeUntil': 'required',
    'attachments.licence': 'file.required',
    'attachments.assessmentCertificate': 'file.required',
  });
});

test('a wrong check character, a founding day ahead and a code out of shape are told precisely', async () => {
  const wrong = creditCodeOf(3).slice(0, 17) + (creditCodeOf(3).endsWith('0') ? '1' : '0');
  for (const [order, code, problem] of [
    [1, wrong, 'uscc.checkDigit'],
    [2, 'IOSVZ', 'uscc.format'],
  ] as const) {
    const phone = world.cloud.phone(`u-wrong-${order}`);
    const id = await fillInUnit(world.cloud, phone, unitFormOf(code, { unit: { foundedOn: '2099-01-01' } }));
    expect((await refusal(submitUnit(phone, id))).fields).toMatchObject({
      'unit.code': problem,
      'unit.foundedOn': 'date.future',
    });
  }
});

test('a state organ carries a note for its reviewers, which blocks nothing', async () => {
  const { liaison } = officers;
  const phone = world.cloud.phone('u-organ');
  const form = unitFormOf(creditCodeOf(4), { unit: { category: 'government', subCategory: 'stateOrgan' } });
  const id = await fillInUnit(world.cloud, phone, form, ['stampedForm', 'officialLetter']);
  await submitUnit(phone, id);
  const { reviewNotes, can } = await liaison.call('membership.reviewApplication', { applicationId: id });
  expect(reviewNotes).toEqual(['government']);
  expect(can.accept).toBe(true);
});

test('a withdrawn application gives its code free', async () => {
  const [one, two] = [world.cloud.phone('u-leaves'), world.cloud.phone('u-follows')];
  const first = await fillInUnit(world.cloud, one, unitFormOf(creditCodeOf(5)));
  const { version } = await submitUnit(one, first);
  const second = await fillInUnit(world.cloud, two, unitFormOf(creditCodeOf(5)));
  expect(await refusal(submitUnit(two, second))).toMatchObject({ fields: { 'unit.code': 'uscc.taken' } });
  await one.call('membership.withdrawApplication', { applicationId: first, version });
  expect((await submitUnit(two, second)).state).toBe('submitted');
});

test('refuses a web page as a paper, somebody else’s file and a draft of somebody else', async () => {
  const [phone, stranger] = [world.cloud.phone('u-papers'), world.cloud.phone('u-stranger')];
  const applicationId = await fillInUnit(world.cloud, phone, unitFormOf(creditCodeOf(6)), []);
  const { version } = await phone.call('membership.application', { applicationId });
  const page = await uploadPaper(world.cloud, phone, Buffer.from('<html></html>'));
  const input = { applicationId, version, kind: 'licence' } as const;
  expect(await refusal(phone.call('membership.attachFile', { ...input, fileId: page }))).toEqual({
    code: 'file.refused',
    fields: { 'attachments.licence': 'document.kind' },
  });
  await stranger.call('membership.startApplication', { kind: 'unit' });
  const theirs = await uploadPaper(world.cloud, stranger);
  expect((await refusal(phone.call('membership.attachFile', { ...input, fileId: theirs }))).fields).toEqual({
    'attachments.licence': 'file.owner',
  });
  expect((await refusal(stranger.call('membership.attachFile', { ...input, fileId: theirs }))).code).toBe('notFound');
});

test('a file that is taken out is gone', async () => {
  const phone = world.cloud.phone('u-removes');
  const applicationId = await fillInUnit(world.cloud, phone, unitFormOf(creditCodeOf(7)), []);
  const { version } = await phone.call('membership.application', { applicationId });
  const { cloudPath } = await phone.call('account.prepareUpload', { kind: 'jpeg', bytes: jpeg.length });
  const fileId = await uploadTo(world.cloud, phone, cloudPath, jpeg);
  const added = await phone.call('membership.attachFile', { applicationId, version, kind: 'other', fileId });
  const url = added.attachments[0]?.url ?? '';
  expect((await fetch(url)).ok).toBe(true);
  const removed = await phone.call('membership.removeFile', { applicationId, version: added.version, fileId });
  expect(removed.attachments).toEqual([]);
  await world.settle();
  expect((await fetch(url)).ok).toBe(false);
});

test('a rejected application keeps its code from others until the days of the rule are over', async () => {
  const [one, two] = [world.cloud.phone('u-rejected'), world.cloud.phone('u-later')];
  const first = await fillInUnit(world.cloud, one, unitFormOf(creditCodeOf(8)));
  await submitUnit(one, first);
  await reviewUnit(officers, first);
  await room.decide(await room.schedule([first]), 'against');
  await world.settle();
  const { reapplyFrom } = (await one.call('membership.application', { applicationId: first })).rejection ?? {};
  const second = await fillInUnit(world.cloud, two, unitFormOf(creditCodeOf(8)));
  await world.cloud.emulator.clock.set(Date.parse(reapplyFrom ?? '') - 1000);
  expect(await refusal(submitUnit(two, second))).toMatchObject({ fields: { 'unit.code': 'uscc.taken' } });
  await world.cloud.emulator.clock.set(Date.parse(reapplyFrom ?? ''));
  expect((await submitUnit(two, second)).state).toBe('submitted');
});

test('a paper that a correction replaces stays for the reviewers until it is handed in, and then it is gone', async () => {
  const { liaison } = officers;
  const phone = world.cloud.phone('u-replaces');
  const applicationId = await fillInUnit(world.cloud, phone, unitFormOf(creditCodeOf(9)));
  await submitUnit(phone, applicationId);
  await liaison.call('membership.acceptApplication', await seenBy(liaison, applicationId));
  const notes = [{ field: 'attachments.licence', note: '看不清登记机关的印章' }];
  await liaison.call('membership.returnApplication', { ...(await seenBy(liaison, applicationId)), notes });
  const before = await phone.call('membership.application', { applicationId });
  const [blurred, form] = ['licence', 'stampedForm'].map((paper) => before.attachments.find(({ kind }) => kind === paper));
  const removal = { applicationId, version: before.version, fileId: blurred?.file ?? '' };
  const { version } = await phone.call('membership.removeFile', removal);
  await world.settle();
  expect((await fetch(blurred?.url ?? '')).ok).toBe(true);
  const fileId = await uploadPaper(world.cloud, phone);
  const { attachments } = await phone.call('membership.attachFile', { applicationId, version, kind: 'licence', fileId });
  await submitUnit(phone, applicationId);
  await world.settle();
  const [sharp] = attachments.filter(({ kind }) => kind === 'licence');
  const there = [blurred, sharp, form].map(async (paper) => (await fetch(paper?.url ?? '')).ok);
  expect(await Promise.all(there)).toEqual([false, true, true]);
});

test('the mobiles of contact person and representative are shown in full for a reason, which the contact person can read', async () => {
  const { liaison } = officers;
  const phone = world.cloud.phone('u-revealed');
  const applicationId = await fillInUnit(world.cloud, phone, unitFormOf(creditCodeOf(10)));
  await submitUnit(phone, applicationId);
  const reveal = (reason: string) => liaison.call('membership.revealPerson', { applicationId, reason });
  expect(await refusal(reveal(' '))).toMatchObject({ code: 'request.invalid', fields: { reason: 'required' } });
  expect((await phone.call('membership.disclosures', { applicationId })).rows).toEqual([]);
  const people = { mobile: '15600000088', representativeMobile: '15600000099' };
  expect(await reveal('向单位代表核实')).toEqual({ idNumber: '', ...people });
  expect((await phone.call('membership.disclosures', { applicationId })).rows).toMatchObject([
    { reason: '向单位代表核实', by: '工作人员liaison' },
  ]);
  const rows = world.cloud.emulator.database.documents('journal').filter(({ action }) => action === 'application.reveal');
  expect(rows.map(({ aggregate }) => aggregate)).toEqual([`applications:${applicationId}`]);
  expect(JSON.stringify(rows)).not.toMatch(/15600000088|15600000099|核实/);

  await reviewUnit(officers, applicationId);
  await room.decide(await room.schedule([applicationId]), 'approve');
  await world.settle();
  const { id: memberId } = await mine(phone);
  const seen = await liaison.call('membership.revealMember', { memberId, reason: '通知开会' });
  expect(seen).toEqual({ idNumber: '', ...people, after: null });
  expect((await phone.call('membership.myDisclosures', {})).rows).toMatchObject([
    { reason: '通知开会' },
    { reason: '向单位代表核实' },
  ]);
});

describe('an officer who is named in a unit’s form', () => {
  const name = '工作人员named';

  test.each([
    ['contact person', 11, { people: { contactName: name } }],
    ['representative', 12, { people: { representativeName: ` ${name} ` } }],
    ['legal representative', 13, { unit: { legalRepresentative: name } }],
  ])('as its %s keeps out of the review', async (_as, order, changes) => {
    const named = await world.staff('o-named', 'liaisonOfficer');
    const applicationId = await fillInUnit(
      world.cloud,
      world.cloud.phone(`u-names-${order}`),
      unitFormOf(creditCodeOf(order), changes),
    );
    await submitUnit(world.cloud.phone(`u-names-${order}`), applicationId);
    const seen = await seenBy(named, applicationId);
    expect((await refusal(named.call('membership.acceptApplication', seen))).code).toBe('auth.conflictOfInterest');
    expect((await refusal(named.call('membership.revealPerson', { applicationId, reason: '看看' }))).code).toBe(
      'auth.conflictOfInterest',
    );
    const { conflict, can } = await named.call('membership.reviewApplication', { applicationId });
    expect(conflict).toBe('named');
    expect(Object.values(can)).not.toContain(true);
    expect(await officers.liaison.call('membership.acceptApplication', seen)).toMatchObject({ state: 'underReview' });
  });
});

describe('when the contact person closes their account', () => {
  const close = (phone: Phone) => phone.call('account.closeAccount', { confirm: '注销' });
  const code = creditCodeOf(14);
  let contact: Phone;
  let next: Phone;
  let memberId: string;
  let papers: readonly string[];

  const codeIsTaken = async (openid: string) => {
    const other = world.cloud.phone(openid);
    const id = await fillInUnit(world.cloud, other, unitFormOf(code));
    return (await refusal(submitUnit(other, id))).code === 'identity.taken';
  };

  test('it is refused while the unit is a member and nobody else is named', async () => {
    [contact, next] = [world.cloud.phone('u-closes'), world.cloud.phone('u-takes-over')];
    const applicationId = await fillInUnit(world.cloud, contact, unitFormOf(code));
    const { attachments } = await submitUnit(contact, applicationId);
    papers = attachments.map(({ url }) => url ?? '');
    await reviewUnit(officers, applicationId);
    await room.decide(await room.schedule([applicationId]), 'approve');
    await world.settle();
    memberId = (await mine(contact)).id;
    expect(await refusal(close(contact))).toMatchObject({ code: 'wrongStatus', fields: { close: 'represents' } });
    expect((await mine(contact)).standing).toBe('active');
  });

  test('after another was named the unit keeps its record, its code and its papers', async () => {
    const { liaison } = officers;
    const { code: shown } = await next.call('account.myStaffCode', { name: '云接任' });
    const { version } = await mine(contact);
    const person = { name: '云接任', post: '秘书长', mobile: '15600000077', code: shown };
    const { request } = await contact.call('membership.changeRepresentative', { memberId, version, ...person });
    const change = await liaison.call('membership.changeRequest', { changeId: request?.id ?? '' });
    await liaison.call('membership.decideChange', { changeId: change.id, version: change.version, decision: 'approve' });
    await close(contact);
    await world.settle();
    expect(await mine(next)).toMatchObject({ id: memberId, name: '云岫慈善基金会', standing: 'active' });
    expect(await codeIsTaken('u-copies')).toBe(true);
    expect(await Promise.all(papers.map(async (url) => (await fetch(url)).ok))).toEqual([true, true]);
  });

  test('once the unit has left, its record stays for the office without anybody’s name or mobile', async () => {
    await next.call('membership.resign', { memberId, dataChoice: 'keep' });
    await close(next);
    await world.settle();
    const { profile, ...unit } = await officers.liaison.call('membership.member', { memberId });
    expect(unit).toMatchObject({ name: '云岫慈善基金会', standing: 'resigned', hasAccount: false });
    expect(profile.unit).toMatchObject({ code });
    expect(new Set(Object.values(profile.people ?? {}))).toEqual(new Set(['']));
    expect(await codeIsTaken('u-returns')).toBe(false);
    // The room's seats were put there by the test itself.
    expect((await auditOf(world.cloud.emulator)).filter(({ what }) => what !== 'record bodies:presidentsOffice')).toEqual([]);
  });
});
