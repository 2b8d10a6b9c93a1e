import { environment } from '../../config/environment';
import { apply } from '../../scripts/demo/journey';
import type { account } from '../../shared/account/endpoints';
import type { EndpointName, Input } from '../../shared/endpoints';
import { beginHour, newRequestId, startCloud, type TestCloud } from '../support/cloud';
import { applicant, type Office, openOffice, person, refusal, settle, waitingApplication } from '../support/office';

let cloud: TestCloud;
let office: Office;
const as = (name: string) => person(cloud, `o-${name}`);
const accountOf = (openid: string) => office.accounts.get(openid) ?? '';
const localCode = environment.FIRST_ADMINISTRATOR_CODE.localOnly;

beforeAll(async () => {
  cloud = await startCloud();
  office = await openOffice(cloud);
});
afterAll(() => cloud?.close());

type Names = (typeof account)[keyof typeof account]['name'];
/** An input that each endpoint takes; those in `open` are for everybody known by WeChat. */
const inputs: Readonly<Record<Names, object>> = {
  'account.home': {},
  'account.me': {},
  'account.prepareUpload': { kind: 'png', bytes: 10 },
  'account.inbox': {},
  'account.markRead': { entryId: 'none' },
  'account.recordAcceptance': { templates: ['staffDue'] },
  'account.workbench': {},
  'account.rebuildWorkbench': {},
  'account.staff': {},
  'account.myStaffCode': { name: '谁' },
  'account.grantRole': { accountId: 'none', role: 'editor' },
  'account.revokeRole': { accountId: 'none', role: 'editor' },
  'account.becomeFirstAdministrator': { code: 'x', name: '谁' },
  'account.delegations': {},
  'account.delegate': { accountId: 'none', begins: '2026-12-01T01:00:00Z', ends: '2026-12-02T01:00:00Z', reason: '出差' },
  'account.endDelegation': { delegationId: 'none' },
  'account.linkMember': { accountId: 'none', memberId: 'none' },
  'account.consents': {},
  'account.withdrawConsent': { key: 'processing', endApplication: false },
  'account.giveConsent': { key: 'processing', version: 1 },
  'account.myData': {},
  'account.closeAccount': { confirm: '注销' },
};
const names = Object.keys(inputs) as Names[];
const inputOf = (name: EndpointName) => (inputs as Readonly<Record<string, object>>)[name] as Input<typeof name>;

describe('strangers', () => {
  test.each(['account.staff', 'account.grantRole', 'account.revokeRole', 'account.linkMember'] as const)(
    '%s refuses a stranger, and stores nothing but the note of it',
    async (name) => {
      const documents = () => {
        const { refusals: _refusals, ...rest } = cloud.emulator.database.dump();
        return JSON.stringify(rest);
      };
      const before = documents();
      expect((await refusal(as('stranger').call(name, inputOf(name)))).code).toBe('auth.forbidden');
      expect(documents()).toBe(before);
    },
  );

  test.each(names)('%s refuses a caller without OPENID', async (name) => {
    const answer = await cloud.send('account', { endpoint: name, input: inputs[name], requestId: newRequestId() });
    expect(answer).toMatchObject({ ok: false, code: name === 'account.linkMember' ? 'auth.forbidden' : 'auth.required' });
  });

  test('see an empty home, account and workbench, and nothing is stored of their look', async () => {
    const visitor = as('visitor');
    const before = JSON.stringify(cloud.emulator.database.dump());
    expect(await visitor.call('account.home', {})).toEqual({
      name: null,
      application: null,
      unitApplication: null,
      member: null,
      units: [],
      unread: 0,
      withdrawn: [],
      due: null,
      dueCapped: false,
    });
    expect(await visitor.call('account.me', {})).toMatchObject({ id: null, grants: [], capacities: [{ key: 'self' }] });
    expect(await visitor.call('account.workbench', {})).toMatchObject({ rows: [], counts: { all: 0 } });
    expect((await refusal(visitor.call('account.prepareUpload', { kind: 'png', bytes: 10 }))).code).toBe('notFound');
    expect(JSON.stringify(cloud.emulator.database.dump())).toBe(before);
  });
});

describe('an inbox', () => {
  test('is read by its person alone: somebody else’s entry looks like a missing one, by the same database calls', async () => {
    const { who } = await waitingApplication(cloud, office, 1);
    await settle(cloud);
    const { rows, unread } = await who.call('account.inbox', {});
    expect(unread).toBe(rows.length);
    const entryId = rows[0]?.id ?? '';
    const foreign = await callsOf(() => refusal(office.officer.call('account.markRead', { entryId })));
    const missing = await callsOf(() => refusal(office.officer.call('account.markRead', { entryId: 'none' })));
    expect(foreign).toEqual(missing);
    expect(foreign.result).toMatchObject({ code: 'notFound' });
    await who.call('account.markRead', { entryId });
    await who.call('account.markRead', { entryId });
    expect((await who.call('account.inbox', {})).unread).toBe(unread - 1);
  });

  /** What a call answered, and which database calls it made. */
  async function callsOf<T>(call: () => Promise<T>) {
    const result = await call();
    const calls = cloud.emulator.functionLog.entries.at(-1)?.calls.map(({ action, collection }) => `${action} ${collection}`);
    return { result, calls };
  }
});

