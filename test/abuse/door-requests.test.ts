import { newRequestId } from '../support/cloud';
import { type Door, openDoor } from '../support/door';

let door: Door;
beforeAll(async () => {
  door = await openDoor();
});
afterAll(() => door.close());

const thing = (idNumber: string, more: object = {}) => ({ title: '春天', idNumber, ...more });
const refused = (code: string) => expect.objectContaining({ ok: false, code });

/** Runs a call and shows that it left nothing behind. */
async function unchanged<T>(run: () => Promise<T>): Promise<T> {
  const before = door.emulator.database.dump();
  const answer = await run();
  expect(door.emulator.database.dump()).toEqual(before);
  return answer;
}

const callsOfNewest = () => door.emulator.functionLog.entries.at(-1)?.databaseCalls;

describe('a name that is no endpoint', () => {
  test.each([
    'membership.nothing',
    'constructor',
    '__proto__',
    'toString',
    'membership.constructor',
    '',
    'membership',
    null,
    7,
    {},
  ])('is unknown: %p', async (endpoint) => {
    expect(await unchanged(() => door.send({ endpoint, input: {} }, 'o-anna'))).toEqual(refused('endpoint.unknown'));
    expect(callsOfNewest()).toBe(0);
  });
});

describe('an event that is no request', () => {
  test.each([['a text'], [7], [null], [[]], [true]])('is refused without a database call: %p', async (event) => {
    expect(await unchanged(() => door.send(event, 'o-anna'))).toEqual(refused('request.invalid'));
    expect(callsOfNewest()).toBe(0);
  });

  test('with thousands of keys is too large, without a database call', async () => {
    const input = Object.fromEntries(Array.from({ length: 8000 }, (_, index) => [`k${index}`, 1]));
    expect(await unchanged(() => door.send({ endpoint: 'membership.create', input }, 'o-anna'))).toEqual(
      refused('request.tooLarge'),
    );
    expect(callsOfNewest()).toBe(0);
  });

  test('nested thousands of levels deep is refused without a database call', async () => {
    const body = `{"endpoint":"membership.create","input":${'['.repeat(40_000)}${']'.repeat(40_000)}}`;
    const post = () =>
      fetch(`${door.emulator.url}/functions/membership`, { method: 'POST', body, headers: { 'x-wx-openid': 'o-anna' } });
    expect(await unchanged(async () => (await post()).json())).toMatchObject({ result: { ok: false, code: 'request.invalid' } });
    expect(callsOfNewest()).toBe(0);
  });
});

describe('an input beyond its schema', () => {
  const send = (input: unknown) => unchanged(() => door.call('o-anna', 'create', input));

  test.each(['status', 'roles', '_openid', 'owner', 'openid', '_id', 'version'])(
    'is refused naming the extra field %s',
    async (field) => {
      const answer = await send(thing('110101199003070011', { [field]: 'approved' }));
      expect(answer).toEqual(refusedWith({ [field]: 'key.unknown' }));
      expect(callsOfNewest()).toBe(0);
    },
  );

  test('names an extra field at its depth', async () => {
    expect(await send(thing('110101199003070011', { details: { note: 'x', admin: true } }))).toEqual(
      refusedWith({ 'details.admin': 'key.unknown' }),
    );
  });

  test.each([[{ $ne: null }], [{ $gt: '' }], [{ $regex: '.*' }], [{ $where: 'true' }], [{ $inc: 1 }]])(
    'is refused with the operator %p where text is expected',
    async (operator) => {
      const [key] = Object.keys(operator);
      expect(await send({ title: operator, idNumber: '110101199003070011' })).toEqual(
        refusedWith({ [`title.${key}`]: 'key.forbidden' }),
      );
    },
  );

  test.each(['{"a.b":1}', '{"__proto__":{"x":1}}', '{"constructor":{"prototype":{"x":1}}}', '{"prototype":1}'])(
    'is refused for keys that mean something to the database or to JavaScript: %s',
    async (json) => {
      const hostile = JSON.parse(json) as object;
      const answer = await send(thing('110101199003070011', { details: { note: 'x', tags: [hostile] } }));
      expect(answer).toMatchObject({ ok: false, code: 'request.invalid' });
      expect(Object.keys((answer as { fields: object }).fields)).toContain(`details.tags.0.${Object.keys(hostile)[0]}`);
      expect(({} as { x?: unknown }).x).toBeUndefined();
    },
  );

  test('names each missing field with a code', async () => {
    expect(await send({})).toEqual(refusedWith({ title: 'invalid', idNumber: 'invalid' }));
    expect(await send(thing('123'))).toEqual(refusedWith({ idNumber: 'idNumber.format' }));
    expect(await send(undefined)).toEqual(refusedWith({ input: 'invalid' }));
  });

  const refusedWith = (fields: Record<string, string>) => expect.objectContaining({ ok: false, code: 'request.invalid', fields });
});

