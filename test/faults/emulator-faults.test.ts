import { rmSync } from 'node:fs';
import type { Fault } from '../../emulator/faults/rules';
import { buildFixtures, startCloud, type TestCloud } from '../protocol/cloud';

let folder: string;
let cloud: TestCloud;

beforeAll(async () => {
  folder = buildFixtures();
  cloud = await startCloud(folder);
});
beforeEach(() => cloud.probe({ do: 'put', collection: 'counters', id: 'one', data: { value: 1 } }));
afterEach(() => cloud.emulator.faults.clear());
afterAll(async () => {
  await cloud.close();
  rmSync(folder, { recursive: true });
});

const add = (): Promise<unknown> => cloud.probe({ do: 'add', collection: 'trail', data: { a: 1 }, report: true });
const rows = (): number => cloud.emulator.database.count('trail');
const value = (): unknown => cloud.emulator.database.documents('counters')[0]?.['value'];
const inserts = { action: 'insertDocument', collection: 'trail' } as const;

async function added(fault: Fault, calls: number): Promise<readonly boolean[]> {
  cloud.emulator.faults.add(fault);
  const answers: boolean[] = [];
  for (let call = 0; call < calls; call += 1) answers.push(Object.hasOwn((await add()) as object, '_id'));
  return answers;
}

describe('which calls are hit', () => {
  it('is the first, by default', async () => {
    expect(await added({ match: inserts, effect: { kind: 'fail' } }, 3)).toEqual([false, true, true]);
  });

  it('is the n-th', async () => {
    expect(await added({ match: inserts, effect: { kind: 'fail' }, nth: 2 }, 3)).toEqual([true, false, true]);
  });

  it('is every n-th, as often as told', async () => {
    expect(await added({ match: inserts, effect: { kind: 'fail' }, nth: 2, every: 2, times: 0 }, 5)).toEqual([
      true,
      false,
      true,
      false,
      true,
    ]);
  });

  it('is counted for each invocation when told so', async () => {
    cloud.emulator.faults.add({ match: { service: 'database' }, effect: { kind: 'fail' }, nth: 2, times: 0, per: 'invocation' });
    expect(await add()).toHaveProperty('_id');
    expect(await add()).toHaveProperty('_id');
    expect(await cloud.probe({ do: 'increment', id: 'one', report: true })).toMatchObject({ errCode: -501001 });
  });

  it('goes by service, action, collection, function and endpoint', async () => {
    const { faults } = cloud.emulator;
    for (const match of [
      { collection: 'counters' },
      { function: 'poor' },
      { endpoint: 'other' },
      { service: 'storage' },
    ] as const) {
      faults.add({ match, effect: { kind: 'fail' } });
    }
    expect(await add()).toHaveProperty('_id');
    faults.add({ match: { function: 'probe', endpoint: 'probe.add', service: 'database' }, effect: { kind: 'fail' } });
    expect(await cloud.probe({ do: 'add', endpoint: 'probe.add', collection: 'trail', data: {}, report: true })).toMatchObject({
      errCode: -501001,
    });
  });
});

