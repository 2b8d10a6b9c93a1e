import { beginHour } from '../support/cloud';
import { type Door, openDoor } from '../support/door';

const idNumber = '110101199003079999';
const opened: Door[] = [];
const open = async (options: Parameters<typeof openDoor>[0] = {}) => {
  const door = await openDoor(options);
  opened.push(door);
  return door;
};
afterEach(async () => {
  for (const door of opened.splice(0)) await door.close();
});

const said = (door: Door) => [...door.output, JSON.stringify(door.emulator.functionLog.entries)].join('\n');

describe('an error nobody foresaw', () => {
  test.each(['throw', 'contract', 'undefinedFilter', 'objectFilter'])(
    'leaves as a number to ask about and nothing else: %s',
    async (how) => {
      const door = await open();
      const answer = await door.call('o-anna', 'fail', { how, words: `id ${idNumber}` });
      expect(answer).toMatchObject({ ok: false, code: 'internal' });
      expect(Object.keys(answer).sort()).toEqual(['code', 'message', 'ok']);
      const trace = /（([0-9a-f]{8})）/.exec((answer as { message: string }).message)?.[1] ?? 'none';
      expect(said(door)).toContain(trace);
      expect(JSON.stringify(answer) + said(door)).not.toContain(idNumber);
    },
  );
});

test('no log line and no error tells an ID number or an OPENID that passed through', async () => {
  const door = await open();
  const openid = 'o-4815162342-secret';
  const id = await door.thingOf(openid, idNumber);
  const requestId = 'request-0123456789-abcd';
  const answers = [
    await door.call(openid, 'create', { title: idNumber, idNumber }),
    await door.call(openid, 'create', { title: '春天', idNumber: `x${idNumber}` }),
    await door.call(openid, 'create', { title: '春天', idNumber, [`x${'9'.repeat(4)}`]: idNumber }),
    await door.call(openid, 'rename', { id, version: 7, title: idNumber }, { requestId }),
    await door.call(openid, 'staffList', {}),
    await door.call('o-stranger', 'read', { id }),
  ];
  expect(answers.every(({ ok }) => !ok)).toBe(true);
  door.emulator.faults.add({ match: { collection: 'things' }, effect: { kind: 'fail', message: `E: ${idNumber}` }, times: 2 });
  answers.push(await door.call(openid, 'read', { id }), await door.call(openid, 'count', { id }));
  expect(JSON.stringify(answers)).not.toContain(idNumber);
  for (const secret of [idNumber, openid]) expect(said(door)).not.toContain(secret);
});

test('what is personal stands nowhere in the store in plain', async () => {
  const door = await open();
  const id = await door.thingOf('o-anna', idNumber);
  await door.call('o-anna', 'rename', { id, version: 1, title: '秋天' });
  const { openid: _, ...rest } = door.documents('accounts')[0] ?? {};
  const store = { ...door.emulator.database.dump(), accounts: rest };
  expect(JSON.stringify(store)).not.toContain(idNumber);
  expect(JSON.stringify(store)).not.toContain('o-anna');
  expect(await door.call('o-anna', 'read', { id })).toMatchObject({ ok: true, data: { idNumber, title: '秋天' } });
});

test('a sealed text moved to another record does not open there', async () => {
  const door = await open();
  const mine = await door.thingOf('o-anna', idNumber);
  const other = await door.thingOf('o-anna', '110101199003079980');
  const stolen = door.documents('things').find(({ _id }) => _id === mine)?.sealed;
  door.emulator.database.execute({
    action: 'database.modifyDocument',
    collectionName: 'things',
    query: JSON.stringify({ _id: other }),
    data: JSON.stringify({ $set: { sealed: stolen } }),
    multi: false,
    merge: true,
    upsert: false,
  });
  expect(await door.call('o-anna', 'read', { id: other })).toMatchObject({ ok: false, code: 'internal' });
});