describe('a write', () => {
  test.each([undefined, null, '', 'short', 'x'.repeat(65), '0123456789012345678901!', { $ne: '' }, 1234567890123456789012])(
    'without a proper request id is refused: %p',
    async (requestId) => {
      const event = { endpoint: 'membership.create', input: thing('110101199003070011'), requestId };
      const answer = await unchanged(() => door.send(event, 'o-anna'));
      expect(answer).toMatchObject({ ok: false, code: 'request.invalid', fields: { requestId: 'requestId.format' } });
      expect(callsOfNewest()).toBe(0);
    },
  );

  test('with the request id of another body is refused, and the first stays', async () => {
    const requestId = newRequestId();
    const first = await door.call('o-conflict', 'create', thing('110101199003070020'), { requestId });
    const answer = await unchanged(() =>
      door.call('o-conflict', 'create', thing('110101199003070020', { title: '秋天' }), { requestId }),
    );
    expect(answer).toEqual(refused('request.conflict'));
    expect(await door.call('o-conflict', 'create', thing('110101199003070020'), { requestId })).toEqual(first);
  });

  test('sent again is answered the same, from the journal, and changes nothing', async () => {
    const requestId = newRequestId();
    const first = await door.call('o-again', 'create', thing('110101199003070030'), { requestId });
    expect(first.ok).toBe(true);
    const second = await unchanged(() => door.call('o-again', 'create', thing('110101199003070030'), { requestId }));
    expect(second).toEqual(first);
  });

  test('is never answered with what another person was answered under the same request id', async () => {
    const requestId = newRequestId();
    const [, other] = [
      await door.call('o-mine', 'create', thing('110101199003070040'), { requestId }),
      await door.call('o-yours', 'create', thing('110101199003070041'), { requestId }),
    ];
    expect(other).toMatchObject({ ok: true, data: { lastDigits: '41' } });
  });
});

describe('who calls', () => {
  test('is told by WeChat alone: an OPENID in the event is nobody', async () => {
    const id = await door.thingOf('o-owner', '110101199003070050');
    const event = {
      endpoint: 'membership.read',
      input: { id },
      openid: 'o-owner',
      userInfo: { openId: 'o-owner' },
      OPENID: 'o-owner',
    };
    expect(await door.send(event, 'o-thief')).toEqual(refused('notFound'));
    expect(await door.send(event)).toEqual(refused('auth.required'));
    expect(await door.send(event, 'o-owner')).toMatchObject({ ok: true });
  });

  test('without OPENID is asked to sign in, except where everybody may', async () => {
    expect(await unchanged(() => door.send({ endpoint: 'membership.list', input: {} }))).toEqual(refused('auth.required'));
    expect(await door.send({ endpoint: 'membership.verify', input: { token: 'x' } })).toEqual({
      ok: true,
      data: { known: false },
    });
  });

  test('never plays the timer', async () => {
    expect(await door.call('o-anna', 'tally', { of: 'x' })).toEqual(refused('auth.forbidden'));
    expect(await door.send({ endpoint: 'membership.tally', input: { of: 'x' }, requestId: newRequestId() })).toEqual(
      refused('auth.forbidden'),
    );
    const event = { Type: 'Timer', TriggerName: 'deliver' };
    expect(await door.emulator.call('jobs', event, { openid: 'o-anna' })).toEqual({ refused: true });
    expect(await door.emulator.call('jobs', event)).toEqual({ refused: true });
    expect(await door.emulator.call('push', { Event: 'wxa_media_check', trace_id: 't', result: { suggest: 'pass' } })).toBe(
      'success',
    );
    expect(door.documents('mediaChecks')).toEqual([]);
  });

  test('another’s record and a missing one look the same, by the same database calls', async () => {
    const id = await door.thingOf('o-hides', '110101199003070060');
    const theirs = await door.call('o-looks', 'read', { id });
    const callsForTheirs = door.databaseCalls('read');
    const missing = await door.call('o-looks', 'read', { id: 'nothing-there' });
    expect(theirs).toEqual(missing);
    expect(door.databaseCalls('read')).toEqual(callsForTheirs);
  });
});
