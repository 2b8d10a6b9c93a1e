import { useCaseCosts } from '../../bench/use-case-cost';
import type { FunctionLogEntry } from '../../emulator/functions/invocation';
import { pages } from '../../shared/pages';
import { beginHour, type Phone } from '../support/cloud';
import { allConsents } from '../support/membership/form';
import { openRoom, type Room } from '../support/membership/meeting';
import { claimed, inPerson, type OnFile, onFile, toConfirm } from '../support/membership/on-file';
import { creditCodeOf, fillInUnit, reviewUnit, submitUnit, unitFormOf } from '../support/membership/unit';
import { openWorld, review, type World } from '../support/membership/world';

let world: World;
let officer: Phone;
let suzhou: Phone;
let room: Room;
beforeAll(async () => {
  world = await openWorld();
  officer = await world.staff('o-liaison', 'liaisonOfficer');
  suzhou = await world.staff('o-suzhou', 'cityOfficer', '320500');
  room = await openRoom(world);
});
afterAll(() => world.close());

let phones = 0;
const newPhone = () => world.cloud.phone(`o-claimant-${(phones += 1)}`);
const one = async (...given: Parameters<typeof onFile>[1]) => (await onFile(world, given))[0] as OnFile;
const documents = (name: string) => world.cloud.emulator.database.documents(name);
const openLines = (claimId: string) => documents('due').filter(({ record, open }) => record === claimId && open === true);
const told = async (phone: Phone) => (await phone.call('account.inbox', {})).rows.map(({ kind }) => kind);

/** The newest claim in the function log, as a list of its database calls, what follows from it included. */
function callsOfLastClaim(): readonly string[] {
  const { entries } = world.cloud.emulator.functionLog;
  const last = entries.filter(({ endpoint }) => endpoint === 'membership.claimRecord').at(-1) as FunctionLogEntry;
  return last.calls.map(({ action, collection }) => `${action} ${collection ?? ''}`);
}

