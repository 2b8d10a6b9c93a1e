import type { Answer } from '../../shared/contract/answer';
import { newRequestId } from '../support/cloud';
import { allConsents, idNumberOf } from '../support/membership/form';
import { type Applicant, openWorld, seenBy, type World } from '../support/membership/world';

let world: World;
let applicant: Applicant;
let version: number;
beforeAll(async () => {
  world = await openWorld();
  applicant = await world.applicant('o-applicant');
  ({ version } = await applicant.view());
});
afterAll(() => world.close());

const stored = () =>
  JSON.stringify(['applications', 'reservations', 'journal'].map((name) => world.cloud.emulator.database.documents(name)));

const send = (endpoint: string, input: unknown) =>
  world.cloud.send(
    'membership',
    { endpoint: `membership.${endpoint}`, input, requestId: newRequestId() },
    { openid: 'o-applicant' },
  ) as Promise<Answer<unknown>>;

/** Saves one section of the applicant's draft. */
const draft = (section: string, values: unknown) =>
  send('saveDraft', { applicationId: applicant.id, version, draft: { section, values } });

test.each<[string, () => Promise<Answer<unknown>>, string]>([
  [
    'a state of its own',
    () => send('saveDraft', { applicationId: applicant.id, version, state: 'admitted', draft: { section: 'work', values: {} } }),
    'state',
  ],
  ['an owner of its own', () => draft('work', { owner: 'o-other' }), 'draft.values.owner'],
  ['a photograph past its checks', () => draft('photo', { photo: 'cloud://x/uploads/y/z.jpg' }), 'draft.section'],
  [
    'an operator for an id',
    () => send('saveDraft', { applicationId: { $ne: null }, version, draft: { section: 'work', values: {} } }),
    'applicationId.$ne',
  ],
  ['an operator for a text', () => draft('work', { employer: { $gt: '' } }), 'draft.values.employer.$gt'],
  ['a missing id', () => send('withdrawApplication', { version }), 'applicationId'],
  ['a text without end', () => draft('purpose', { plan: '字'.repeat(501) }), 'draft.values.plan'],
  ['a version that is no number', () => send('withdrawApplication', { applicationId: applicant.id, version: '1' }), 'version'],
])('refuses %s, names it and stores nothing', async (_what, call, field) => {
  const before = stored();
  const answer = await call();
  expect(answer).toMatchObject({ ok: false, code: 'request.invalid', fields: { [field]: expect.any(String) } });
  expect(stored()).toBe(before);
});

test.each(['a.b', '__proto__', 'constructor'])('refuses %s as the name of a field and leaves prototypes alone', async (name) => {
  const values = JSON.parse(`{"${name}":{"polluted":true}}`) as unknown;
  const before = stored();
  expect(await draft('work', values)).toMatchObject({ ok: false, code: 'request.invalid' });
  expect(stored()).toBe(before);
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
});

test('keeps a draft as typed, however odd, and refuses it at submission', async () => {
  const odd = ['.*', '\\', '(a+)+$', '😀', '=1+1', '<img onerror=x>', "'; DROP TABLE"].join(' ');
  const own = await world.applicant('o-odd', { work: { employer: odd } });
  expect((await own.view()).form.work?.employer).toBe(odd);
  const bidi = await world.applicant('o-bidi', { work: { employer: 'abc\u202Egpj' } });
  await expect(bidi.submit()).rejects.toMatchObject({ code: 'request.invalid', fields: { 'work.employer': 'text.invisible' } });
});

const wrong = (idNumber: string) => `${idNumber.slice(0, 17)}${idNumber.endsWith('1') ? '2' : '1'}`;
const tomorrow = new Date(Date.now() + 36 * 3600 * 1000).toISOString().slice(0, 10);

test.each([
  ['a wrong check digit', { idNumber: wrong(idNumberOf(900)) }, 'identity.idNumber', 'idNumber.checkDigit'],
  ['30 February in the number', { idNumber: '320106199002300019' }, 'identity.idNumber', 'idNumber.birthDate'],
  ['30 February as the birth date', { birthDate: '1990-02-30' }, 'identity.birthDate', 'date.notReal'],
  [
    'a birth date to come',
    { idType: 'passport' as const, idNumber: 'E12345678', birthDate: tomorrow },
    'identity.birthDate',
    'date.future',
  ],
  [
    'somebody under fourteen',
    { idNumber: idNumberOf(901, '20200101'), birthDate: '2020-01-01' },
    'identity.birthDate',
    'age.assistedOnly',
  ],
  ['another birth date than the number says', { birthDate: '1991-03-07' }, 'identity.idNumber', 'idNumber.birthDateDiffers'],
])('says precisely what is wrong with %s', async (what, identity, field, code) => {
  const own = await world.applicant(`o-wrong-${what.length}-${code.replace('.', '-')}`, { identity });
  const before = stored();
  await expect(own.submit()).rejects.toMatchObject({ code: 'request.invalid', fields: { [field]: code } });
  expect(stored()).toBe(before);
});

test('takes a lower-case x, and knows the number again with a capital one', async () => {
  let order = 0;
  while (!idNumberOf(order, '19850615').endsWith('X')) order += 1;
  const capital = idNumberOf(order, '19850615');
  const first = await world.applicant('o-small-x', { identity: { idNumber: capital.toLowerCase() } });
  expect(await first.submit()).toMatchObject({ state: 'submitted' });
  const second = await world.applicant('o-capital-x', { identity: { idNumber: capital } });
  await expect(second.submit()).rejects.toMatchObject({
    code: 'identity.taken',
    fields: { 'identity.idNumber': 'identity.taken' },
  });
});

test('a recommender must be a member that exists', async () => {
  const own = await world.applicant('o-recommended', { purpose: { recommender: 'JSCF-G-2026-00001-8' } });
  await expect(own.submit()).rejects.toMatchObject({
    code: 'request.invalid',
    fields: { 'purpose.recommender': expect.stringMatching(/^memberNumber\./) },
  });
});

test.each([
  ['none', []],
  ['one too few', allConsents.slice(1)],
  ['the text of another version', [...allConsents.slice(1), { key: allConsents[0]?.key ?? 'processing', version: 99 }]],
])('submits nothing on consent to %s', async (_what, consents) => {
  await expect(
    applicant.phone.call('membership.submitApplication', { applicationId: applicant.id, version, consents: [...consents] }),
  ).rejects.toMatchObject({ code: 'consent.required' });
  expect((await applicant.view()).state).toBe('draft');
});

test('notes for correction go to fields that exist, and at least one does', async () => {
  const liaison = await world.staff('o-liaison', 'liaisonOfficer');
  const own = await world.applicant('o-noted');
  await own.submit();
  await liaison.call('membership.acceptApplication', await seenBy(liaison, own.id));
  const seen = await seenBy(liaison, own.id);
  const note = (...notes: { readonly field: string; readonly note: string }[]) =>
    liaison.call('membership.returnApplication', { ...seen, notes });
  const refused = (fields: Record<string, string>) => ({ code: 'request.invalid', fields });
  await expect(note()).rejects.toMatchObject(refused({ notes: 'required' }));
  await expect(note({ field: 'work.salary', note: '请补填' })).rejects.toMatchObject(
    refused({ 'notes.0.field': 'field.unknown' }),
  );
  await expect(note({ field: 'work.post', note: '   ' })).rejects.toMatchObject(refused({ 'notes.0.note': 'required' }));
  expect((await own.view()).state).toBe('underReview');
});