describe('roles', () => {
  test('are given by the code that somebody shows, for ten minutes, and count from the next call on', async () => {
    const editor = as('editor');
    const { code } = await editor.call('account.myStaffCode', { name: '编一' });
    await office.administrator.call('account.grantRole', { code: code.toLowerCase(), role: 'liaisonOfficer' });
    expect((await editor.call('account.workbench', {})).name).toBe('编一');
    await editor.call('governance.meetings', {});
    const me = await editor.call('account.me', {});
    await office.administrator.call('account.revokeRole', { accountId: me.id ?? '', role: 'liaisonOfficer' });
    expect((await refusal(editor.call('governance.meetings', {}))).code).toBe('auth.forbidden');
    await cloud.emulator.clock.advance(10 * 60_000);
    expect(await refusal(office.administrator.call('account.grantRole', { code, role: 'editor' }))).toEqual({
      code: 'request.invalid',
      fields: { code: 'staffCode.unknown' },
    });
  });

  test('of one city need a city, others take none, and a new code takes the old one’s place', async () => {
    const officer = as('city');
    const old = await officer.call('account.myStaffCode', { name: '市一' });
    const { code } = await officer.call('account.myStaffCode', { name: '市一' });
    const grant = (input: object) => refusal(office.administrator.call('account.grantRole', input as Input<'account.grantRole'>));
    expect((await grant({ code: old.code, role: 'editor' })).fields).toEqual({ code: 'staffCode.unknown' });
    expect((await grant({ code, role: 'cityOfficer' })).fields).toEqual({ city: 'city.required' });
    expect((await grant({ code, role: 'cityOfficer', city: '999999' })).fields).toEqual({ city: 'choice.unknown' });
    expect((await grant({ code, role: 'editor', city: '320500' })).fields).toEqual({ city: 'city.notForRole' });
    expect((await grant({ code, role: 'member' })).fields).toEqual({ role: 'choice.unknown' });
    expect((await grant({ role: 'editor' })).fields).toEqual({ code: 'required' });
    expect((await grant({ code, accountId: 'x', role: 'editor' })).fields).toEqual({ code: 'required' });
    const granted = await office.administrator.call('account.grantRole', { code, role: 'cityOfficer', city: '320500' });
    expect(granted.grants).toEqual([{ role: 'cityOfficer', city: '320500' }]);
  });

  test('show a city officer what waits in their own city only', async () => {
    await waitingApplication(cloud, office, 2, { city: '320500' });
    await waitingApplication(cloud, office, 3, { city: '320100' });
    const { submitted } = await onlySubmitted();
    await settle(cloud);
    const cities = (await as('city').call('account.workbench', {})).rows.map(({ city, reference }) => [city, reference]);
    expect(cities).toEqual([['320500', submitted]]);
  });

  async function onlySubmitted(): Promise<{ submitted: string }> {
    const { reference } = await apply(as('applicant-4'), applicant(4, { city: '320500' }));
    await apply(as('applicant-5'), applicant(5, { city: '320100' }));
    return { submitted: reference };
  }

  test('in a chosen capacity are those of that capacity, and a capacity not held is refused', async () => {
    const officer = office.officer;
    expect((await refusal(officer.call('governance.meetings', {}, { actingAs: 'self' }))).code).toBe('auth.forbidden');
    await officer.call('governance.meetings', {}, { actingAs: 'staff' });
    expect((await refusal(officer.call('account.me', {}, { actingAs: 'unit:somebody' }))).code).toBe('auth.forbidden');
    expect((await refusal(as('visitor').call('account.me', {}, { actingAs: 'staff' }))).code).toBe('auth.forbidden');
    expect((await officer.call('account.me', {}, { actingAs: 'self' })).actingAs).toBe('self');
  });

  test('cannot be taken from somebody who does not hold them, and the last administrator stays', async () => {
    const revoke = (openid: string, role: 'administrator' | 'editor') =>
      office.administrator.call('account.revokeRole', { accountId: accountOf(openid), role });
    expect((await refusal(revoke('o-officer', 'editor'))).code).toBe('notFound');
    expect((await refusal(revoke('o-administrator', 'administrator'))).code).toBe('administrator.last');
    await office.administrator.call('account.grantRole', { accountId: accountOf('o-second'), role: 'administrator' });
    await revoke('o-administrator', 'administrator');
    expect((await refusal(revoke('o-second', 'administrator'))).code).toBe('auth.forbidden');
    await office.second.call('account.grantRole', { accountId: accountOf('o-administrator'), role: 'administrator' });
    await revoke('o-second', 'administrator');
  });

  test('of staff are listed to administrators and auditors, twenty a page', async () => {
    const { rows, next } = await office.administrator.call('account.staff', {});
    expect(next).toBeNull();
    expect(rows.find(({ id }) => id === accountOf('o-second'))).toMatchObject({
      name: '复一',
      grants: [{ role: 'secondReviewer' }],
    });
  });
});

describe('the first administrator', () => {
  test('is made once; the right code of a second person finds that there is one', async () => {
    const second = as('late').call('account.becomeFirstAdministrator', { code: localCode, name: '迟到' });
    expect((await refusal(second)).code).toBe('administrator.exists');
  });

  test('is not made by guessing: five tries an hour, and the right code is then refused too', async () => {
    const guesser = as('guesser');
    const guess = (code: string) => refusal(guesser.call('account.becomeFirstAdministrator', { code, name: '猜' }));
    await beginHour(cloud.emulator);
    for (let time = 0; time < 5; time += 1) expect((await guess(`guess-${time}`)).code).toBe('administrator.wrongCode');
    expect((await guess(localCode)).code).toBe('limit.exceeded');
  });

  test('is not made with a code that is missing or short in the environment', async () => {
    const other = await startCloud({ variables: { FIRST_ADMINISTRATOR_CODE: 'short' } });
    try {
      const call = person(other, 'o-first').call('account.becomeFirstAdministrator', { code: 'short', name: '短' });
      expect((await refusal(call)).code).toBe('administrator.wrongCode');
    } finally {
      await other.close();
    }
  });
});
