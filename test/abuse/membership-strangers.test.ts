import type { Answer } from '../../shared/contract/answer';
import { membership } from '../../shared/membership/endpoints';
import { newRequestId } from '../support/cloud';
import { changeInputs } from '../support/membership/change-inputs';
import { checklist } from '../support/membership/form';
import { reviewInputs } from '../support/membership/review-inputs';
import { standingInputs } from '../support/membership/standing-inputs';
import { openWorld, type World } from '../support/membership/world';

let world: World;
beforeAll(async () => {
  world = await openWorld();
  await world.staff('o-editor', 'editor');
  for (const role of ['liaisonOfficer', 'secondReviewer', 'meetingSecretary', 'president', 'administrator'] as const)
    await world.staff('o-everything', role);
});
afterAll(() => world.close());

const byId = { applicationId: 'a' };
const byVersion = { ...byId, version: 1 };
const at = '2026-11-27T06:30:00.000Z';

/** A well-formed input of every endpoint. */
const inputs: Readonly<Record<keyof typeof membership, unknown>> = {
  startApplication: { kind: 'individual' },
  saveDraft: { ...byVersion, draft: { section: 'work', values: {} } },
  entryConditions: {},
  attachFile: { ...byVersion, kind: 'licence', fileId: 'cloud://x/uploads/a/b.pdf' },
  removeFile: { ...byVersion, fileId: 'cloud://x/uploads/a/b.pdf' },
  attachPhoto: { ...byVersion, fileId: 'cloud://x/uploads/a/b.jpg' },
  submitApplication: { ...byVersion, consents: [] },
  withdrawApplication: byVersion,
  myApplication: {},
  application: byId,
  myCertificate: {},
  verifyCertificate: { token: 'a' },
  disclosures: byId,
  applications: { state: 'submitted' },
  measures: { state: 'proposed' },
  reviewApplication: byId,
  acceptApplication: byVersion,
  returnApplication: { ...byVersion, notes: [{ field: 'work.post', note: '请补填' }] },
  recommendApplication: { ...byVersion, checklist, opinion: '同意' },
  endorseApplication: byVersion,
  sendBackApplication: { ...byVersion, reason: '请补充依据' },
  revealPerson: { ...byId, reason: '核对证件' },
  claimRecord: { kind: 'individual', name: '云若溪', lastFour: '0077' },
  myClaim: {},
  claims: {},
  claim: { claimId: 'c' },
  confirmClaim: {
    claimId: 'c',
    version: 1,
    memberId: 'm',
    memberVersion: 1,
    verification: { method: 'inPerson', note: '当面核对身份证' },
  },
  callBack: { claimId: 'c', memberId: 'm' },
  removeClaim: { claimId: 'c' },
  endInvitation: { code: 'ABCD2345' },
  rejectClaim: { claimId: 'c', version: 1, reason: '没有对应的记录' },
  startAssisted: { kind: 'individual', reason: '没有智能手机' },
  saveGuardian: { ...byVersion, guardian: { name: '云行远', relation: 'father', mobile: '15600000099' } },
  attachSignedPaper: { ...byVersion, paper: 'application', fileId: 'cloud://x/uploads/a/b.jpg' },
  assistedApplications: {},
  createInvitation: {},
  myInvitations: {},
  concludeApplication: { ...byId, itemId: 'i', outcome: 'passed', resolution: '同意', decidedAt: at },
  members: {},
  member: { memberId: 'm' },
  listName: { memberId: 'm' },
  followAgenda: { ...byId, meetingId: 'm', itemId: 'i', action: 'schedule', meetingTitle: '会长办公会', meetingAt: at },
  ...changeInputs,
  ...reviewInputs,
  ...standingInputs,
};

const send = (name: string, openid?: string) =>
  world.cloud.send(
    'membership',
    { endpoint: `membership.${name}`, input: inputs[name as keyof typeof membership], requestId: newRequestId() },
    openid ? { openid } : {},
  ) as Promise<Answer<unknown>>;

const named = (...needs: readonly string[]) =>
  Object.entries(membership)
    .filter((entry) => needs.includes(entry[1].needs))
    .map(([name]) => name);
const everyones = ['public', 'signedIn', 'application.submit'];
const staffOnly = Object.entries(membership)
  .filter((entry) => !everyones.includes(entry[1].needs))
  .map(([name]) => name);

test.each(
  named(
    'signedIn',
    'application.submit',
    'application.read',
    'application.review',
    'application.secondReview',
    'person.reveal',
    'member.read',
    'member.manage',
    'application.assist',
  ),
)('%s refuses a stranger without OPENID', async (name) => {
  expect(await send(name)).toMatchObject({ ok: false, code: 'auth.required' });
});

test.each(staffOnly)('%s refuses somebody who holds no role', async (name) => {
  expect(await send(name, 'o-nobody')).toMatchObject({ ok: false, code: 'auth.forbidden' });
});

test.each(named('system'))('%s is open to no person, whatever roles they hold', async (name) => {
  expect(await send(name, 'o-everything')).toMatchObject({ ok: false, code: 'auth.forbidden' });
});

test.each(staffOnly.filter((name) => membership[name as keyof typeof membership].needs !== 'system'))(
  '%s refuses the staff who hold another permission',
  async (name) => {
    expect(await send(name, 'o-editor')).toMatchObject({ ok: false, code: 'auth.forbidden' });
  },
);

test('without OPENID the public page of a certificate is open, and only that', async () => {
  expect(await send('verifyCertificate')).toMatchObject({ ok: true, data: { status: 'unknown', certificate: null } });
  expect(named('public')).toEqual(['verifyCertificate']);
});

test('a refused call stores nothing of membership', () => {
  for (const name of ['applications', 'reservations', 'members', 'certificates', 'disclosures'])
    expect(world.cloud.emulator.database.documents(name)).toEqual([]);
});
