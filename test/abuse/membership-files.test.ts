import type { Phone } from '../support/cloud';
import { checklist } from '../support/membership/form';
import { jpeg, png, uploadPhoto, uploadTo } from '../support/membership/photo';
import { type Applicant, openWorld, seenBy, type World } from '../support/membership/world';

let world: World;
let applicant: Applicant;
let account: string;
beforeAll(async () => {
  world = await openWorld();
  applicant = await world.applicant('o-applicant');
  account = (await applicant.phone.call('account.me', {})).id ?? '';
});
afterAll(() => world.close());

const attach = async (fileId: string) => {
  const { version } = await applicant.view();
  return applicant.phone.call('membership.attachPhoto', { applicationId: applicant.id, version, fileId });
};
const upload = (path: string, body: Buffer, type?: string) => uploadTo(world.cloud, applicant.phone, path, body, type);
const refused = (code: string) => ({ code: 'file.refused', fields: { 'photo.photo': code } });

test.each([
  ['a web page that calls itself a picture', Buffer.from('<html><script>alert(1)</script></html>'), 'jpg'],
  ['a drawing with script in it', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'), 'png'],
  ['a document', Buffer.from('%PDF-1.7'), 'jpg'],
  ['nothing at all', Buffer.alloc(0), 'jpg'],
])('refuses %s by its first bytes', async (_what, body, ending) => {
  const before = (await applicant.view()).form.photo;
  const fileId = await upload(`uploads/${account}/bytes-${body.length}.${ending}`, body);
  await expect(attach(fileId)).rejects.toMatchObject(refused('file.kind'));
  expect((await applicant.view()).form.photo).toEqual(before);
});

test('refuses a picture above 5 MB', async () => {
  const fileId = await upload(`uploads/${account}/large.jpg`, Buffer.concat([jpeg, Buffer.alloc(5 * 1024 * 1024)]));
  await expect(attach(fileId)).rejects.toMatchObject(refused('file.tooLarge'));
});

test("refuses somebody else's picture and one outside the own folder, whether it exists or not", async () => {
  const other = await world.applicant('o-other');
  const foreign = (await other.view()).form.photo?.photo ?? '';
  const elsewhere = await upload('public/picture.jpg', jpeg);
  for (const fileId of [
    foreign,
    elsewhere,
    foreign.replace('.jpg', 'x.jpg'),
    foreign.replace(/uploads\/[^/]+/, `uploads/${account}/../x`),
  ])
    await expect(attach(fileId)).rejects.toMatchObject(refused('file.owner'));
  await expect(attach('https://example.invalid/uploads/a.jpg')).rejects.toMatchObject(refused('file.owner'));
});

test('refuses a picture that was never uploaded', async () => {
  const own = (await applicant.view()).form.photo?.photo ?? '';
  await expect(attach(own.replace(/[^/]+$/, 'never.jpg'))).rejects.toMatchObject(refused('file.missing'));
});

test('takes a picture whatever it is called, shows it for a short while, and removes the one before', async () => {
  const before = (await applicant.view()).form.photo?.photo ?? '';
  const fileId = await upload(`uploads/${account}/portrait.png`, png, 'image/png');
  const { photoUrl } = await attach(fileId);
  expect((await fetch(photoUrl ?? '')).status).toBe(200);
  await world.settle();
  const paths = world.cloud.emulator.files.list().map(({ path }) => path);
  expect(paths.some((path) => before.endsWith(path))).toBe(false);
  expect(paths.some((path) => fileId.endsWith(path))).toBe(true);
  await world.cloud.emulator.clock.advance(3 * 3600 * 1000);
  expect((await fetch(photoUrl ?? '')).status).not.toBe(200);
});

test('two uploads never get the same name', async () => {
  const [first, second] = [await uploadPhoto(world.cloud, applicant.phone), await uploadPhoto(world.cloud, applicant.phone)];
  expect(first).not.toBe(second);
});

describe('a file that an officer lets stand for what they judged', () => {
  let id: string;
  let fileId: string;
  const shown = async (phone: Phone) => (await phone.call('membership.reviewApplication', { applicationId: id })).checklist;
  const opens = async (phone: Phone) => (await fetch((await shown(phone))?.able.fileUrl ?? 'data:,none')).status;
  let officer: Phone;
  let second: Phone;
  const judge = async (phone: Phone, file: string) =>
    phone.call('membership.recommendApplication', {
      ...(await seenBy(phone, id)),
      checklist: { ...checklist, able: { ...checklist.able, file } },
      opinion: '同意提请复审',
    });

  beforeAll(async () => {
    officer = await world.staff('o-liaison', 'liaisonOfficer');
    second = await world.staff('o-second', 'secondReviewer');
    const judged = await world.applicant('o-judged');
    ({ id } = judged);
    await judged.submit();
    await officer.call('membership.acceptApplication', await seenBy(officer, id));
  });

  test('is their own upload and really a picture or a PDF', async () => {
    const theirs = await uploadPhoto(world.cloud, second);
    const page = await uploadPhoto(world.cloud, officer, Buffer.from('<html></html>'));
    for (const [file, code] of [
      [theirs, 'file.owner'],
      [page, 'document.kind'],
    ] as const)
      await expect(judge(officer, file)).rejects.toMatchObject({ code: 'file.refused', fields: { 'checklist.able': code } });
    fileId = await uploadPhoto(world.cloud, officer, png);
    expect(await judge(officer, fileId)).toMatchObject({ state: 'awaitingSecondReview' });
  });

  test('is opened by reviewers who see the application, and by nobody else', async () => {
    expect([await opens(officer), await opens(second)]).toEqual([200, 200]);
    const elsewhere = await world.staff('o-suzhou', 'cityOfficer', '320500');
    await expect(shown(elsewhere)).rejects.toMatchObject({ code: 'notFound' });
    await expect(shown(world.cloud.phone('o-judged'))).rejects.toMatchObject({ code: 'auth.forbidden' });
    const own = world.cloud.phone('o-judged');
    const told = [
      await own.call('membership.application', { applicationId: id }),
      await own.call('membership.myApplication', { kind: 'individual' }),
      await own.call('account.myData', {}),
    ];
    const name = fileId.split('/').at(-1) ?? '';
    expect(JSON.stringify(told)).not.toContain(name);
    // Nor can it be handed in as one's own, which would show its address.
    await expect(attach(fileId)).rejects.toMatchObject(refused('file.owner'));
  });

  test('stays when the application goes back and forth, when uploads are swept, and when its officer leaves', async () => {
    await second.call('membership.sendBackApplication', { ...(await seenBy(second, id)), reason: '请补充' });
    const other = await world.staff('o-other-liaison', 'liaisonOfficer');
    expect(await judge(other, fileId)).toMatchObject({ state: 'awaitingSecondReview' });
    await world.cloud.emulator.clock.advance(400 * 24 * 3600 * 1000);
    await world.cloud.emulator.timers.fire('jobs', 'sweepUploads');
    const { id: accountId = '' } = await officer.call('account.me', {});
    await world.cloud.phone('o-administrator').call('account.revokeRole', { accountId: accountId ?? '', role: 'liaisonOfficer' });
    await officer.call('account.closeAccount', { confirm: '注销' });
    await world.settle();
    expect(await opens(second)).toBe(200);
  });
});
