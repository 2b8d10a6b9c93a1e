import type { Role } from '../../shared/access/roles';
import type { Input } from '../../shared/endpoints';
import type { Phone, Refusal } from '../support/cloud';
import { openWorld, recommend, seenBy, type World } from '../support/membership/world';

let world: World;
const hour = 3600_000;
const day = 24 * hour;
const now = () => world.cloud.emulator.clock.now();
const iso = (later: number) => new Date(now() + later).toISOString();
let count = 0;
const next = (what: string) => `o-${what}-${(count += 1)}`;
const staff = (role: Role, city?: string) => world.staff(next('s'), role, city);
const code = async (phone: Phone) => (await phone.call('account.myStaffCode', { name: `代${phone.openid.slice(2, 20)}` })).code;
const refused = (call: Promise<unknown>) =>
  call.then(
    () => 'ok',
    (error: Refusal) => error.code,
  );
const fields = (call: Promise<unknown>) =>
  call.then(
    () => ({}),
    (error: Refusal) => error.fields,
  );

beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world?.close());
// Codes are guessed behind a limiter, which an administrator who gives many roles meets as well.
beforeEach(() => world.cloud.emulator.clock.advance(15 * 60_000));

/** `from` is away and `to` stands in, from now on for a day unless said otherwise. */
async function standsIn(to: Phone, from: Phone, more: Partial<Input<'account.delegate'>> = {}) {
  const period = { begins: iso(0), ends: iso(day), reason: '外出培训' };
  return from.call('account.delegate', { code: await code(to), ...period, ...more });
}
const submitted = async (more: Parameters<World['applicant']>[1] = {}) => {
  const applicant = await world.applicant(next('applicant'), more);
  await applicant.submit();
  return applicant;
};
const accepted = async (liaison: Phone) => {
  const { id } = await submitted();
  await liaison.call('membership.acceptApplication', await seenBy(liaison, id));
  return id;
};
const endorse = async (phone: Phone, id: string) => phone.call('membership.endorseApplication', await seenBy(phone, id));