describe('what happens to a call', () => {
  it('fails with the given code, and nothing is done', async () => {
    const before = rows();
    cloud.emulator.faults.add({ match: inserts, effect: { kind: 'fail', code: 'DATABASE_REQUEST_FAILED', message: 'no luck' } });
    expect(await add()).toMatchObject({ errCode: -502001, errMsg: expect.stringContaining('no luck') as string });
    expect(rows()).toBe(before);
  });

  it('is done twice', async () => {
    const before = rows();
    cloud.emulator.faults.add({ match: inserts, effect: { kind: 'repeat' } });
    expect(await add()).toHaveProperty('_id');
    expect(rows()).toBe(before + 2);
  });

  it('is done, but the answer is lost', async () => {
    const before = rows();
    cloud.emulator.faults.add({ match: inserts, effect: { kind: 'loseAnswer' } });
    expect(await add()).toMatchObject({ errMsg: expect.stringMatching(/socket hang up|ECONNRESET/) as string });
    expect(rows()).toBe(before + 1);
  });

  it('never arrives', async () => {
    const before = rows();
    cloud.emulator.faults.add({ match: inserts, effect: { kind: 'loseRequest' } });
    expect(await add()).toMatchObject({ errMsg: expect.stringMatching(/socket hang up|ECONNRESET/) as string });
    expect(rows()).toBe(before);
  });

  it('commits a transaction, but the answer is lost', async () => {
    cloud.emulator.faults.add({ match: { action: 'commitTransaction' }, effect: { kind: 'loseAnswer' } });
    expect(await cloud.probe({ do: 'transact', id: 'one', report: true })).toHaveProperty('errMsg');
    expect(value()).toBe(2);
  });

  it('conflicts, and the transaction is over', async () => {
    cloud.emulator.faults.add({ match: { action: 'modifyDocument', collection: 'counters' }, effect: { kind: 'conflict' } });
    expect(await cloud.probe({ do: 'transact', id: 'one', report: true })).toMatchObject({
      errCode: -501001,
      errMsg: expect.stringContaining('TransactionConflict') as string,
    });
    expect(value()).toBe(1);
    expect(await cloud.probe({ do: 'transact', id: 'one' })).toBe('committed');
  });

  it('conflicts, and nothing more can be done in the transaction', async () => {
    cloud.emulator.faults.add({ match: { action: 'modifyDocument', collection: 'counters' }, effect: { kind: 'conflict' } });
    expect(await cloud.probe({ do: 'stubborn', id: 'one', report: true })).toMatchObject({
      errMsg: expect.stringContaining('TransactionNotExist') as string,
    });
  });

  it('is over the quota', async () => {
    cloud.emulator.faults.add({ match: inserts, effect: { kind: 'quota' } });
    expect(await add()).toMatchObject({ errCode: -501003 });
  });

  it('waits until it is released', async () => {
    const fault = cloud.emulator.faults.add({ match: inserts, effect: { kind: 'delay' } });
    const before = rows();
    const waiting = add();
    await cloud.probe({ do: 'who' });
    expect(rows()).toBe(before);
    fault.release();
    expect(await waiting).toHaveProperty('_id');
  });

  it('takes as long as told', async () => {
    cloud.emulator.faults.add({ match: { service: 'gateway' }, effect: { kind: 'delay', ms: 120 } });
    const started = performance.now();
    await cloud.probe({ do: 'who' });
    expect(performance.now() - started).toBeGreaterThanOrEqual(119);
  });

  it('fails as WeChat itself would', async () => {
    cloud.emulator.faults.add({
      match: { api: 'security.msgSecCheck' },
      effect: { kind: 'fail', errcode: -1, message: 'system busy' },
    });
    const args = { openid: 'o-tester', scene: 1, version: 2, content: '文' };
    const call = { do: 'openapi', api: 'security.msgSecCheck', args, report: true };
    expect(await cloud.probe(call)).toMatchObject({ errCode: -1, errMsg: expect.stringContaining('system busy') as string });
    expect(await cloud.probe(call)).toMatchObject({ errCode: 0 });
  });
});

describe('a service that is down', () => {
  it.each([
    ['database', { do: 'add', collection: 'trail', data: {} }],
    ['storage', { do: 'upload', path: 'a.txt', text: 'a' }],
    ['openapi', { do: 'openapi', api: 'security.msgSecCheck', args: {} }],
    ['functions', { do: 'invoke', name: 'poor', data: {} }],
  ] as const)('fails each call of %s until it is up again', async (service, event) => {
    const outage = cloud.emulator.faults.down(service);
    const answers = [await cloud.probe({ ...event, report: true }), await cloud.probe({ ...event, report: true })];
    for (const answer of answers) expect(JSON.stringify(answer)).toContain('503');
    outage.remove();
    expect(JSON.stringify(await cloud.probe({ ...event, report: true }))).not.toContain('503');
  });
});

describe('a client’s call of a function', () => {
  it('loses its answer after the function has done its work', async () => {
    cloud.emulator.faults.add({ match: { service: 'gateway', function: 'probe' }, effect: { kind: 'loseAnswer' } });
    await expect(cloud.probe({ do: 'increment', id: 'one' })).rejects.toMatchObject({ errCode: -1 });
    expect(value()).toBe(2);
  });

  it('breaks the connection of a browser', async () => {
    cloud.emulator.faults.add({ match: { service: 'gateway' }, effect: { kind: 'loseAnswer' } });
    const body = JSON.stringify({ do: 'increment', id: 'one' });
    await expect(fetch(`${cloud.emulator.url}/functions/probe`, { method: 'POST', body })).rejects.toThrow('fetch failed');
    expect(value()).toBe(2);
  });
});

describe('killing the worker', () => {
  it.each([
    [1, 1],
    [2, 2],
  ])('after database call %i leaves what was done by then', async (nth, expected) => {
    const match = { service: 'database', function: 'probe' } as const;
    const fault = cloud.emulator.faults.add({ match, nth, per: 'invocation', effect: { kind: 'kill' } });
    await expect(cloud.probe({ do: 'increment', id: 'one' })).rejects.toMatchObject({ errCode: -504002 });
    expect(fault.hits).toBe(1);
    expect(value()).toBe(expected);
    expect(await cloud.probe({ do: 'increment', id: 'one' })).toBe(expected + 1);
  });

  it('before a database call leaves it undone', async () => {
    cloud.emulator.faults.add({ match: { service: 'database' }, nth: 2, effect: { kind: 'kill', when: 'before' } });
    await expect(cloud.probe({ do: 'increment', id: 'one' })).rejects.toMatchObject({ errCode: -504002 });
    expect(value()).toBe(1);
  });

  it('inside a transaction rolls it back', async () => {
    cloud.emulator.faults.add({ match: { action: 'modifyDocument' }, effect: { kind: 'kill' } });
    await expect(cloud.probe({ do: 'transact', id: 'one' })).rejects.toMatchObject({ errCode: -504002 });
    expect(value()).toBe(1);
    expect(await cloud.probe({ do: 'transact', id: 'one' })).toBe('committed');
  });
});
