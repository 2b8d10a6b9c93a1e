import { isMemberNumber } from '../../shared/membership/member-number';
import { beginHour, type Phone } from '../support/cloud';
import { type Enrolled, enrolMembers, grounds, seen, stored, verified } from '../support/membership/standing';
import { openWorld, type World } from '../support/membership/world';

let world: World;
let officer: Phone;
let fresh: Enrolled[];
let unit: Enrolled;
beforeAll(async () => {
  world = await openWorld();
  officer = await world.staff('o-officer', 'liaisonOfficer');
  fresh = [...(await enrolMembers(world, 6))];
  [unit] = (await enrolMembers(world, 1, { kind: 'unit' })) as [Enrolled];
});
afterAll(() => world.close());

const member = (): Enrolled => fresh.pop() as Enrolled;
const reissue = (who: Enrolled) => officer.call('membership.reissueCertificate', { ...seen(world, who.id), reason: '姓名变更' });
const tokenOf = async (who: Enrolled) => (await who.phone.call('membership.myCertificate', {})).verifyUrl.split('/v/')[1] ?? '';

test('a certificate issued anew has another code; the old one says so, and both tell the same history', async () => {
  const who = member();
  await reissue(who);
  const token = await tokenOf(who);
  expect(token).not.toBe(who.token);
  const [now, before] = [await verified(world, token), await verified(world, who.token)];
  expect(now).toMatchObject({ status: 'inForce', certificate: { why: null, memberNumber: who.number } });
  expect(before).toMatchObject({ status: 'notInForce', certificate: { why: 'reissued', memberNumber: who.number } });
  expect(now.certificate?.history.map(({ event }) => event)).toEqual(['reissued', 'issued']);
  expect(before.certificate?.history).toEqual(now.certificate?.history);
});

test('the public history holds dates and codes, nothing anybody typed, and no other code', async () => {
  const who = member();
  await officer.call('membership.warnMember', { ...seen(world, who.id), ...grounds });
  await reissue(who);
  const shown = await verified(world, who.token);
  for (const entry of shown.certificate?.history ?? []) expect(Object.keys(entry).sort()).toEqual(['at', 'event']);
  const text = JSON.stringify(shown);
  for (const secret of [await tokenOf(who), grounds.reason, '姓名变更', '册示']) expect(text).not.toContain(secret);
});

test('a revoked certificate is not in force, though its holder is a member, until another is issued', async () => {
  const who = member();
  await officer.call('membership.revokeCertificate', { ...seen(world, who.id), reason: '被冒用' });
  expect(await verified(world, who.token)).toMatchObject({
    status: 'notInForce',
    certificate: { standing: 'active', why: 'revoked', history: [{ event: 'revoked' }, { event: 'issued' }] },
  });
  expect(await who.phone.call('membership.myCertificate', {})).toMatchObject({ standing: 'active', why: 'revoked' });
  await expect(officer.call('membership.revokeCertificate', { ...seen(world, who.id), reason: '被冒用' })).rejects.toMatchObject({
    code: 'wrongStatus',
  });
  await reissue(who);
  expect((await verified(world, await tokenOf(who))).status).toBe('inForce');
});

test('nobody who is not in good standing is issued another one', async () => {
  const who = member();
  await who.phone.call('membership.resign', { memberId: who.id, dataChoice: 'keep' });
  await expect(reissue(who)).rejects.toMatchObject({ code: 'wrongStatus' });
});

test('the representative of a unit has its certificate, a stranger has not', async () => {
  const { memberId } = { memberId: unit.id };
  expect(await unit.phone.call('membership.myCertificate', { memberId })).toMatchObject({
    kind: 'unit',
    memberNumber: unit.number,
  });
  await expect(member().phone.call('membership.myCertificate', { memberId })).rejects.toMatchObject({ code: 'notFound' });
});

test('a code that differs in one character is unknown, and a scraper is stopped', async () => {
  const altered = `${unit.token.slice(0, -1)}${unit.token.endsWith('A') ? 'B' : 'A'}`;
  const phone = world.cloud.phone('o-scraper');
  await beginHour(world.cloud.emulator);
  for (let guess = 0; guess < 20; guess += 1)
    expect(await phone.call('membership.verifyCertificate', { token: `${altered}${guess}` })).toMatchObject({
      status: 'unknown',
      certificate: null,
    });
  await expect(phone.call('membership.verifyCertificate', { token: altered })).rejects.toMatchObject({ code: 'limit.exceeded' });
});

test('an officer of another city neither sees the standing of a member nor changes it', async () => {
  const [who] = await enrolMembers(world, 1, { city: '320200' });
  const elsewhere = await world.staff('o-elsewhere', 'cityOfficer', '320500');
  const at = seen(world, who?.id ?? '');
  const calls = [
    () => elsewhere.call('membership.member', { memberId: at.memberId }),
    () => elsewhere.call('membership.warnMember', { ...at, ...grounds }),
    () => elsewhere.call('membership.proposeMeasure', { ...at, ...grounds, kind: 'expel' }),
    () => elsewhere.call('membership.reissueCertificate', { ...at, reason: '遗失' }),
    () => elsewhere.call('membership.revokeCertificate', { ...at, reason: '冒用' }),
  ];
  for (const call of calls) await expect(call()).rejects.toMatchObject({ code: 'notFound' });
  expect(stored(world, at.memberId).version).toBe(at.version);
});

test('a member number is written by the rule, with the year of its day', () => {
  expect(isMemberNumber(unit.number)).toBe(true);
  expect(unit.number).toMatch(/^JSCF-D-2024-\d{5}-\d$/);
});