test.each(['MASTER_KEY', 'JOURNAL_KEY', 'INDEX_KEY'] as const)(
  'a missing or short %s fails at the first call, plainly in the log',
  async (name) => {
    for (const value of ['', 'c2hvcnQ=']) {
      const door = await open({ variables: { [name]: value } });
      expect(await door.call('o-anna', 'list', {})).toMatchObject({ ok: false, code: 'unavailable' });
      expect(said(door)).toContain(`${name} must be 32 random bytes in base64`);
      expect(door.emulator.functionLog.entries.at(-1)?.databaseCalls).toBe(0);
    }
  },
);

test.each([{ kind: 'quota' }, { kind: 'down' }] as const)(
  'a cloud that does not serve is told as unavailable: %p',
  async (effect) => {
    const door = await open();
    door.emulator.faults.add({ match: { service: 'database' }, effect, times: 0 });
    expect(await door.call('o-anna', 'list', {})).toMatchObject({ ok: false, code: 'unavailable' });
    expect(await door.call('o-anna', 'create', { title: '春天', idNumber })).toMatchObject({ ok: false, code: 'unavailable' });
    door.emulator.faults.clear();
    expect(await door.call('o-anna', 'create', { title: '春天', idNumber })).toMatchObject({ ok: true });
  },
);

describe('the limiter', () => {
  test('stops guessing exactly at its bound, for this person and this window only', async () => {
    const door = await open();
    const guess = (openid: string) => door.call(openid, 'verify', { token: 'guess' });
    await beginHour(door.emulator);
    const answers = await Promise.all(Array.from({ length: 12 }, () => guess('o-guesser')));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(5);
    expect(answers.filter((answer) => !answer.ok && answer.code === 'limit.exceeded')).toHaveLength(7);
    expect(await guess('o-other')).toMatchObject({ ok: true });
    await door.emulator.clock.advance(60_000);
    expect(await guess('o-guesser')).toMatchObject({ ok: true });
    expect(await door.fire('sweep')).toMatchObject({ limits: 2 });
    expect(door.documents('limits')).toHaveLength(1);
  });

  test('stops a flood of one person without a database call and lets others through', async () => {
    const door = await open({ emulator: { workersPerFunction: 1 } });
    const flood = await Promise.all(Array.from({ length: 400 }, () => door.send({ endpoint: 'membership.none' }, 'o-flood')));
    const codes = flood.map((answer) => (answer.ok ? '' : answer.code));
    expect(codes.filter((code) => code === 'limit.exceeded').length).toBeGreaterThan(50);
    expect(codes.slice(0, 300)).toEqual(Array(300).fill('endpoint.unknown'));
    expect(await door.call('o-other', 'list', {})).toMatchObject({ ok: true });
  });
});

test('a cursor that is forged, cut or of another list is refused', async () => {
  const door = await open();
  for (let number = 0; number < 5; number += 1) await door.thingOf('o-lists', `11010119900307${1000 + number}`);
  const first = await door.call('o-lists', 'list', {});
  if (!first.ok) throw new Error('no list');
  const next = String(first.data.next);
  const second = await door.call('o-lists', 'list', { cursor: next });
  expect(second).toMatchObject({ ok: true, data: { next: null } });
  const ids = [first, second].flatMap((answer) => (answer.ok ? (answer.data.rows as { id: string }[]) : [])).map(({ id }) => id);
  expect(new Set(ids).size).toBe(5);
  const forged = Buffer.from(`${Buffer.from(next, 'base64url').toString('latin1')}x`, 'latin1').toString('base64url');
  for (const cursor of [forged, next.slice(0, 20), 'x', '', '{}', `${next.slice(0, -2)}AA`]) {
    const answer = await door.call('o-lists', 'list', { cursor });
    expect(answer).toMatchObject({ ok: false, code: 'request.invalid', fields: { cursor: 'cursor.format' } });
  }
  await door.thingOf('o-other', '110101199003072000');
  expect(await door.call('o-other', 'list', { cursor: next })).toMatchObject({ ok: false, code: 'request.invalid' });
});
