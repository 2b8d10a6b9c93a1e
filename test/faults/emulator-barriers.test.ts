import { rmSync } from 'node:fs';
import { explore, type Scenario } from '../../emulator/faults/explore';
import { buildFixtures, startCloud, type TestCloud } from '../protocol/cloud';

let folder: string;
let cloud: TestCloud;

beforeAll(async () => {
  folder = buildFixtures();
  cloud = await startCloud(folder);
});
afterEach(() => cloud.emulator.faults.clear());
afterAll(async () => {
  await cloud.close();
  rmSync(folder, { recursive: true });
});

const value = (): unknown => cloud.emulator.database.documents('counters')[0]?.['value'];
const call = (event: Record<string, unknown>) => (tag: string) =>
  cloud.emulator.call('probe', event, { openid: `o-${tag}`, tag });
const start = (): Promise<void> =>
  cloud.probe({ do: 'put', collection: 'counters', id: 'one', data: { value: 0 } }).then(() => undefined);

describe('a barrier', () => {
  it('holds the chosen calls and lets go the one that the test chooses', async () => {
    await start();
    const gate = cloud.emulator.faults.hold({ action: 'getDocument', collection: 'counters' });
    const first = call({ do: 'increment', id: 'one' })('A');
    await gate.arrived(1);
    const second = call({ do: 'increment', id: 'one' })('B');
    const [heldA, heldB] = await gate.arrived(2);
    expect([heldA?.call.tag, heldB?.call.tag]).toEqual(['A', 'B']);
    heldB?.release();
    expect(await second).toBe(1);
    heldA?.release();
    expect(await first).toBe(2);
  });

  it('lets other calls pass', async () => {
    const gate = cloud.emulator.faults.hold({ collection: 'trail' });
    await start();
    expect(gate.held).toEqual([]);
  });

  it('that is opened while a call stands at another one stops that call no more', async () => {
    const first = cloud.emulator.faults.hold({ collection: 'trail' });
    const second = cloud.emulator.faults.hold({ service: 'database' });
    const adding = call({ do: 'add', collection: 'trail', data: {} })('A');
    await first.arrived(1);
    second.open();
    first.open();
    expect(await adding).toHaveProperty('_id');
  });

  it('knows the calls of a function that the marked one calls', async () => {
    const gate = cloud.emulator.faults.hold({ tag: 'A', collection: 'trail' });
    const outer = call({ do: 'invoke', name: 'poor', data: { do: 'add', collection: 'trail', data: {} } })('A');
    const [held] = await gate.arrived(1);
    expect(held?.call).toMatchObject({ functionName: 'poor', action: 'database.insertDocument' });
    gate.open();
    expect(await outer).toMatchObject({ errMsg: 'callFunction:ok' });
  });

  it('refuses a held call whose invocation has ended in the meantime', async () => {
    await start();
    const gate = cloud.emulator.faults.hold({ action: 'modifyDocument' });
    const slow = cloud.emulator.call('poor', { do: 'increment', id: 'one' });
    await gate.arrived(1);
    await expect(slow).rejects.toMatchObject({ errCode: -504003 });
    gate.open();
    await cloud.probe({ do: 'who' });
    expect(value()).toBe(0);
  });
});

describe('explore', () => {
  const scenario = (event: Record<string, unknown>, more: Partial<Scenario> = {}): Scenario => ({
    faults: cloud.emulator.faults,
    calls: { service: 'database' },
    prepare: start,
    actors: { A: call(event), B: call(event) },
    check: () => undefined,
    ...more,
  });

  it('runs every order of two callers with two calls each, once: six', async () => {
    const orders = new Set<string>();
    const seen: string[] = [];
    const { faults } = cloud.emulator;
    const exploration = await explore({
      ...scenario({ do: 'increment', id: 'one' }),
      prepare: async () => {
        seen.length = 0;
        await start();
      },
      actors: {
        A: (tag) => call({ do: 'increment', id: 'one' })(tag).then((result) => seen.push(`A${String(result)}`)),
        B: (tag) => call({ do: 'increment', id: 'one' })(tag).then((result) => seen.push(`B${String(result)}`)),
      },
      check: () => {
        orders.add(seen.join(' '));
      },
    });
    expect(exploration).toEqual({ orders: 6, complete: true });
    expect([...orders].sort()).toEqual(['A1 B1', 'A1 B2', 'B1 A1', 'B1 A2']);
    expect(faults.active).toEqual([]);
  });

  it('finds the lost update of a careless read and write, and names the order', async () => {
    const careless = scenario({ do: 'increment', id: 'one' }, { check: () => expect(value()).toBe(2) });
    await expect(explore(careless)).rejects.toThrow(/^in the order A A? ?B/);
  });

  it('finds nothing wrong with an atomic increment', async () => {
    const careful = scenario({ do: 'add', collection: 'trail', data: {} }, { check: () => expect(value()).toBe(0) });
    expect(await explore(careful)).toEqual({ orders: 2, complete: true });
  });

  it('shows that of two transactions on one document one commits and the other conflicts, in every overlapping order', async () => {
    const outcomes: string[] = [];
    await explore(
      scenario(
        { do: 'transact', id: 'one' },
        {
          check: (results) => {
            const committed = Object.values(results).filter((result) => result.status === 'fulfilled').length;
            outcomes.push(`${committed} committed, value ${String(value())}`);
          },
        },
      ),
    );
    expect([...new Set(outcomes)].sort()).toEqual(['1 committed, value 1', '2 committed, value 2']);
  });

  it('needs fewer orders when interruptions are limited', async () => {
    const all = await explore(scenario({ do: 'transact', id: 'one' }));
    const few = await explore(scenario({ do: 'transact', id: 'one' }, { interruptions: 1 }));
    expect(few.complete).toBe(true);
    expect(few.orders).toBeLessThan(all.orders);
  });

  it('says when it stopped early', async () => {
    expect(await explore(scenario({ do: 'increment', id: 'one' }, { most: 2 }))).toEqual({ orders: 2, complete: false });
  });
});