describe('a stand-in', () => {
  test('does the absent colleague’s work from the first to the last instant, and it is written down for whom', async () => {
    const [officer, editor] = [await staff('liaisonOfficer'), await staff('editor')];
    const { id } = await submitted();
    await standsIn(editor, officer, { begins: iso(hour), ends: iso(2 * hour) });
    expect(await refused(seenBy(editor, id))).toBe('auth.forbidden');
    await world.cloud.emulator.clock.advance(hour);
    await editor.call('membership.acceptApplication', await seenBy(editor, id));
    const { history } = await editor.call('membership.reviewApplication', { applicationId: id });
    expect(history[history.length - 1]).toMatchObject({
      action: 'accept',
      by: `代${editor.openid.slice(2)}（代工作人员${officer.openid.slice(2)}）`,
    });
    const row = world.cloud.emulator.database
      .documents('journal')
      .find(({ aggregate, action }) => aggregate === `applications:${id}` && action === 'application.accept');
    const officerId = (await officer.call('account.me', {})).id;
    expect(row).toMatchObject({ onBehalfOf: officerId });
    await world.cloud.emulator.clock.advance(hour);
    expect(await refused(seenBy(editor, id))).toBe('auth.forbidden');
  });

  test('sees the cities of the absent colleague as well as their own, and no others', async () => {
    const [one, other] = [await staff('cityOfficer', '320500'), await staff('cityOfficer', '320200')];
    const of = async (city: string) => (await submitted({ contact: { city } })).id;
    const [suzhou, wuxi, nanjing] = [await of('320500'), await of('320200'), await of('320100')];
    const seen = (phone: Phone, id: string) => refused(seenBy(phone, id));
    expect([await seen(one, suzhou), await seen(one, wuxi)]).toEqual(['ok', 'notFound']);
    await standsIn(one, other);
    expect([await seen(one, suzhou), await seen(one, wuxi), await seen(one, nanjing)]).toEqual(['ok', 'ok', 'notFound']);
    // In the own city they act in their own name, in the other one for the colleague.
    await one.call('membership.acceptApplication', await seenBy(one, suzhou));
    await one.call('membership.acceptApplication', await seenBy(one, wuxi));
    const last = async (id: string) =>
      (await one.call('membership.reviewApplication', { applicationId: id })).history.slice(-1)[0]?.by;
    expect(await last(suzhou)).not.toContain('（代');
    expect(await last(wuxi)).toContain('（代');
  });

  test('loses it in the very next call when the absent colleague loses the role, when they do themselves, and when it is ended', async () => {
    const administrator = world.cloud.phone('o-administrator');
    for (const end of ['theirs', 'own', 'ended by the absent', 'ended by the stand-in'] as const) {
      const [officer, editor] = [await staff('liaisonOfficer'), await staff('editor')];
      const { id } = await submitted();
      const { id: delegationId } = await standsIn(editor, officer);
      expect(await refused(seenBy(editor, id))).toBe('ok');
      const accountOf = async (phone: Phone) => (await phone.call('account.me', {})).id ?? '';
      if (end === 'theirs')
        await administrator.call('account.revokeRole', { accountId: await accountOf(officer), role: 'liaisonOfficer' });
      else if (end === 'own')
        await administrator.call('account.revokeRole', { accountId: await accountOf(editor), role: 'editor' });
      else await (end === 'ended by the absent' ? officer : editor).call('account.endDelegation', { delegationId });
      expect([end, await refused(seenBy(editor, id))]).toEqual([end, 'auth.forbidden']);
    }
  });

  test('does not hand it on: what one was handed goes no further', async () => {
    const [officer, editor, third] = [await staff('liaisonOfficer'), await staff('editor'), await staff('trainingOfficer')];
    const { id } = await submitted();
    await standsIn(editor, officer);
    await standsIn(third, editor);
    expect(await refused(seenBy(editor, id))).toBe('ok');
    expect(await refused(seenBy(third, id))).toBe('auth.forbidden');
  });

  test('neither administers nor votes', async () => {
    const second = await staff('administrator');
    const editor = await staff('editor');
    expect(await refused(standsIn(editor, second))).toBe('auth.forbidden');
    const [president, other] = [await staff('president'), await staff('editor')];
    await standsIn(other, president);
    expect(await refused(other.call('governance.meetings', {}))).toBe('ok');
    expect(await refused(other.call('governance.signIn', { meetingId: 'none', presence: 'onSite' }))).toBe('auth.forbidden');
    expect(await refused(other.call('governance.castVote', { meetingId: 'none', itemId: 'none', choice: 'approve' }))).toBe(
      'auth.forbidden',
    );
  });
});