describe('a claim of a record on file', () => {
  it('is answered alike, by the same database calls and deliveries, whether it fits one record, several or none', async () => {
    const [record, twin] = await onFile(world, [
      { name: '云同名', mobile: '15600004321' },
      { name: '云同名', mobile: '15611114321' },
    ]);
    const alone = await one({ name: '云独一' });
    await newPhone().call('membership.claimRecord', { ...alone.typed, lastFour: '0000' });
    const answers = [];
    for (const typed of [
      alone.typed,
      { ...alone.typed, lastFour: '9998' },
      { kind: 'individual', name: '无此人', lastFour: '4321' },
      { kind: 'unit', name: '无此单位', lastFour: '4321' },
      { kind: 'individual', name: record?.name ?? '', lastFour: '4321' },
    ] as const) {
      const phone = newPhone();
      const { id: _id, at: _at, kind: _kind, ...answer } = await phone.call('membership.claimRecord', typed);
      const calls = callsOfLastClaim();
      const own = await phone.call('membership.myClaim', {});
      const [entry] = (await phone.call('account.inbox', {})).rows;
      const home = await phone.call('account.home', {});
      answers.push({ answer, calls, keys: Object.keys(own ?? {}), state: own?.state, entry: [entry?.kind, entry?.page], home });
    }
    const plain = answers.map((each) => JSON.stringify(each).replace(/DJ-\d{4}-\w{6}/g, ''));
    expect(new Set(plain).size).toBe(1);
    expect(answers[0]?.answer).toEqual({ state: 'open', memberId: null });
    expect(answers[0]?.calls.length).toBeGreaterThan(8);
    expect(
      documents('claims')
        .map(({ matches }) => (matches as string[]).length)
        .sort(),
    ).toEqual([0, 0, 0, 0, 1, 2]);
    expect(twin?.name).toBe('云同名');
  });

  it('finds the record by the last four of the ID number or of the mobile, however the name is typed', async () => {
    const record = await one({ name: '阿依古丽·示例', idNumber: undefined });
    for (const typed of [
      record.typed,
      { ...record.typed, lastFour: record.mobile },
      { ...record.typed, name: ' 阿依古丽•示例 ' },
      {
        ...record.typed,
        name: '阿依古丽 ・示例',
        lastFour: record.mobile.replace(/\d/g, (digit) => '０１２３４５６７８９'[Number(digit)] ?? ''),
      },
      { ...record.typed, lastFour: record.typed.lastFour.toLowerCase() },
    ] as const) {
      const { id } = await newPhone().call('membership.claimRecord', typed);
      expect((await officer.call('membership.claim', { claimId: id })).candidates.map(({ memberId }) => memberId)).toEqual([
        record.id,
      ]);
    }
    const { id } = await newPhone().call('membership.claimRecord', { ...record.typed, kind: 'unit' });
    expect((await officer.call('membership.claim', { claimId: id })).candidates).toEqual([]);
  });

  it('finds a unit by the last four of its credit code or of its contact person’s mobile', async () => {
    const form = unitFormOf(creditCodeOf(1), { unit: { name: '云岫慈善基金会' }, people: { contactMobile: '15600007766' } });
    const contact = newPhone();
    const id = await fillInUnit(world.cloud, contact, form);
    await submitUnit(contact, id);
    await reviewUnit({ liaison: officer, second: await world.staff('o-unit-second', 'secondReviewer') }, id);
    await room.decide(await room.schedule([id]), 'approve');
    await world.settle();
    const memberId = documents('members').find(({ application }) => application === id)?._id;
    const foundBy = async (lastFour: string, kind: 'individual' | 'unit' = 'unit') => {
      const claim = await newPhone().call('membership.claimRecord', { kind, name: form.unit.name, lastFour });
      return (await officer.call('membership.claim', { claimId: claim.id })).candidates;
    };
    for (const lastFour of [form.unit.code.slice(-4), '7766'])
      expect(await foundBy(lastFour)).toMatchObject([{ memberId, bound: true, mobile: '156******66' }]);
    expect(await foundBy('7766', 'individual')).toEqual([]);
    expect(await foundBy('0000')).toEqual([]);
  });

  it('gives the claimant nothing until an officer has verified who they are, and then the membership at once', async () => {
    const record = await one({});
    const phone = newPhone();
    const { id } = await phone.call('membership.claimRecord', record.typed);
    expect((await phone.call('account.me', {})).member).toBeNull();
    await expect(phone.call('membership.myCertificate', {})).rejects.toMatchObject({ code: 'notFound' });
    expect(openLines(id)).toMatchObject([{ queue: 'member.manage', kind: 'confirmClaim', city: '320100' }]);
    await officer.call('membership.confirmClaim', await toConfirm(officer, id, record.id));
    expect(await phone.call('account.me', {})).toMatchObject({ member: { id: record.id, number: record.number } });
    expect(await phone.call('membership.myCertificate', {})).toMatchObject({ name: record.name });
    expect(openLines(id)).toEqual([]);
    expect(await told(phone)).toEqual(['claimConfirmed', 'claimReceived']);
    expect(await phone.call('membership.myClaim', {})).toMatchObject({ state: 'confirmed', memberId: record.id });
    expect((await phone.call('account.inbox', {})).rows[0]?.page).toBe(pages.certificate());
    expect(await officer.call('membership.claim', { claimId: id })).toMatchObject({
      decision: { by: '工作人员liaison', method: 'inPerson', text: inPerson.note },
      can: { confirm: false, reject: false },
    });
  });

  it('lays every namesake before the officer, with personal data masked, and says who holds a record only to them', async () => {
    const [held, free] = await onFile(world, [
      { name: '云双生', mobile: '15600008888' },
      { name: '云双生', mobile: '15611118888' },
    ]);
    await claimed(officer, newPhone(), held as OnFile);
    const { id } = await newPhone().call('membership.claimRecord', { kind: 'individual', name: '云双生', lastFour: '8888' });
    const seen = await officer.call('membership.claim', { claimId: id });
    expect(seen.typed).toEqual({ name: '云双生', lastFour: '8888' });
    expect(seen.candidates).toHaveLength(2);
    expect(seen.candidates.find(({ memberId }) => memberId === held?.id)).toMatchObject({ bound: true, name: '云*生' });
    expect(seen.candidates.find(({ memberId }) => memberId === free?.id)).toMatchObject({ bound: false, mobile: '156******88' });
    expect(JSON.stringify(seen)).not.toContain('15611118888');
  });

  it('that fits nothing waits for staff who see every city, and can be given the record of a number', async () => {
    const record = await one({ city: '320500' });
    const phone = newPhone();
    const { id } = await phone.call('membership.claimRecord', { kind: 'individual', name: '改名后', lastFour: '0000' });
    expect(openLines(id)).toMatchObject([{ city: null }]);
    await expect(suzhou.call('membership.claim', { claimId: id })).rejects.toMatchObject({ code: 'notFound' });
    expect((await officer.call('membership.claim', { claimId: id })).candidates).toEqual([]);
    await officer.call('membership.confirmClaim', await toConfirm(officer, id, record.id, record.number));
    expect((await phone.call('account.me', {})).member?.id).toBe(record.id);
  });

  it('of one city is seen in list, read and workbench by that city and by those who see all, by nobody else', async () => {
    const record = await one({ city: '320500' });
    const elsewhere = await one({ city: '320100' });
    const { id } = await newPhone().call('membership.claimRecord', record.typed);
    const { id: other } = await newPhone().call('membership.claimRecord', elsewhere.typed);
    const listed = async (phone: Phone) => (await phone.call('membership.claims', {})).rows.map((row) => row.id);
    expect(await listed(suzhou)).toContain(id);
    expect(await listed(suzhou)).not.toContain(other);
    expect(await listed(officer)).toEqual(expect.arrayContaining([id, other]));
    expect(await suzhou.call('membership.claim', { claimId: id })).toMatchObject({ can: { confirm: true } });
    const input = await toConfirm(officer, other, elsewhere.id);
    for (const answer of [
      suzhou.call('membership.claim', { claimId: other }),
      suzhou.call('membership.confirmClaim', input),
      suzhou.call('membership.rejectClaim', { claimId: other, version: input.version, reason: '不符' }),
      suzhou.call('membership.claim', { claimId: 'nothing-like-it' }),
    ])
      await expect(answer).rejects.toMatchObject({ code: 'notFound' });
    const theirs = (await suzhou.call('account.workbench', {})).rows.filter(({ kind }) => kind === 'confirmClaim');
    expect(theirs.map(({ reference }) => reference)).toContain(
      (await suzhou.call('membership.claim', { claimId: id })).reference,
    );
    expect(theirs).toHaveLength((await listed(suzhou)).length);
    // A record of another city is not theirs to give, whatever its number.
    expect((await suzhou.call('membership.claim', { claimId: id, number: elsewhere.number })).candidates).toEqual([]);
    const wrong = { ...(await toConfirm(suzhou, id, record.id)), memberId: elsewhere.id, memberVersion: input.memberVersion };
    await expect(suzhou.call('membership.confirmClaim', wrong)).rejects.toMatchObject({ code: 'notFound' });
  });

  it('that is turned down tells the claimant no reason, and they may try again', async () => {
    const phone = newPhone();
    const { id } = await phone.call('membership.claimRecord', { kind: 'individual', name: '试一试', lastFour: '1234' });
    await expect(
      phone.call('membership.claimRecord', { kind: 'individual', name: '再试试', lastFour: '1234' }),
    ).rejects.toMatchObject({ code: 'wrongStatus' });
    const { version } = await officer.call('membership.claim', { claimId: id });
    await officer.call('membership.rejectClaim', { claimId: id, version, reason: '在册的是另一位同名会员' });
    const own = await phone.call('membership.myClaim', {});
    expect(own).toEqual({ id, kind: 'individual', state: 'rejected', at: expect.any(String), memberId: null });
    expect(await told(phone)).toEqual(['claimRejected', 'claimReceived']);
    expect(openLines(id)).toEqual([]);
    expect(await phone.call('membership.claimRecord', { kind: 'individual', name: '再试试', lastFour: '1234' })).toMatchObject({
      state: 'open',
    });
    await expect(
      officer.call('membership.rejectClaim', { claimId: id, version: version + 1, reason: '再退' }),
    ).rejects.toMatchObject({
      code: 'wrongStatus',
    });
  });

  it('cannot be used to guess: a handful of tries an hour', async () => {
    const phone = newPhone();
    const codes = [];
    await beginHour(world.cloud.emulator);
    for (let lastFour = 1000; lastFour < 1008; lastFour += 1) {
      const typed = { kind: 'individual', name: '猜一猜', lastFour: String(lastFour) } as const;
      codes.push(
        await phone.call('membership.claimRecord', typed).then(
          ({ state }) => state as string,
          (error) => error.code,
        ),
      );
    }
    expect(codes[0]).toBe('open');
    expect(codes.slice(5)).toEqual(Array(3).fill('limit.exceeded'));
  });

  it.each([
    ['123', 'lastFour.format'],
    ['12345', 'lastFour.format'],
    ['12 4', 'lastFour.format'],
  ])('names what is wrong with %j as the last four', async (lastFour, code) => {
    const call = newPhone().call('membership.claimRecord', { kind: 'individual', name: '云某', lastFour });
    await expect(call).rejects.toMatchObject({ code: 'request.invalid', fields: { lastFour: code } });
  });

  it('is not confirmed by the claimant, nor for a membership that has ended, nor for somebody who is a member already', async () => {
    const [own, ended, first, second] = await onFile(world, [{}, { standing: 'resigned' }, {}, {}]);
    const { id } = await officer.call('membership.claimRecord', own?.typed as OnFile['typed']);
    const seen = await officer.call('membership.claim', { claimId: id });
    expect(seen).toMatchObject({ conflict: true, can: { confirm: false, reject: false } });
    await expect(officer.call('membership.confirmClaim', await toConfirm(officer, id, own?.id ?? ''))).rejects.toMatchObject({
      code: 'auth.conflictOfInterest',
    });
    const mine = (await officer.call('account.workbench', {})).rows.map(({ reference }) => reference);
    expect(mine).not.toContain(seen.reference);
    const gone = await newPhone().call('membership.claimRecord', ended?.typed as OnFile['typed']);
    await expect(
      officer.call('membership.confirmClaim', await toConfirm(officer, gone.id, ended?.id ?? '')),
    ).rejects.toMatchObject({
      code: 'wrongStatus',
    });
    const phone = newPhone();
    const early = await phone.call('membership.claimRecord', first?.typed as OnFile['typed']);
    await officer.call('membership.confirmClaim', await toConfirm(officer, early.id, first?.id ?? ''));
    await expect(phone.call('membership.claimRecord', second?.typed as OnFile['typed'])).rejects.toMatchObject({
      code: 'wrongStatus',
    });
  });
});

