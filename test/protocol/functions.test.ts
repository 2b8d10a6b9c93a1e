import { rmSync } from 'node:fs';
import { buildFixtures, startCloud, type TestCloud } from './cloud';

let folder: string;
let cloud: TestCloud;

beforeAll(async () => {
  folder = buildFixtures();
  cloud = await startCloud(folder);
});

afterAll(async () => {
  await cloud.close();
  rmSync(folder, { recursive: true });
});

const poor = (event: unknown): Promise<unknown> => cloud.emulator.call('poor', event, { openid: 'o-tester' });

describe('a call of a function', () => {
  it('knows the caller by getWXContext', async () => {
    expect(await cloud.probe({ do: 'who' }, 'o-lin')).toEqual({
      OPENID: 'o-lin',
      APPID: 'wx0000000000000001',
      ENV: 'local-test',
      SOURCE: 'wx_client',
    });
  });

  it('has an empty OPENID when nobody is signed in', async () => {
    expect(await cloud.emulator.call('probe', { do: 'who' })).toMatchObject({ OPENID: '', SOURCE: 'wx_http' });
  });

  it('has a number as OPENID when it is all digits, as in the cloud', async () => {
    expect(await cloud.probe({ do: 'who' }, '123456')).toMatchObject({ OPENID: 123456 });
  });

  it('finds userInfo in its event, whatever the caller wrote there', async () => {
    const event = { do: 'event', userInfo: { openId: 'o-somebody-else' } };
    expect(await cloud.probe(event, 'o-lin')).toEqual({
      do: 'event',
      userInfo: { appId: 'wx0000000000000001', openId: 'o-lin' },
    });
  });

  it('finds its environment and its context', async () => {
    expect(await cloud.probe({ do: 'environment', name: 'GREETING' })).toBe('hello');
    expect(await cloud.probe({ do: 'context' })).toMatchObject({
      function_name: 'probe',
      memory_limit_in_mb: 256,
      time_limit_in_ms: 10_000,
    });
  });

  it('that another function makes has no OPENID and says where it came from', async () => {
    expect(await cloud.probe({ do: 'invoke', name: 'poor', data: { do: 'who' } })).toMatchObject({
      errMsg: 'callFunction:ok',
      result: { OPENID: '', SOURCE: 'wx_client,scf' },
    });
  });

  it('fails with FUNCTION_NOT_FOUND when there is no such function', async () => {
    await expect(cloud.emulator.call('nobody', {})).rejects.toMatchObject({
      errCode: -501000,
      errMsg: 'FunctionName parameter could not be found: nobody',
    });
    expect(await cloud.probe({ do: 'invoke', name: 'nobody', data: {}, report: true })).toMatchObject({ errCode: -1 });
  });

  it('fails with -504002 when the function throws', async () => {
    await expect(cloud.probe({ do: 'throws' })).rejects.toMatchObject({
      errCode: -504002,
      errMsg: expect.stringContaining('TypeError: thrown on purpose') as string,
    });
  });
});

describe('isolation', () => {
  it('never mixes concurrent callers: each sees and writes its own OPENID in every step', async () => {
    const people = Array.from({ length: 40 }, (_, person) => `o-person-${person}`);
    const seen = await Promise.all(people.map((openid) => cloud.probe({ do: 'trail', steps: 8, mark: openid }, openid)));
    expect(seen).toEqual(people.map((openid) => [openid]));
    const trail = cloud.emulator.database.documents('trail');
    expect(trail).toHaveLength(40 * 8);
    for (const row of trail) expect(row['openid']).toBe(row['mark']);
  });

  it('answers 500 callers at once, though few workers serve them', async () => {
    const answers = await Promise.all(
      Array.from({ length: 500 }, (_, person) => cloud.probe({ do: 'who' }, `o-rush-${person}`) as Promise<{ OPENID: string }>),
    );
    expect(answers.map((answer) => answer.OPENID)).toEqual(Array.from({ length: 500 }, (_, person) => `o-rush-${person}`));
  });

  it('does not count the time in the queue as time of the call', async () => {
    const calls = Array.from({ length: 12 }, () => poor({ do: 'sleep', ms: 500 }));
    expect(await Promise.all(calls)).toEqual(Array.from({ length: 12 }, () => 'slept'));
    expect(Math.max(...cloud.emulator.functionLog.entries.map((entry) => entry.queuedMs))).toBeGreaterThan(500);
  });

  it('keeps worker memory between calls, as a warm instance does', async () => {
    const before = Number(await cloud.probe({ do: 'calls' }));
    expect(before).toBeGreaterThan(1);
  });

  it('refuses database calls that an invocation left running when it answered', async () => {
    const before = cloud.emulator.database.count('trail');
    await cloud.probe({ do: 'leaveBehind', ms: 20 }, 'o-late');
    await cloud.probe({ do: 'sleep', ms: 60 }, 'o-next');
    expect(cloud.emulator.database.count('trail')).toBe(before);
  });
});

