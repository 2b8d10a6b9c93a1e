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

const idNumber = '110101199003071234';

/** Every order in which two runs of `steps` steps each can be interleaved, as the runner of each step. */
function interleavings(a: number, b: number): readonly (readonly ('a' | 'b')[])[] {
  if (a === 0 && b === 0) return [[]];
  const first = a > 0 ? interleavings(a - 1, b).map((rest) => ['a', ...rest] as const) : [];
  const second = b > 0 ? interleavings(a, b - 1).map((rest) => ['b', ...rest] as const) : [];
  return [...first, ...second];
}

/**
 * Runs two calls, each of which stops before its transaction begins, before it looks for its journal row, before it writes it and
 * before it commits; then lets them go on in the given order. What comes after runs freely.
 */
async function race(door: Door, order: readonly ('a' | 'b')[], calls: Readonly<Record<'a' | 'b', () => Promise<unknown>>>) {
  const gates = {
    a: door.emulator.faults.hold({ tag: 'a', service: 'database' }),
    b: door.emulator.faults.hold({ tag: 'b', service: 'database' }),
  };
  const running = { a: calls.a(), b: calls.b() };
  const over = { a: false, b: false };
  for (const who of ['a', 'b'] as const) void running[who].finally(() => (over[who] = true));
  for (const who of order) {
    await Promise.race([gates[who].arrived(1), running[who]]);
    gates[who].held[0]?.release();
  }
  gates.a.open();
  gates.b.open();
  return Promise.all([running.a, running.b]);
}

/** A sample of the orders, spread evenly, with both runs one after the other at its ends. */
function sample<T>(all: readonly T[], size: number): readonly T[] {
  if (all.length <= size) return all;
  return Array.from({ length: size }, (_, index) => all[Math.round((index * (all.length - 1)) / (size - 1))] as T);
}

const orders = sample(interleavings(8, 8), process.env.SOAK ? 500 : 16);

describe('the same form sent twice at once', () => {
  test('is one record, one row, one inbox entry and one answer, in every order of the calls', async () => {
    const door = await open();
    for (const [index, order] of orders.entries()) {
      const openid = `o-double-${index}`;
      const requestId = newRequestId();
      const unique = { title: '春天', idNumber: `1101011990${String(index).padStart(7, '0')}X` };
      const submit = (tag: string) => () => door.call(openid, 'create', unique, { requestId, tag });
      const [first, second] = await race(door, order, { a: submit('a'), b: submit('b') });
      expect([index, first]).toEqual([index, expect.objectContaining({ ok: true })]);
      expect(second).toEqual(first);
    }
    await door.emulator.clock.advance(10_000);
    await door.fire('deliver');
    for (const collection of ['things', 'accounts', 'inbox', 'messages'])
      expect(door.documents(collection)).toHaveLength(orders.length);
  });

  test('without the look for its row is two records: the guard is what holds', async () => {
    const door = await open({
      without: [
        {
          file: 'cloudfunctions/platform/command.ts',
          find: "idOf('journal', who, requestId)",
          by: "idOf('journal', who, String(Math.random()))",
        },
      ],
    });
    await door.thingOf('o-twice', '110101199003071239');
    const requestId = newRequestId();
    const tally = (tag: string) => door.call('o-twice', 'create', { title: '春天', idNumber }, { requestId, tag });
    const [first, second] = await Promise.all([tally('a'), tally('b')]);
    expect(second).not.toEqual(first);
  });
});

describe('somebody’s first two writes at once', () => {
  const both = async (door: Door, order: readonly ('a' | 'b')[], openid: string, index: number) =>
    race(door, order, {
      a: () =>
        door.call(openid, 'create', { title: '一', idNumber: `1101011991${String(index).padStart(7, '0')}X` }, { tag: 'a' }),
      b: () =>
        door.call(openid, 'create', { title: '二', idNumber: `1101011992${String(index).padStart(7, '0')}X` }, { tag: 'b' }),
    });

  test('make one account that owns both records', async () => {
    const door = await open();
    for (const [index, order] of orders.entries()) {
      const openid = `o-new-${index}`;
      expect(await both(door, order, openid, index)).toEqual([
        expect.objectContaining({ ok: true }),
        expect.objectContaining({ ok: true }),
      ]);
      const accounts = door.documents('accounts').filter((account) => account.openid === openid);
      expect(accounts).toHaveLength(1);
      expect(door.documents('things').filter(({ owner }) => owner === accounts[0]?._id)).toHaveLength(2);
    }
  });

  test('fail for one of them without reading the account anew', async () => {
    const door = await open({
      without: [
        {
          file: 'cloudfunctions/platform/command.ts',
          find: 'if (count > 0 && person.newAccount)',
          by: 'if (count < 0 && person.newAccount)',
        },
      ],
    });
    const answers = await both(door, interleavings(8, 8)[6000] ?? [], 'o-new', 1);
    expect(answers).toContainEqual(expect.objectContaining({ ok: false, code: 'busy' }));
  });
});

describe('many who change one record', () => {
  test('all count: twenty at once are twenty', async () => {
    const door = await open();
    const id = await door.thingOf('o-owner', idNumber);
    const answers = await Promise.all(Array.from({ length: 20 }, (_, index) => door.call(`o-${index}`, 'count', { id })));
    expect(answers.filter(({ ok }) => !ok)).toEqual([]);
    expect(door.documents('things')[0]).toMatchObject({ count: 20, version: 21, chain: { seq: 21 } });
    expect(await auditOf(door.emulator)).toEqual([]);
  });

  test('lose counts when a conflict is not repeated: the guard is what holds', async () => {
    const door = await open({
      without: [
        { file: 'cloudfunctions/platform/retry.ts', find: 'export const attempts = 8;', by: 'export const attempts = 1;' },
      ],
    });
    const id = await door.thingOf('o-owner', idNumber);
    const answers = await race(door, ['a', 'b', 'a', 'b', 'a', 'b', 'a', 'b', 'a', 'b'], {
      a: () => door.call('o-owner', 'count', { id }, { tag: 'a' }),
      b: () => door.call('o-owner', 'count', { id }, { tag: 'b' }),
    });
    expect(answers).toContainEqual(expect.objectContaining({ ok: false, code: 'busy' }));
  });

  test('with the version they saw: one wins, the others are told that it changed', async () => {
    const door = await open();
    const id = await door.thingOf('o-owner', idNumber);
    for (const order of sample(orders, 6)) {
      const version = Number(door.documents('things')[0]?.version);
      const [first, second] = await race(door, order, {
        a: () => door.call('o-owner', 'rename', { id, version, title: 'a' }, { tag: 'a' }),
        b: () => door.call('o-owner', 'rename', { id, version, title: 'b' }, { tag: 'b' }),
      });
      expect([first, second].map((answer) => (answer as { ok: boolean }).ok).sort()).toEqual([false, true]);
      expect([first, second]).toContainEqual(expect.objectContaining({ ok: false, code: 'stale' }));
      expect(door.documents('things')[0]?.version).toBe(version + 1);
    }
  });
});
