import { beginHour } from '../support/cloud';
import { openRoom } from '../support/membership/meeting';
import { type Applicant, openWorld, review, type World } from '../support/membership/world';

let world: World;
let member: Applicant;
let token: string;
beforeAll(async () => {
  world = await openWorld();
  const liaison = await world.staff('o-liaison', 'liaisonOfficer');
  const second = await world.staff('o-second', 'secondReviewer');
  const room = await openRoom(world);
  member = await world.applicant('o-member');
  await member.submit();
  await review({ liaison, second }, member.id);
  await room.decide(await room.schedule([member.id]), 'approve');
  await world.settle();
  token = (await member.phone.call('membership.myCertificate', {})).verifyUrl.split('/v/')[1] ?? '';
});
afterAll(() => world.close());

const verify = (openid: string, guess: string) =>
  world.cloud.phone(openid).call('membership.verifyCertificate', { token: guess });
const altered = () => `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`;

test('a token that was altered, cut or guessed says nothing, and the same nothing', async () => {
  const number = (await member.phone.call('membership.myCertificate', {})).memberNumber;
  for (const guess of [altered(), token.slice(0, 21), token.toLowerCase(), '1', number, member.id]) {
    if (guess === token) continue;
    expect(await verify('o-guesser', guess)).toEqual({ status: 'unknown', certificate: null, checkedAt: expect.any(String) });
  }
});

test('the public page shows no more than it must', async () => {
  const { certificate } = await verify('o-anybody', token);
  expect(Object.keys(certificate ?? {}).sort()).toEqual([
    'history',
    'issuedAt',
    'kind',
    'maskedName',
    'memberNumber',
    'standing',
    'why',
  ]);
  expect(certificate?.maskedName).toBe('云*溪');
  expect(certificate?.history.map(({ event }) => event)).toEqual(['issued']);
});

test('guessing has a limit, and a genuine code still works for who has guessed too much', async () => {
  await beginHour(world.cloud.emulator);
  for (let miss = 0; miss < 20; miss += 1) expect((await verify('o-searcher', `guess-${miss}`)).status).toBe('unknown');
  await expect(verify('o-searcher', 'guess-20')).rejects.toMatchObject({ code: 'limit.exceeded' });
  expect((await verify('o-searcher', token)).status).toBe('inForce');
  expect((await verify('o-somebody-else', 'guess-21')).status).toBe('unknown');
});

test('a certificate is its holder’s alone', async () => {
  await expect(world.cloud.phone('o-stranger').call('membership.myCertificate', {})).rejects.toMatchObject({ code: 'notFound' });
});

test('nothing of the person stands readable in the database, the log or the journal', () => {
  const { emulator, output } = world.cloud;
  const everything = JSON.stringify([emulator.database.dump(), emulator.functionLog.entries, output]);
  for (const secret of [member.idNumber, '15600000077', '云若溪', '云岫路 1 号', '每月两次上门探访'])
    expect(everything).not.toContain(secret);
});
