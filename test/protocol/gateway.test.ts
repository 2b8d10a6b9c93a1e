import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildFixtures, startCloud, type TestCloud } from './cloud';

let folder: string;
let cloud: TestCloud;
const pages = mkdtempSync(join(tmpdir(), 'pages-'));

beforeAll(async () => {
  folder = buildFixtures();
  writeFileSync(join(pages, 'index.html'), '<h1>first page</h1>');
  cloud = await startCloud(folder, {
    staticDirectory: pages,
    people: [{ openid: 'o-lin', name: '林一 <b>', note: '演示会员' }],
    routes: (app) => {
      app.get('/v/:token', (c) => c.text(`verify ${c.req.param('token')}`));
    },
  });
});
afterAll(async () => {
  await cloud.close();
  rmSync(folder, { recursive: true });
  rmSync(pages, { recursive: true });
});

const post = (path: string, body: string, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(cloud.emulator.url + path, { method: 'POST', body, headers: { 'x-wx-openid': 'o-lin', ...headers } });

describe('POST /functions/<name>', () => {
  it('answers the result of the function for the person in the header', async () => {
    const response = await post('/functions/probe', JSON.stringify({ do: 'who' }));
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ result: { OPENID: 'o-lin' } });
  });

  it('answers errCode and errMsg when the function fails or is not there', async () => {
    expect(await (await post('/functions/probe', JSON.stringify({ do: 'throws' }))).json()).toMatchObject({ errCode: -504002 });
    expect(await (await post('/functions/nobody', '{}')).json()).toMatchObject({ errCode: -501000 });
  });

  it('refuses what is no JSON', async () => {
    expect(await (await post('/functions/probe', '{"do":')).json()).toMatchObject({ errCode: -501007 });
  });

  it('takes an event of 100 KB and refuses one byte more, before the function runs', async () => {
    const sized = (bytes: number): string => {
      const frame = JSON.stringify({ do: 'event', text: '' });
      return frame.replace('""', `"${'x'.repeat(bytes - frame.length)}"`);
    };
    expect(await (await post('/functions/probe', sized(100 * 1024))).json()).toHaveProperty('result');
    const before = cloud.emulator.functionLog.entries.length;
    const refused = await (await post('/functions/probe', sized(100 * 1024 + 1))).json();
    expect(refused).toMatchObject({ errMsg: expect.stringContaining('EXCEED_MAX_PAYLOAD_SIZE') as string });
    expect(cloud.emulator.functionLog.entries).toHaveLength(before);
  });

  it('answers a body of many megabytes as well', async () => {
    const response = await post('/functions/probe', 'x'.repeat(24_000_000));
    expect(await response.json()).toMatchObject({ errMsg: expect.stringContaining('EXCEED_MAX_PAYLOAD_SIZE') as string });
  });

  it('breaks the connection of somebody who never stops sending', async () => {
    await expect(post('/functions/probe', 'x'.repeat(48_000_000))).rejects.toThrow('fetch failed');
  });

  it('hands deep and wide events to the function as they are', async () => {
    const deep = `{"do":"calls","deep":${'['.repeat(40_000)}${']'.repeat(40_000)}}`;
    expect(await (await post('/functions/probe', deep)).json()).toHaveProperty('result');
  });

  it('refuses an answer of more than 1 MB', async () => {
    expect(await (await post('/functions/probe', JSON.stringify({ do: 'large', bytes: 1024 * 1024 - 2 }))).json()).toHaveProperty(
      'result',
    );
    expect(await (await post('/functions/probe', JSON.stringify({ do: 'large', bytes: 1024 * 1024 }))).json()).toMatchObject({
      errCode: -604001,
    });
  });
});

describe('who may ask', () => {
  const withHost = (host: string): Promise<number> =>
    new Promise((resolve, reject) => {
      request(`${cloud.emulator.url}/healthz`, { headers: { host } }, (response) => {
        response.resume();
        resolve(response.statusCode ?? 0);
      })
        .on('error', reject)
        .end();
    });

  it('is this machine only, by whatever name a page found it', async () => {
    expect(await withHost('localhost')).toBe(200);
    expect(await withHost('evil.example')).toBe(403);
  });

  it('is no page of another site', async () => {
    expect((await post('/functions/probe', '{}', { origin: 'https://evil.example' })).status).toBe(403);
    expect((await post('/functions/probe', '{}', { origin: 'http://localhost:10086' })).status).toBe(200);
    expect((await post('/__control/clock', '{"advance":1}', { origin: 'http://localhost:10086' })).status).toBe(403);
    expect((await post('/__control/clock', '{"advance":1}', { origin: cloud.emulator.url })).status).toBe(200);
  });

  it('is no browser at all on the way of the SDK', async () => {
    const action = JSON.stringify({ action: 'database.calculateDocument', collectionName: 'trail', queryType: 'WHERE' });
    expect((await post('/admin', action, { origin: cloud.emulator.url })).status).toBe(403);
    expect(await (await post('/admin', action)).json()).toMatchObject({
      data: { total: 0 },
      requestId: expect.any(String) as string,
    });
  });
});

describe('the rest of the address', () => {
  it('says that it is well', async () => {
    expect(await (await fetch(`${cloud.emulator.url}/healthz`)).json()).toEqual({ ok: true });
  });

  it('serves the routes of its host', async () => {
    expect(await (await fetch(`${cloud.emulator.url}/v/abc`)).text()).toBe('verify abc');
  });

  it('serves the pages of its host', async () => {
    expect(await (await fetch(`${cloud.emulator.url}/`)).text()).toBe('<h1>first page</h1>');
    expect((await fetch(`${cloud.emulator.url}/..%2f..%2fetc/passwd`)).status).toBe(404);
  });

  it('offers people to sign in as, with their names as text', async () => {
    const page = await (await fetch(`${cloud.emulator.url}/__sign-in`)).text();
    expect(page).toContain('data-openid="o-lin"');
    expect(page).toContain('林一 &lt;b&gt;');
  });

  it('refuses an unknown action and a body that is none', async () => {
    expect(await (await post('/admin', '{"action":"nothing.known"}')).json()).toMatchObject({ code: 'INVALID_PARAM' });
    expect(await (await post('/admin', 'nonsense')).json()).toMatchObject({ code: 'INVALID_PARAM' });
  });

  it('refuses calls in the name of an invocation that never was', async () => {
    const action = JSON.stringify({ action: 'database.calculateDocument', collectionName: 'trail', queryType: 'WHERE' });
    expect(await (await post('/admin/00000000-0000-0000-0000-000000000000', action)).json()).toMatchObject({
      code: 'INVALID_REQUEST_SOURCE',
    });
  });
});