describe('a new phone or WeChat account', () => {
  it('gets the record once verified, and the old account has no access from its very next call', async () => {
    const record = await one({});
    const [before, after] = [newPhone(), newPhone()];
    await claimed(officer, before, record);
    expect((await before.call('account.me', {})).member?.id).toBe(record.id);
    const { id } = await after.call('membership.claimRecord', record.typed);
    expect((await officer.call('membership.claim', { claimId: id })).candidates).toMatchObject([
      { bound: true, claimable: true },
    ]);
    const verification = { method: 'callBack', note: '回拨登记的手机，本人确认更换微信号' } as const;
    await officer.call('membership.confirmClaim', { ...(await toConfirm(officer, id, record.id)), verification });
    expect(await before.call('account.me', {})).toMatchObject({ member: null, grants: [] });
    expect((await before.call('account.home', {})).member).toBeNull();
    await expect(before.call('membership.myCertificate', {})).rejects.toMatchObject({ code: 'notFound' });
    await expect(before.call('membership.createInvitation', { memberId: record.id })).rejects.toMatchObject({ code: 'notFound' });
    expect(await after.call('account.me', {})).toMatchObject({ member: { id: record.id } });
    expect(await after.call('membership.myCertificate', {})).toMatchObject({ name: record.name });
    expect((await told(before))[0]).toBe('memberRebound');
    expect((await told(after))[0]).toBe('claimConfirmed');
  });

  it('brings what the membership came of and who saw its numbers; the old account keeps nothing of it', async () => {
    const applicant = await world.applicant('o-moving');
    const before = applicant.phone;
    await applicant.submit();
    await officer.call('membership.revealPerson', { applicationId: applicant.id, reason: '核对证件' });
    await review({ liaison: officer, second: await world.staff('o-moving-second', 'secondReviewer') }, applicant.id);
    await room.decide(await room.schedule([applicant.id]), 'approve');
    await world.settle();
    const memberId = (await before.call('account.me', {})).member?.id ?? '';
    await officer.call('membership.revealMember', { memberId, reason: '电话核对' });
    const { form } = await applicant.view();
    const after = newPhone();
    const typed = { kind: 'individual', name: form.identity?.name ?? '', lastFour: applicant.idNumber.slice(-4) } as const;
    const { id } = await after.call('membership.claimRecord', typed);
    await officer.call('membership.confirmClaim', await toConfirm(officer, id, memberId));

    const kept = async (phone: Phone) => ({
      seen: (await phone.call('membership.myDisclosures', {})).rows.map(({ reason }) => reason).sort(),
      ofApplication: (await phone.call('membership.disclosures', { applicationId: applicant.id })).rows.length,
      consents: (await phone.call('account.consents', {})).rows.filter(({ given }) => given !== null).length,
      copy: JSON.stringify(await phone.call('account.myData', {})).includes(applicant.idNumber),
      application: await phone.call('membership.application', { applicationId: applicant.id }).then(
        ({ state }) => state,
        ({ code }) => code,
      ),
      latest: (await phone.call('membership.myApplication', { kind: 'individual' }))?.state ?? null,
      home: JSON.stringify(await phone.call('account.home', {})).includes(typed.name),
      number: (await phone.call('membership.myMember', {}))?.number ?? null,
    });
    const nothing = { seen: [], ofApplication: 0, consents: 0, copy: false, application: 'notFound', latest: null };
    expect(await kept(before)).toEqual({ ...nothing, home: false, number: null });
    expect(await kept(after)).toEqual({
      seen: ['核对证件', '电话核对'],
      ofApplication: 1,
      consents: allConsents.length,
      copy: true,
      application: 'admitted',
      latest: null,
      home: true,
      number: expect.stringMatching(/^JSCF-/),
    });
    // What somebody else on the old phone begins is theirs, and stays there.
    const begun = await before.call('membership.startApplication', { kind: 'individual' });
    expect(begun.state).toBe('draft');
    await expect(after.call('membership.application', { applicationId: begun.id })).rejects.toMatchObject({ code: 'notFound' });
  });

  it('is called back at the number on file, in one step, by whoever decides; the person sees that it was looked at', async () => {
    const record = await one({ city: '320500', mobile: '15600007788' });
    const holder = newPhone();
    await claimed(officer, holder, record);
    const { id: claimId } = await newPhone().call('membership.claimRecord', record.typed);
    const input = { claimId, memberId: record.id };
    // A city officer decides claims and may not open numbers otherwise.
    await expect(suzhou.call('membership.revealMember', { memberId: record.id, reason: '核对' })).rejects.toMatchObject({
      code: 'auth.forbidden',
    });
    expect(await suzhou.call('membership.callBack', input)).toEqual({ mobile: '15600007788' });
    const { reference } = await suzhou.call('membership.claim', { claimId });
    expect((await holder.call('membership.myDisclosures', {})).rows).toMatchObject([
      { by: '工作人员suzhou', reason: `核对会籍登记 ${reference}，回拨登记的手机` },
    ]);
    expect(documents('journal').filter(({ action }) => action === 'claim.callBack')).toHaveLength(1);
    const [away, ended] = await onFile(world, [{}, { city: '320500', standing: 'resigned' }]);
    for (const [phone, memberId, code] of [
      [newPhone(), record.id, 'auth.forbidden'],
      [suzhou, away?.id ?? '', 'notFound'],
      [suzhou, ended?.id ?? '', 'wrongStatus'],
      [holder, record.id, 'auth.forbidden'],
    ] as const)
      await expect(phone.call('membership.callBack', { claimId, memberId })).rejects.toMatchObject({ code });
    const { version } = await suzhou.call('membership.claim', { claimId });
    await suzhou.call('membership.rejectClaim', { claimId, version, reason: '无人接听' });
    await expect(suzhou.call('membership.callBack', input)).rejects.toMatchObject({ code: 'wrongStatus' });
  });

  it('is not taken over by an officer who would lose the record themself', async () => {
    const record = await one({});
    const holder = await world.staff('o-second', 'secondReviewer');
    await claimed(officer, holder, record);
    const { id } = await newPhone().call('membership.claimRecord', record.typed);
    await expect(holder.call('membership.confirmClaim', await toConfirm(holder, id, record.id))).rejects.toMatchObject({
      code: 'auth.conflictOfInterest',
    });
  });
});

