import { type Door, openDoor } from '../support/door';

let door: Door;
beforeAll(async () => {
  door = await openDoor();
});
afterAll(() => door.close());

const forbidden = expect.objectContaining({ ok: false, code: 'auth.forbidden' });
const staffList = (openid: string, actingAs?: string) => door.call(openid, 'staffList', {}, actingAs ? { actingAs } : {});
const refusalsOf = (openid: string) => {
  const account = door.documents('accounts').find((each) => each.openid === openid);
  return door.documents('refusals').filter((each) => each.actor === account?._id);
};

test('a member is refused at a staff endpoint', async () => {
  door.person('o-member', { grants: [{ role: 'member' }] });
  expect(await staffList('o-member')).toEqual(forbidden);
});

test('a role taken away between page and tap no longer counts', async () => {
  door.person('o-officer', { grants: [{ role: 'liaisonOfficer' }] });
  expect(await staffList('o-officer')).toEqual({ ok: true, data: { reach: ['all'] } });
  door.person('o-officer', { grants: [] });
  expect(await staffList('o-officer')).toEqual(forbidden);
});

test('a role taken away refuses even the replay of what was answered before', async () => {
  const id = await door.thingOf('o-owner', '110101199003070100');
  const requestId = 'replayed-request-000001';
  door.person('o-reviewer', { grants: [{ role: 'liaisonOfficer' }] });
  expect(await door.call('o-reviewer', 'review', { id }, { requestId })).toMatchObject({ ok: true });
  door.person('o-reviewer', { grants: [] });
  expect(await door.call('o-reviewer', 'review', { id }, { requestId })).toEqual(forbidden);
});

test('a city officer reaches their own cities only, whatever else they hold', async () => {
  door.person('o-city', {
    grants: [{ role: 'cityOfficer', city: '3201' }, { role: 'cityOfficer', city: '3205' }, { role: 'editor' }],
  });
  expect(await staffList('o-city')).toEqual({ ok: true, data: { reach: ['3201', '3205'] } });
});

test('a role that this release does not know carries nothing', async () => {
  door.person('o-future', { grants: [{ role: 'constructor' as 'editor' }, { role: 'tomorrow' as 'editor' }] });
  expect(await staffList('o-future')).toEqual(forbidden);
});

describe('the capacity a person chooses', () => {
  beforeAll(() => door.person('o-many', { grants: [{ role: 'member' }, { role: 'liaisonOfficer' }], represents: ['unit-1'] }));
  const create = (actingAs: string) =>
    door.call('o-many', 'create', { title: '春天', idNumber: '11010119900307020X' }, { actingAs });

  test('as oneself leaves the office aside', async () => {
    expect(await staffList('o-many', 'self')).toEqual(forbidden);
  });

  test('as staff leaves what is private aside', async () => {
    expect(await staffList('o-many', 'staff')).toMatchObject({ ok: true });
    expect(await create('staff')).toEqual(forbidden);
  });

  test('for a unit is theirs only if they represent it', async () => {
    expect(await create('unit:unit-2')).toEqual(forbidden);
    expect(await create('unit:unit-1')).toMatchObject({ ok: true });
    expect(door.documents('journal').at(-1)).toBeDefined();
    expect(door.documents('journal').some((row) => row.actingAs === 'unit:unit-1')).toBe(true);
  });

  test('as staff is nothing to one without an office, even where everybody may go', async () => {
    door.person('o-plain', {});
    expect(await door.call('o-plain', 'list', {}, { actingAs: 'staff' })).toEqual(forbidden);
    expect(await door.call('o-plain', 'verify', { token: 'x' }, { actingAs: 'staff' })).toEqual(forbidden);
  });

  test.each(['admin', 'unit:', 'unit:a.b', '', 7, { $ne: '' }, 'unit:__proto__.x'])(
    'is refused when it is no capacity: %p',
    async (actingAs) => {
      const answer = await door.send({ endpoint: 'membership.list', input: {}, actingAs }, 'o-many');
      expect(answer).toMatchObject({ ok: false, code: 'request.invalid', fields: { actingAs: 'actingAs.format' } });
    },
  );
});

describe('a refusal', () => {
  test('is noted once per person, endpoint and hour, with a count', async () => {
    door.person('o-tries', {});
    await Promise.all(Array.from({ length: 6 }, () => staffList('o-tries')));
    await door.call('o-tries', 'review', { id: 'x' });
    const noted = refusalsOf('o-tries');
    expect(noted.map(({ endpoint, code, count }) => [endpoint, code, count]).sort()).toEqual([
      ['membership.review', 'auth.forbidden', 1],
      ['membership.staffList', 'auth.forbidden', 6],
    ]);
    await door.emulator.clock.advance(3_600_000);
    await staffList('o-tries');
    expect(refusalsOf('o-tries')).toHaveLength(3);
  });

  test('by the use case itself is noted too, and rolls back what it did', async () => {
    door.person('o-self', { grants: [{ role: 'liaisonOfficer' }] });
    const id = await door.thingOf('o-self', '110101199003070300');
    const rows = door.documents('journal').length;
    expect(await door.call('o-self', 'review', { id })).toMatchObject({ ok: false, code: 'auth.conflictOfInterest' });
    expect(door.documents('journal')).toHaveLength(rows);
    expect(refusalsOf('o-self')).toMatchObject([{ code: 'auth.conflictOfInterest', endpoint: 'membership.review', count: 1 }]);
  });

  test('of somebody without an account makes no account', async () => {
    expect(await staffList('o-nobody')).toEqual(forbidden);
    expect(door.documents('accounts').some((account) => account.openid === 'o-nobody')).toBe(false);
  });
});
