import type { Output } from '../../shared/endpoints';
import { pages } from '../../shared/pages';
import type { Phone } from '../support/cloud';
import { allConsents, type Changes, formOf, idNumberOf } from '../support/membership/form';
import { openRoom, type Room } from '../support/membership/meeting';
import { toConfirm } from '../support/membership/on-file';
import { jpeg, uploadPhoto } from '../support/membership/photo';
import { creditCodeOf, fillInUnitAt, reviewUnit, submitUnit, unitFormOf } from '../support/membership/unit';
import { fillIn, openWorld, recommend, review, seenBy, type World } from '../support/membership/world';

type Assisted = Output<'membership.startAssisted'>;

let world: World;
let officer: Phone;
let colleague: Phone;
let second: Phone;
let suzhou: Phone;
let room: Room;
beforeAll(async () => {
  world = await openWorld();
  officer = await world.staff('o-desk', 'liaisonOfficer');
  colleague = await world.staff('o-colleague', 'liaisonOfficer');
  second = await world.staff('o-second', 'secondReviewer');
  suzhou = await world.staff('o-suzhou', 'cityOfficer', '320500');
  room = await openRoom(world);
});
afterAll(() => world.close());

const documents = (name: string) => world.cloud.emulator.database.documents(name);
const guardian = { name: '云行远', relation: 'father', mobile: '15600000099' } as const;
let people = 600;

const seen = (phone: Phone, applicationId: string) => phone.call('membership.application', { applicationId });
const byVersion = async (phone: Phone, applicationId: string) => ({
  applicationId,
  version: (await seen(phone, applicationId)).version,
});

/** An application that an officer entered for somebody, filled in but for the papers. */
async function entered(phone: Phone, changes: Changes = {}): Promise<Assisted> {
  const started = await phone.call('membership.startAssisted', { kind: 'individual', reason: '没有智能手机' });
  await fillIn(world.cloud, phone, started.id, formOf(changes.identity?.idNumber ?? idNumberOf((people += 1)), changes));
  return seen(phone, started.id);
}

async function attach(phone: Phone, applicationId: string, paper: 'application' | 'guardian') {
  const fileId = await uploadPhoto(world.cloud, phone);
  return phone.call('membership.attachSignedPaper', { ...(await byVersion(phone, applicationId)), paper, fileId });
}

const submit = async (phone: Phone, applicationId: string) =>
  phone.call('membership.submitApplication', { ...(await byVersion(phone, applicationId)), consents: allConsents });

