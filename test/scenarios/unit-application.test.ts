import { openRoom } from '../support/membership/meeting';
import { jpeg, uploadTo } from '../support/membership/photo';
import { creditCodeOf, fillInUnit, reviewUnit, submitUnit, unitFormOf, uploadPaper } from '../support/membership/unit';
import { openWorld, type World } from '../support/membership/world';

let world: World;
beforeAll(async () => {
  world = await openWorld();
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
  const liaison = await world.staff('o-liaison', 'liaisonOfficer');
  const second = await world.staff('o-second', 'secondReviewer');
  const room = await openRoom(world);
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
  await reviewUnit({ liaison, second }, id);
  await room.decide(await room.schedule([id]), 'approve');
  await world.settle();
  const home = await contact.call('account.home', {});
  expect(home).toMatchObject({ member: null, unitApplication: null, units: [{ kind: 'unit', name: '云岫慈善基金会' }] });
  expect(home.units[0]?.number).toMatch(/^JSCF-D-/);
  const { capacities } = await contact.call('account.me', {});
  expect(capacities.map(({ key }) => key)).toContain(`unit:${home.units[0]?.id}`);

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
  const liaison = await world.staff('o-liaison', 'liaisonOfficer');
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