test('a claim that was turned down is deleted once the months of the rule are over, a confirmed one stays', async () => {
  const { clock, timers } = world.cloud.emulator;
  const record = await one({});
  const kept = await claimed(officer, newPhone(), record);
  const phone = newPhone();
  const { id: claimId } = await phone.call('membership.claimRecord', { kind: 'individual', name: '云无此人', lastFour: '1234' });
  const { version } = await officer.call('membership.claim', { claimId });
  await officer.call('membership.rejectClaim', { claimId, version, reason: '没有这条记录' });
  const stored = () => documents('claims').map(({ _id }) => _id);
  await clock.advance(150 * 24 * 3600 * 1000);
  await timers.fire('jobs', 'keepApplications');
  expect(stored()).toContain(claimId);
  await clock.advance(40 * 24 * 3600 * 1000);
  await timers.fire('jobs', 'keepApplications');
  expect(stored()).not.toContain(claimId);
  expect(stored()).toContain(kept);
  expect(await phone.call('membership.myClaim', {})).toBeNull();
});

test('a claim and its confirmation keep to the budget of database calls', () => {
  const costs = useCaseCosts(world.cloud.emulator.functionLog.entries);
  const most = (endpoint: string) => costs.find((cost) => cost.endpoint === endpoint)?.database;
  expect(costs.filter(({ excess }) => excess > 0)).toEqual([]);
  expect(most('membership.claimRecord')).toBeLessThanOrEqual(6);
  expect(most('membership.confirmClaim')).toBeLessThanOrEqual(6);
  expect(most('membership.claim')).toBeLessThanOrEqual(3);
  expect(most('membership.claims')).toBeLessThanOrEqual(3);
});