describe('a function that goes wrong', () => {
  it('is stopped after its time with the cloud’s error, and the next call works', async () => {
    await expect(poor({ do: 'spin' })).rejects.toMatchObject({
      errCode: -504003,
      errMsg: 'Invoking task timed out after 1 seconds',
    });
    expect(await poor({ do: 'who' })).toMatchObject({ OPENID: 'o-tester' });
  });

  it.each(['crash', 'exit', 'hoard'])('that ends its process (%s) fails alone', async (how) => {
    const neighbour = poor({ do: 'sleep', ms: 300 });
    await expect(poor({ do: how })).rejects.toMatchObject({ errCode: -504002 });
    expect(await neighbour).toBe('slept');
    expect(await poor({ do: 'who' })).toMatchObject({ OPENID: 'o-tester' });
  });

  it('whose worker breaks after the answer is not noticed by the next caller', async () => {
    expect(await poor({ do: 'dieLater' })).toBe('answered');
    await cloud.probe({ do: 'sleep', ms: 100 });
    expect(await poor({ do: 'who' })).toMatchObject({ OPENID: 'o-tester' });
  });

  it('that calls itself for ever is refused at the eighth level', async () => {
    cloud.emulator.functionLog.clear();
    await expect(cloud.probe({ do: 'recurse' })).rejects.toMatchObject({
      errMsg: expect.stringContaining('more than 8 deep') as string,
    });
    expect(cloud.emulator.functionLog.entries).toHaveLength(8);
  });

  it('that starts many others at once takes few threads', async () => {
    const small = await startCloud(folder, { workersPerFunction: 1 });
    try {
      const counts = (await small.probe({ do: 'fan', times: 30, data: { do: 'calls' } })) as number[];
      expect(counts).toHaveLength(30);
      // Each fresh worker says 1 once.
      expect(counts.filter((count) => count === 1).length).toBeLessThanOrEqual(4);
    } finally {
      await small.close();
    }
  });

  it('loses the transaction that it left open, so that others can write', async () => {
    await cloud.probe({ do: 'put', collection: 'counters', id: 'shared', data: { value: 1 } });
    await expect(cloud.probe({ do: 'openTransaction', id: 'shared', then: 'crash' })).rejects.toMatchObject({ errCode: -504002 });
    expect(await cloud.probe({ do: 'transact', id: 'shared' })).toBe('committed');
    expect(cloud.emulator.database.documents('counters')).toContainEqual(expect.objectContaining({ _id: 'shared', value: 2 }));
  });
});

describe('the function log', () => {
  it('tells time and cost of each call but not what was asked', async () => {
    cloud.emulator.functionLog.clear();
    await cloud.probe(
      { do: 'put', endpoint: 'probe.put', collection: 'counters', id: 'secret-13800000000', data: { value: 1 } },
      'o-lin',
    );
    const [entry] = cloud.emulator.functionLog.entries;
    expect(entry).toMatchObject({
      function: 'probe',
      endpoint: 'probe.put',
      trigger: 'client',
      outcome: 'ok',
      databaseCalls: 1,
      calls: [{ action: 'database.modifyDocument', collection: 'counters', returned: 1 }],
    });
    expect(JSON.stringify(entry)).not.toMatch(/secret|13800000000|o-lin/);
  });

  it('does not take free text for the name of an endpoint', async () => {
    cloud.emulator.functionLog.clear();
    await cloud.probe({ do: 'event', endpoint: '张三 13800000000' });
    expect(cloud.emulator.functionLog.entries[0]?.endpoint).toBeUndefined();
  });

  it('keeps what functions print', async () => {
    await cloud.probe({ do: 'print', text: 'printed by a test' });
    await cloud.probe({ do: 'who' });
    expect(cloud.emulator.functionLog.output.map((line) => line.text).join('')).toContain('printed by a test');
  });
});