describe('an application that an officer enters for somebody', () => {
  it('is filled in with the same form and refused until the signed paper is there, then reviewed like any other', async () => {
    const { id } = await entered(officer);
    await expect(submit(officer, id)).rejects.toMatchObject({ fields: { 'papers.application': 'paper.missing' } });
    const withPaper = await attach(officer, id, 'application');
    expect(withPaper.assisted).toMatchObject({ reason: '没有智能手机', papers: { application: expect.stringMatching(/^http/) } });
    expect(await submit(officer, id)).toMatchObject({ state: 'submitted' });
    const stored = documents('applications').find(({ _id }) => _id === id);
    expect(stored?.consents).toMatchObject(allConsents.map(({ key }) => ({ key, on: 'paper' })));
    const shown = await colleague.call('membership.reviewApplication', { applicationId: id });
    expect(shown).toMatchObject({ assisted: { by: '工作人员desk', reason: '没有智能手机' }, can: { accept: true } });
  });

  it('has no account behind it: nobody is told, nothing waits for anybody but the officers', async () => {
    const { id } = await entered(officer);
    await attach(officer, id, 'application');
    const [inbox, messages] = [documents('inbox').length, documents('messages').length];
    await submit(officer, id);
    await world.settle();
    expect([documents('inbox').length, documents('messages').length]).toEqual([inbox, messages]);
    const owner = documents('applications').find(({ _id }) => _id === id)?.owner;
    expect(documents('accounts').map(({ _id }) => _id)).not.toContain(owner);
    expect(documents('journal').filter(({ state }) => state === 'pending')).toEqual([]);
  });

  it('is not reviewed by the officer who entered it, nor shown to them as work', async () => {
    const { id } = await entered(officer);
    await attach(officer, id, 'application');
    const { reference } = await submit(officer, id);
    expect(await officer.call('membership.reviewApplication', { applicationId: id })).toMatchObject({
      conflict: 'entered',
      can: { accept: false, reveal: false },
    });
    await expect(officer.call('membership.acceptApplication', await seenBy(officer, id))).rejects.toMatchObject({
      code: 'auth.conflictOfInterest',
    });
    const waiting = async (phone: Phone) => (await phone.call('account.workbench', {})).rows.map((row) => row.reference);
    expect(await waiting(officer)).not.toContain(reference);
    expect(await waiting(colleague)).toContain(reference);
  });

  it('is nobody else’s to fill in, read as an applicant, complete or withdraw', async () => {
    const { id, version } = await entered(officer);
    const fileId = await uploadPhoto(world.cloud, colleague);
    const by = { applicationId: id, version };
    for (const answer of [
      seen(colleague, id),
      colleague.call('membership.saveDraft', { ...by, draft: { section: 'work', values: {} } }),
      colleague.call('membership.saveGuardian', { ...by, guardian }),
      colleague.call('membership.attachSignedPaper', { ...by, paper: 'application', fileId }),
      colleague.call('membership.submitApplication', { ...by, consents: allConsents }),
      colleague.call('membership.withdrawApplication', { ...by, reason: '代为撤回' }),
    ])
      await expect(answer).rejects.toMatchObject({ code: 'notFound' });
    const rows = async (phone: Phone) => (await phone.call('membership.assistedApplications', {})).rows.map((row) => row.id);
    expect(await rows(officer)).toContain(id);
    expect(await rows(colleague)).not.toContain(id);
    // Nor is an applicant's own application ever an officer's to complete.
    const applicant = await world.applicant('o-online');
    await expect(
      applicant.phone.call('membership.attachSignedPaper', { ...by, applicationId: applicant.id, paper: 'application', fileId }),
    ).rejects.toMatchObject({ code: 'auth.forbidden' });
  });

  it('takes only pictures that the officer uploaded as papers', async () => {
    const { id } = await entered(officer);
    const paper = 'application' as const;
    const html = await uploadPhoto(world.cloud, officer, Buffer.from('<html><script>1</script></html>'));
    const theirs = await uploadPhoto(world.cloud, colleague, jpeg);
    for (const [fileId, code] of [
      [html, 'file.kind'],
      [theirs, 'file.owner'],
      ['cloud://x/uploads/../a.jpg', 'file.owner'],
    ] as const) {
      const call = officer.call('membership.attachSignedPaper', { ...(await byVersion(officer, id)), paper, fileId });
      await expect(call).rejects.toMatchObject({ code: 'file.refused', fields: { 'papers.application': code } });
    }
  });

  it('below the age of the rule needs a guardian and their consent, from it on refuses one', async () => {
    const child = await entered(officer, { identity: { idNumber: idNumberOf((people += 1), '20200307') } });
    await attach(officer, child.id, 'application');
    await expect(submit(officer, child.id)).rejects.toMatchObject({
      fields: { 'guardian.name': 'required', 'papers.guardian': 'paper.missing' },
    });
    await officer.call('membership.saveGuardian', { ...(await byVersion(officer, child.id)), guardian });
    await expect(submit(officer, child.id)).rejects.toMatchObject({ fields: { 'papers.guardian': 'paper.missing' } });
    await attach(officer, child.id, 'guardian');
    expect(await submit(officer, child.id)).toMatchObject({ state: 'submitted', assisted: { guardian } });
    const shown = await colleague.call('membership.reviewApplication', { applicationId: child.id });
    expect(shown.assisted?.guardian).toMatchObject({ mobile: '156******99' });
    const grown = await entered(officer);
    await attach(officer, grown.id, 'application');
    await officer.call('membership.saveGuardian', { ...(await byVersion(officer, grown.id)), guardian });
    await expect(submit(officer, grown.id)).rejects.toMatchObject({ fields: { 'guardian.name': 'guardian.notNeeded' } });
  });

  it('by a city officer is for somebody of their city only', async () => {
    const [here, away] = [await entered(suzhou, { contact: { city: '320500' } }), await entered(suzhou)];
    await attach(suzhou, here.id, 'application');
    await attach(suzhou, away.id, 'application');
    expect(await submit(suzhou, here.id)).toMatchObject({ state: 'submitted' });
    await expect(submit(suzhou, away.id)).rejects.toMatchObject({ fields: { 'contact.city': 'city.outOfReach' } });
  });

  it('that comes back waits for the officer who entered it', async () => {
    const { id } = await entered(officer);
    await attach(officer, id, 'application');
    await submit(officer, id);
    await colleague.call('membership.acceptApplication', await seenBy(colleague, id));
    const notes = [{ field: 'work.post', note: '请写明职务' }];
    await colleague.call('membership.returnApplication', { ...(await seenBy(colleague, id)), notes });
    const lines = async () => (await officer.call('account.workbench', {})).rows.filter(({ kind }) => kind === 'correctAssisted');
    expect(await lines()).toHaveLength(1);
    expect(await submit(officer, id)).toMatchObject({ state: 'underReview' });
    expect(await lines()).toEqual([]);
  });

  it('that comes back is completed by another officer of its city, who then reviews it no more than the one who entered it', async () => {
    const other = await world.staff('o-stand-in', 'liaisonOfficer');
    const { id } = await entered(officer);
    await attach(officer, id, 'application');
    await submit(officer, id);
    await expect(seen(other, id)).rejects.toMatchObject({ code: 'notFound' });
    await colleague.call('membership.acceptApplication', await seenBy(colleague, id));
    const notes = [{ field: 'work.post', note: '请写明职务' }];
    await colleague.call('membership.returnApplication', { ...(await seenBy(colleague, id)), notes });
    // Not by who reviewed it, nor of another city.
    for (const phone of [colleague, suzhou]) await expect(seen(phone, id)).rejects.toMatchObject({ code: 'notFound' });
    const can = async (phone: Phone) => (await phone.call('membership.reviewApplication', { applicationId: id })).can;
    expect([await can(other), await can(colleague)]).toMatchObject([{ complete: true }, {}]);
    expect(await can(colleague)).not.toHaveProperty('complete');
    const draft = { section: 'work' as const, values: { post: '退休教师', employer: '云岫小学', fields: ['助学'] } };
    await other.call('membership.saveDraft', { ...(await byVersion(other, id)), draft });
    await attach(other, id, 'application');
    expect(await submit(other, id)).toMatchObject({ state: 'underReview' });
    const { history, conflict } = await other.call('membership.reviewApplication', { applicationId: id });
    expect(history.at(-1)).toMatchObject({ action: 'resubmit', by: '工作人员stand-in（代工作人员desk）' });
    expect(conflict).toBe('entered');
    expect((await seen(other, id)).state).toBe('underReview');
    await expect(recommend(other, id)).rejects.toMatchObject({ code: 'auth.conflictOfInterest' });
    const row = documents('journal')
      .filter((each) => each.aggregate === `applications:${id}` && each.action === 'application.submit')
      .sort((one, next) => Number(one.seq) - Number(next.seq))
      .at(-1);
    const accountOf = async (phone: Phone) => (await phone.call('account.me', {})).id;
    expect(JSON.stringify(row)).toContain(await accountOf(other));
    expect(row?.events).toMatchObject([{ enteredBy: await accountOf(officer), completedBy: [await accountOf(other)] }]);
    const lines = (await officer.call('account.workbench', {})).rows.filter(({ kind }) => kind === 'correctAssisted');
    expect(lines).toEqual([]);
    await recommend(colleague, id);
    expect((await second.call('membership.reviewApplication', { applicationId: id })).can).toMatchObject({ endorse: true });
  });

  it('is withdrawn for the person with a reason', async () => {
    const { id } = await entered(officer);
    await attach(officer, id, 'application');
    await submit(officer, id);
    const by = await byVersion(officer, id);
    await expect(officer.call('membership.withdrawApplication', by)).rejects.toMatchObject({ fields: { reason: 'required' } });
    expect(await officer.call('membership.withdrawApplication', { ...by, reason: '本人来电要求撤回' })).toMatchObject({
      state: 'withdrawn',
    });
    expect(world.cloud.emulator.database.documents('reservations').filter(({ application }) => application === id)).toEqual([]);
  });

  it('makes a member without account, who later claims the record', async () => {
    const { id, form } = await entered(officer);
    await attach(officer, id, 'application');
    await submit(officer, id);
    await review({ liaison: colleague, second }, id);
    await room.decide(await room.schedule([id]), 'approve');
    await world.settle();
    const member = documents('members').find(({ application }) => application === id);
    expect(member).toBeDefined();
    expect(member).not.toHaveProperty('account');
    const phone = world.cloud.phone('o-later');
    const typed = {
      kind: 'individual',
      name: form.identity?.name ?? '',
      lastFour: form.identity?.idNumber?.slice(-4) ?? '',
    } as const;
    const claim = await phone.call('membership.claimRecord', typed);
    await colleague.call('membership.confirmClaim', await toConfirm(colleague, claim.id, String(member?._id)));
    expect(await phone.call('account.me', {})).toMatchObject({ member: { id: member?._id } });
    expect(await phone.call('membership.myCertificate', {})).toMatchObject({ name: form.identity?.name });
  });

  it('stays where it is when the officer loses the permission', async () => {
    const { id } = await entered(officer);
    const temp = await world.staff('o-temp', 'liaisonOfficer');
    const mine = await entered(temp);
    const { id: accountId } = await temp.call('account.me', {});
    await world.cloud.phone('o-administrator').call('account.revokeRole', { accountId: accountId ?? '', role: 'liaisonOfficer' });
    await expect(seen(temp, mine.id)).rejects.toMatchObject({ code: 'notFound' });
    expect(await seen(officer, id)).toMatchObject({ state: 'draft' });
  });
});