describe('a delegation is refused', () => {
  test('to oneself, to nobody, to somebody who is not on the staff, and from somebody who holds no role', async () => {
    const [officer, editor] = [await staff('liaisonOfficer'), await staff('editor')];
    const stranger = world.cloud.phone(next('stranger'));
    expect(await fields(standsIn(officer, officer))).toEqual({ code: 'standIn.self' });
    expect(await fields(standsIn(stranger, officer))).toEqual({ code: 'standIn.notStaff' });
    expect(await fields(standsIn(editor, officer, { code: 'ABCDEFGH' }))).toEqual({ code: 'staffCode.unknown' });
    expect(await fields(officer.call('account.delegate', { begins: iso(0), ends: iso(day), reason: '假' }))).toEqual({
      code: 'required',
    });
    expect(await refused(standsIn(editor, stranger))).toBe('auth.forbidden');
  });

  test('that ends before it begins or is past, is longer than the rule allows, or overlaps another one', async () => {
    const [officer, editor] = [await staff('liaisonOfficer'), await staff('editor')];
    const wrong = (begins: number, ends: number) => fields(standsIn(editor, officer, { begins: iso(begins), ends: iso(ends) }));
    expect(await wrong(day, day)).toEqual({ ends: 'date.endBeforeBegin' });
    expect(await wrong(-2 * day, -day)).toEqual({ ends: 'date.endBeforeBegin' });
    expect(await wrong(0, 61 * day)).toEqual({ ends: 'date.tooLong' });
    expect(await wrong(400 * day, 401 * day)).toEqual({ begins: 'date.tooFar' });
    await standsIn(editor, officer, { begins: iso(day), ends: iso(2 * day) });
    expect(await wrong(day + hour, 3 * day)).toEqual({ begins: 'date.overlaps' });
    // One ends when the next begins.
    expect(await wrong(2 * day, 3 * day)).toEqual({});
  });

  test('to anybody but the two who want to end it', async () => {
    const [officer, editor, other] = [await staff('liaisonOfficer'), await staff('editor'), await staff('liaisonOfficer')];
    const { id: delegationId } = await standsIn(editor, officer);
    expect(await refused(other.call('account.endDelegation', { delegationId }))).toBe('notFound');
    const shown = await editor.call('account.delegations', {});
    // Why a colleague is away is theirs to tell.
    expect(shown).toMatchObject({ given: [], received: [{ id: delegationId, state: 'running', reason: null }] });
    expect(await officer.call('account.delegations', {})).toMatchObject({ given: [{ reason: '外出培训' }], received: [] });
    expect(await other.call('account.delegations', {})).toMatchObject({ given: [], received: [] });
  });
});

describe('first and second reviewer stay two people', () => {
  test('a stand-in does not review a second time what they or the absent colleague reviewed first', async () => {
    const [officer, second, third] = [
      await staff('liaisonOfficer'),
      await staff('secondReviewer'),
      await staff('secondReviewer'),
    ];
    const own = await accepted(officer);
    await recommend(officer, own);
    await standsIn(second, officer);
    // What the absent colleague reviewed first.
    expect(await refused(endorse(second, own))).toBe('auth.conflictOfInterest');
    // What the stand-in reviewed first, in the colleague's place.
    const other = await accepted(second);
    await recommend(second, other);
    expect(await refused(endorse(second, other))).toBe('auth.conflictOfInterest');
    expect((await second.call('membership.reviewApplication', { applicationId: other })).can).toMatchObject({
      endorse: false,
      sendBack: false,
    });
    for (const id of [own, other]) expect(await refused(endorse(third, id))).toBe('ok');
  });

  test('nor does the colleague for whom it was reviewed first, nor whoever stands in for one of them later', async () => {
    const both = await staff('liaisonOfficer');
    await world.staff(both.openid, 'secondReviewer');
    const [first, later] = [await staff('liaisonOfficer'), await staff('secondReviewer')];
    const { id: delegationId } = await standsIn(first, both);
    const id = await accepted(first);
    // In the own name nothing binds the colleague; reviewed for them, it does.
    await recommend(first, id);
    await first.call('account.endDelegation', { delegationId });
    expect(await refused(endorse(both, id))).toBe('ok');
    const editor = await staff('editor');
    const { id: again } = await standsIn(editor, both);
    const forThem = await accepted(editor);
    await recommend(editor, forThem);
    await editor.call('account.endDelegation', { delegationId: again });
    expect(await refused(endorse(both, forThem))).toBe('auth.conflictOfInterest');
    await standsIn(later, both);
    expect(await refused(endorse(later, forThem))).toBe('auth.conflictOfInterest');
  });

  test('nobody reviews for a colleague what that one must keep out of', async () => {
    const [officer, editor] = [await staff('liaisonOfficer'), await staff('editor')];
    const own = await world.applicant(officer.openid);
    await own.submit();
    await standsIn(editor, officer);
    const seen = await seenBy(editor, own.id);
    expect(await refused(editor.call('membership.acceptApplication', seen))).toBe('auth.conflictOfInterest');
    const lines = (await editor.call('account.workbench', {})).rows;
    expect(lines.length).toBeGreaterThan(0);
    expect(lines.map(({ page }) => page)).not.toContain(`staff/pages/review/index?id=${own.id}`);
  });
});
