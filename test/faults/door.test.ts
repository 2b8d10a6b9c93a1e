import { auditOf } from '../support/audit';
import { newRequestId } from '../support/cloud';
import { type Door, openDoor } from '../support/door';

const opened: Door[] = [];
const open = async (options: Parameters<typeof openDoor>[0] = {}) => {
  const door = await openDoor(options);
  opened.push(door);
  return door;
};
afterEach(async () => {
  for (const door of opened.splice(0)) await door.close();
});

const thing = (number: number) => ({ title: '春天', idNumber: `1101011990${String(number).padStart(7, '0')}X` });
const minutes = (count: number) => count * 60_000;

/** Lets the timer of delivery run until nothing waits any more. */
async function settle(door: Door): Promise<void> {
  for (let round = 0; round < 5; round += 1) {
    await door.emulator.clock.advance(minutes(70));
    await door.fire('deliver');
  }
}

/** What holds for one person who made one thing, whatever happened on the way. */
function expectWhole(door: Door, openid: string): void {
  const account = door.documents('accounts').find((each) => each.openid === openid);
  const of = (collection: string, field: string) => door.documents(collection).filter((each) => each[field] === account?._id);
  const made = of('things', 'owner');
  expect(made).toHaveLength(1);
  expect(of('inbox', 'account')).toHaveLength(1);
  expect(of('messages', 'account')).toHaveLength(1);
  expect(of('tallies', '_id')).toMatchObject([{ count: 1 }]);
  expect(door.documents('due').filter(({ record }) => record === made[0]?._id)).toHaveLength(1);
  const rows = door.documents('journal').filter((row) => row.aggregate === `things:${String(made[0]?._id)}`);
  expect(rows).toMatchObject([{ seq: 1, previous: '', state: 'done' }]);
  expect(made[0]?.chain).toEqual({ seq: 1, mac: rows[0]?.mac });
}

describe('a crash', () => {
  test('after any single database call leaves all or nothing, and the retry and the timer finish the rest', async () => {
    const door = await open({ emulator: { workersPerFunction: 1 } });
    await door.call('o-measured', 'create', thing(0));
    const calls = door.databaseCalls('create').length;
    expect(calls).toBeGreaterThan(15);
    for (let nth = 1; nth <= calls; nth += 1) {
      const openid = `o-crash-${nth}`;
      const requestId = newRequestId();
      const fault = door.emulator.faults.add({ match: { service: 'database', tag: openid }, effect: { kind: 'kill' }, nth });
      await expect(door.call(openid, 'create', thing(nth), { requestId, tag: openid })).rejects.toThrow();
      fault.remove();
      const journalled = door.documents('journal').filter(({ endpoint }) => endpoint === 'membership.create').length;
      expect(door.documents('things')).toHaveLength(journalled);
      expect(door.documents('accounts')).toHaveLength(journalled);
      expect(await door.call(openid, 'create', thing(nth), { requestId })).toMatchObject({ ok: true });
    }
    await settle(door);
    for (let nth = 1; nth <= calls; nth += 1) expectWhole(door, `o-crash-${nth}`);
    expect(await auditOf(door.emulator)).toEqual([]);
  });

  test('of the timer after any single database call is made good by its next run', async () => {
    const door = await open({ emulator: { workersPerFunction: 1 } });
    for (let nth = 1; nth <= 18; nth += 1) {
      const tag = `o-timer-${nth}`;
      door.emulator.faults.add({
        match: { service: 'database', collection: 'inbox', tag },
        effect: { kind: 'kill', when: 'before' },
      });
      await expect(door.call(tag, 'create', thing(nth), { tag })).rejects.toThrow();
      await door.emulator.clock.advance(minutes(1));
      const fault = door.emulator.faults.add({ match: { service: 'database', function: 'jobs' }, effect: { kind: 'kill' }, nth });
      await door.fire('deliver').catch(() => undefined);
      fault.remove();
      await settle(door);
      expectWhole(door, tag);
    }
  });
});

