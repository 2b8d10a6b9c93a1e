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

async function control(path: string, method = 'GET', body?: unknown): Promise<unknown> {
  const response = await fetch(`${cloud.emulator.url}/__control/${path}`, {
    method,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return (await response.json()) as unknown;
}

describe('the control endpoints', () => {
  it('show collections and their documents', async () => {
    await cloud.probe({ do: 'put', collection: 'counters', id: 'shown', data: { value: 1 } });
    expect(await control('collections')).toContainEqual({ name: 'counters', count: 1 });
    expect(await control('collections/counters')).toEqual([{ _id: 'shown', value: 1 }]);
  });

  it('show the function log and empty it', async () => {
    await cloud.probe({ do: 'who' });
    expect(await control('log')).toContainEqual(expect.objectContaining({ function: 'probe', outcome: 'ok' }));
    await control('log', 'DELETE');
    expect(await control('log')).toEqual([]);
  });

  it('move the clock', async () => {
    const target = Date.UTC(2032, 0, 1);
    const { now } = (await control('clock', 'POST', { set: target })) as { now: number };
    expect(now - target).toBeLessThan(5000);
    await control('clock', 'POST', { advance: 86_400_000 });
    expect(cloud.emulator.clock.now() - target).toBeGreaterThanOrEqual(86_400_000);
  });

  it('set, show, release and remove faults', async () => {
    const fault = (await control('faults', 'POST', { match: { collection: 'counters' }, effect: { kind: 'delay' } })) as {
      id: string;
    };
    const held = cloud.probe({ do: 'get', collection: 'counters', id: 'shown' });
    await control(`faults/${fault.id}/release`, 'POST');
    expect(await held).toHaveProperty('data');
    expect(await control('faults')).toEqual([expect.objectContaining({ id: fault.id, hits: 1 })]);
    await control(`faults/${fault.id}`, 'DELETE');
    expect(await control('faults')).toEqual([]);
    await control('faults', 'POST', { match: {}, effect: { kind: 'down' }, times: 0 });
    await control('faults', 'DELETE');
    expect(await cloud.probe({ do: 'who' })).toHaveProperty('OPENID');
  });

  it('refuse what they do not understand', async () => {
    expect(await control('faults', 'POST', { match: { colection: 'x' }, effect: { kind: 'fail' } })).toHaveProperty('error');
    expect(await control('faults', 'POST', { match: {}, effect: { kind: 'explode' } })).toHaveProperty('error');
    expect(await control('clock', 'POST', { advance: 'soon' })).toHaveProperty('error');
    expect(await control('timers/push/weekly', 'POST')).toHaveProperty('error');
  });

  it('fire timers', async () => {
    expect(await control('functions')).toContainEqual({ name: 'push', timers: ['nightly'] });
    expect(await control('timers/push/nightly', 'POST')).toEqual({ ok: true });
    expect(cloud.emulator.database.documents('received')).toHaveLength(1);
  });

  it('grant subscriptions, give phone numbers and decide on content', async () => {
    expect(await control('subscriptions', 'POST', { openid: 'o-lin', templateId: 'T1', count: 3 })).toEqual({ left: 3 });
    await control('phone-numbers', 'POST', { code: 'c1', number: '13800000000' });
    expect(await cloud.probe({ do: 'openapi', api: 'phonenumber.getPhoneNumber', args: { code: 'c1' } })).toHaveProperty(
      'phoneInfo',
    );
    await control('safety', 'POST', {
      riskyWords: ['测试词'],
      pushMode: 'late',
      mediaVerdict: { suggest: 'review', label: 20001 },
    });
    const args = { openid: 'o-tester', scene: 1, version: 2, content: '有测试词' };
    expect(await cloud.probe({ do: 'openapi', api: 'security.msgSecCheck', args })).toMatchObject({
      result: { suggest: 'risky' },
    });
    const media = { openid: 'o-tester', scene: 1, version: 2, mediaUrl: 'http://127.0.0.1/a', mediaType: 2 };
    const { traceId } = (await cloud.probe({ do: 'openapi', api: 'security.mediaCheckAsync', args: media })) as {
      traceId: string;
    };
    expect(await control(`pushes/${traceId}`, 'POST')).toEqual({ delivered: 1 });
    expect(await control('pushes')).toEqual([expect.objectContaining({ traceId, delivered: 1 })]);
  });

  it('list files and sweep orphans', async () => {
    await cloud.probe({ do: 'upload', path: 'listed.txt', text: 'x' });
    expect(await control('files')).toEqual([expect.objectContaining({ path: 'listed.txt', size: 1, owner: '' })]);
    expect(await control('sweep', 'POST')).toEqual({ removed: 0 });
  });

  it('have a console page before them, which loads nothing from elsewhere', async () => {
    const page = await (await fetch(`${cloud.emulator.url}/__console`)).text();
    expect(page).toContain('<h1>本机云控制台</h1>');
    expect(page).not.toMatch(/(src|href)="(https?:)?\/\//);
  });
});