test('an officer may not be the first reviewer either', async () => {
  const { id } = await entered(officer);
  await attach(officer, id, 'application');
  await submit(officer, id);
  await colleague.call('membership.acceptApplication', await seenBy(colleague, id));
  await expect(recommend(officer, id)).rejects.toMatchObject({ code: 'auth.conflictOfInterest' });
});

describe('a unit that comes to the desk', () => {
  const atTheDesk = async (phone: Phone, city = '320100') => {
    const { id } = await phone.call('membership.startAssisted', { kind: 'unit', reason: '联系人带着材料来办' });
    const form = unitFormOf(creditCodeOf((people += 1)), {
      unit: { name: `云岫来访单位${people}` },
      address: { city },
    });
    await fillInUnitAt(world.cloud, phone, id, form);
    return { id, form };
  };

  it('is entered with its papers and the consent signed and stamped, admitted, and claimed by its code later', async () => {
    const { id, form } = await atTheDesk(officer);
    await expect(submitUnit(officer, id)).rejects.toMatchObject({ fields: { 'papers.application': 'paper.missing' } });
    await attach(officer, id, 'application');
    expect(await submitUnit(officer, id)).toMatchObject({ state: 'submitted', assisted: { guardian: null } });
    const stored = documents('applications').find(({ _id }) => _id === id);
    expect(stored?.consents).toMatchObject([
      { key: 'unitProcessing', on: 'paper' },
      { key: 'unitCommitment', on: 'paper' },
    ]);
    expect((await officer.call('membership.assistedApplications', {})).rows[0]).toMatchObject({
      kind: 'unit',
      name: form.unit.name,
    });
    await reviewUnit({ liaison: colleague, second }, id);
    await room.decide(await room.schedule([id]), 'approve');
    await world.settle();
    const member = documents('members').find(({ application }) => application === id);
    expect(member).toMatchObject({ kind: 'unit', city: '320100' });
    expect(member).not.toHaveProperty('account');
    const contact = world.cloud.phone('o-contact-later');
    const typed = { kind: 'unit', name: form.unit.name, lastFour: form.unit.code.slice(-4) } as const;
    const claim = await contact.call('membership.claimRecord', typed);
    await colleague.call('membership.confirmClaim', await toConfirm(colleague, claim.id, String(member?._id)));
    expect((await contact.call('account.me', {})).capacities).toMatchObject([{}, { key: `unit:${String(member?._id)}` }]);
    await world.settle();
    const [told] = (await contact.call('account.inbox', {})).rows;
    expect(told).toMatchObject({ kind: 'claimConfirmed', page: pages.certificate(String(member?._id)) });
  });

  it('has no guardian, and is of the officer’s city', async () => {
    const { id } = await atTheDesk(suzhou);
    await expect(suzhou.call('membership.saveGuardian', { ...(await byVersion(suzhou, id)), guardian })).rejects.toMatchObject({
      fields: { 'guardian.name': 'field.unknown' },
    });
    await expect(attach(suzhou, id, 'guardian')).rejects.toMatchObject({ fields: { 'papers.guardian': 'field.unknown' } });
    await attach(suzhou, id, 'application');
    await expect(submitUnit(suzhou, id)).rejects.toMatchObject({ fields: { 'address.city': 'city.outOfReach' } });
  });
});