describe('an answer lost', () => {
  test('after the commit: the person gets it all the same, and it happened once', async () => {
    const door = await open();
    door.emulator.faults.add({ match: { action: 'commitTransaction', tag: 'lost' }, effect: { kind: 'loseAnswer' } });
    expect(await door.call('o-anna', 'create', thing(1), { tag: 'lost' })).toMatchObject({ ok: true });
    await settle(door);
    expectWhole(door, 'o-anna');
  });

  test('on its way to the phone: the same request again is answered the same', async () => {
    const door = await open();
    const requestId = newRequestId();
    door.emulator.faults.add({ match: { service: 'gateway', tag: 'lost' }, effect: { kind: 'loseAnswer' } });
    await expect(door.call('o-anna', 'create', thing(1), { requestId, tag: 'lost' })).rejects.toThrow();
    const second = await door.call('o-anna', 'create', thing(1), { requestId });
    expect(second).toMatchObject({ ok: true, data: { id: String(door.documents('things')[0]?._id) } });
    await settle(door);
    expectWhole(door, 'o-anna');
  });

  test.each(['startTransaction', 'getDocument', 'insertDocument', 'commitTransaction'])(
    'of any %s, or the call itself: nothing doubles',
    async (action) => {
      const door = await open();
      for (const [index, kind] of (['loseAnswer', 'loseRequest', 'repeat', 'conflict'] as const).entries()) {
        const tag = `o-${kind}`;
        const requestId = newRequestId();
        const fault = door.emulator.faults.add({
          match: { action, tag },
          effect: { kind },
          nth: action === 'getDocument' ? 2 : 1,
        });
        await door.call(tag, 'create', thing(index), { requestId, tag });
        fault.remove();
        expect(await door.call(tag, 'create', thing(index), { requestId })).toMatchObject({ ok: true });
        await settle(door);
        expectWhole(door, tag);
      }
    },
  );
});

describe('a storm of conflicts', () => {
  test('ends after eight attempts as busy, with nothing written', async () => {
    const door = await open();
    const id = await door.thingOf('o-anna', thing(1).idNumber);
    const before = door.emulator.database.dump();
    const storm = door.emulator.faults.add({
      match: { action: 'insertDocument', collection: 'journal' },
      effect: { kind: 'conflict' },
      times: 0,
    });
    expect(await door.call('o-anna', 'count', { id })).toMatchObject({ ok: false, code: 'busy' });
    expect(storm.hits).toBe(8);
    storm.remove();
    expect(door.emulator.database.dump()).toEqual(before);
    expect(await door.call('o-anna', 'count', { id })).toEqual({ ok: true, data: { count: 1 } });
  });

  test('at the commit is repeated as well', async () => {
    const door = await open();
    const id = await door.thingOf('o-anna', thing(1).idNumber);
    const storm = door.emulator.faults.add({ match: { action: 'commitTransaction' }, effect: { kind: 'conflict' }, times: 5 });
    expect(await door.call('o-anna', 'count', { id })).toEqual({ ok: true, data: { count: 1 } });
    expect(storm.hits).toBe(5);
    expect(door.documents('journal').filter(({ action }) => action === 'thing.count')).toHaveLength(1);
  });
});

describe('delivery', () => {
  test('that fails is tried again later, holds up no other row, and loses nothing', async () => {
    const door = await open();
    const broken = door.emulator.faults.add({ match: { collection: 'inbox' }, effect: { kind: 'fail' }, times: 0 });
    await door.call('o-first', 'create', thing(1));
    await door.emulator.clock.advance(minutes(1));
    expect(await door.fire('deliver')).toEqual({ done: 0, failed: 1 });
    expect(await door.fire('deliver')).toEqual({ done: 0, failed: 0 });
    expect(door.documents('tallies')).toHaveLength(1);
    broken.remove();
    await door.call('o-second', 'create', thing(2));
    expect(door.documents('inbox')).toHaveLength(1);
    await settle(door);
    expectWhole(door, 'o-first');
    expectWhole(door, 'o-second');
  });

  test('that is slow keeps the person waiting less than a second', async () => {
    const door = await open();
    await door.thingOf('o-warm', thing(0).idNumber);
    const slow = door.emulator.faults.add({ match: { collection: 'inbox' }, effect: { kind: 'delay' }, times: 0 });
    const started = performance.now();
    expect(await door.call('o-anna', 'create', thing(1))).toMatchObject({ ok: true });
    expect(performance.now() - started).toBeLessThan(2500);
    slow.remove();
    await settle(door);
    expectWhole(door, 'o-anna');
  });

  test('that is slow in the middle of a transaction leaves none open behind the answer', async () => {
    const door = await open();
    door.emulator.faults.add({
      match: { collection: 'tallies', action: 'insertDocument' },
      effect: { kind: 'delay', ms: 1_200 },
    });
    expect(await door.call('o-anna', 'create', thing(1))).toMatchObject({ ok: true });
    await door.emulator.clock.advance(minutes(1));
    expect(await door.fire('deliver')).toMatchObject({ failed: 0 });
    expectWhole(door, 'o-anna');
  });

  test('lets the newest event win when an older one comes late', async () => {
    const door = await open();
    door.emulator.faults.add({ match: { collection: 'due' }, effect: { kind: 'fail' } });
    const id = await door.thingOf('o-anna', thing(1).idNumber);
    expect(await door.call('o-anna', 'rename', { id, version: 1, title: '秋天' })).toMatchObject({ ok: true });
    await settle(door);
    expect(door.documents('due')).toMatchObject([{ open: false, seq: 2 }]);
  });
});

describe('a subscribe message', () => {
  const accepted = async (door: Door, openid: string, times: number) => {
    const id = await door.thingOf(openid, thing(900).idNumber);
    await door.call(openid, 'accept', { id, times });
  };
  const sent = (door: Door) => door.emulator.openapi.sent.length;
  const unused = (door: Door) => door.documents('subscriptions').filter(({ used }) => used === false).length;

  test('leaves once for each acceptance, and none without', async () => {
    const door = await open();
    door.emulator.openapi.subscribe.grant('o-anna', 'template-1', 10);
    await accepted(door, 'o-anna', 2);
    for (const number of [1, 2, 3]) await door.call('o-anna', 'create', thing(number));
    expect(sent(door)).toBe(2);
    expect(
      door
        .documents('messages')
        .map(({ state }) => state)
        .sort(),
    ).toEqual(['noAcceptance', 'noAcceptance', 'sent', 'sent']);
    expect(door.documents('inbox')).toHaveLength(4);
  });

  test('leaves at most once when the crash comes between marking and sending, or after sending', async () => {
    for (const when of ['before', 'after'] as const) {
      const door = await open({ emulator: { workersPerFunction: 1 } });
      door.emulator.openapi.subscribe.grant('o-anna', 'template-1', 10);
      await accepted(door, 'o-anna', 5);
      door.emulator.faults.add({ match: { service: 'openapi', tag: 'crash' }, effect: { kind: 'kill', when } });
      await expect(door.call('o-anna', 'create', thing(1), { tag: 'crash' })).rejects.toThrow();
      await settle(door);
      expect(sent(door)).toBe(when === 'before' ? 0 : 1);
      expect(door.documents('inbox')).toHaveLength(2);
      expect(door.documents('messages').map(({ state }) => state)).toContain('sending');
    }
  });

  test('refused by the person (43101) empties the ledger; the inbox has it all the same', async () => {
    const door = await open();
    await accepted(door, 'o-anna', 3);
    expect(unused(door)).toBe(3);
    await door.call('o-anna', 'create', thing(1));
    expect([sent(door), unused(door), door.documents('inbox').length]).toEqual([0, 0, 2]);
  });

  test('service that is down fails nobody’s request', async () => {
    const door = await open();
    door.emulator.faults.down('openapi');
    await accepted(door, 'o-anna', 3);
    expect(await door.call('o-anna', 'create', thing(1))).toMatchObject({ ok: true });
    expect(door.documents('inbox')).toHaveLength(2);
  });
});

describe('a verdict on a picture', () => {
  test('is kept once, whether it comes twice, or for a check nobody knows', async () => {
    const door = await open();
    const push = {
      delivered: 0,
      mode: 'once',
      traceId: 't-1',
      event: { MsgType: 'event', Event: 'wxa_media_check', trace_id: 't-1', result: { suggest: 'risky' } },
    } as const;
    for (let time = 0; time < 2; time += 1) await door.emulator.openapi.security.deliver({ ...push });
    await door.emulator.openapi.security.deliver({ ...push, event: { MsgType: 'text', Content: 'hello' } });
    expect(door.documents('mediaChecks')).toMatchObject([{ verdict: 'risky' }]);
  });
});
