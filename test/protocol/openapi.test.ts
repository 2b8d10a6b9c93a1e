import { rmSync } from 'node:fs';
import jsQR from 'jsqr';
import { PNG } from 'pngjs';
import { buildFixtures, startCloud, type TestCloud } from './cloud';

let folder: string;
let cloud: TestCloud;

beforeAll(() => {
  folder = buildFixtures();
});
beforeEach(async () => {
  cloud = await startCloud(folder);
});
afterEach(() => cloud.close());
afterAll(() => rmSync(folder, { recursive: true }));

const api = (name: string, args: Record<string, unknown>, openid = 'o-lin'): Promise<unknown> =>
  cloud.probe({ do: 'openapi', api: name, args, report: true }, openid);

describe('permission', () => {
  it('is refused with -604101 to a function whose configuration does not list the API', async () => {
    const event = { do: 'openapi', api: 'subscribeMessage.send', args: { touser: 'o-lin' }, report: true };
    expect(await cloud.emulator.call('poor', event)).toMatchObject({ errCode: -604101 });
    expect(cloud.emulator.openapi.sent).toEqual([]);
  });

  it('does not help when the API does not exist here', async () => {
    expect(await api('customerServiceMessage.send', {})).toMatchObject({ errCode: -604100 });
  });
});

describe('subscribeMessage.send', () => {
  const message = {
    touser: 'o-lin',
    templateId: 'T1',
    page: 'pages/index/index',
    data: { thing1: { value: '您好' }, characterString2: { value: 'A1' } },
  };

  it('sends one message for one acceptance', async () => {
    cloud.emulator.openapi.subscribe.grant('o-lin', 'T1');
    expect(await api('subscribeMessage.send', message)).toMatchObject({ errCode: 0 });
    expect(await api('subscribeMessage.send', message)).toMatchObject({ errCode: 43101 });
    expect(cloud.emulator.openapi.sent).toMatchObject([
      { touser: 'o-lin', templateId: 'T1', data: { thing1: { value: '您好' }, character_string2: { value: 'A1' } } },
    ]);
  });

  it('counts acceptances by person and template', async () => {
    cloud.emulator.openapi.subscribe.grant('o-chen', 'T1');
    cloud.emulator.openapi.subscribe.grant('o-lin', 'T2');
    expect(await api('subscribeMessage.send', message)).toMatchObject({ errCode: 43101 });
  });

  it('refuses what WeChat refuses: no person, no template, a value too long', async () => {
    cloud.emulator.openapi.subscribe.grant('o-lin', 'T1');
    expect(await api('subscribeMessage.send', { ...message, touser: '' })).toMatchObject({ errCode: 40003 });
    expect(await api('subscribeMessage.send', { ...message, templateId: '' })).toMatchObject({ errCode: 40037 });
    expect(await api('subscribeMessage.send', { ...message, data: { thing1: { value: '字'.repeat(21) } } })).toMatchObject({
      errCode: 47003,
    });
    expect(cloud.emulator.openapi.subscribe.balance('o-lin', 'T1')).toBe(1);
  });
});

describe('security.msgSecCheck', () => {
  const check = (content: string, more: Record<string, unknown> = {}): Promise<unknown> =>
    api('security.msgSecCheck', { openid: 'o-lin', scene: 2, version: 2, content, ...more });

  it('passes ordinary text and finds the listed words risky', async () => {
    expect(await check('我们去敬老院')).toMatchObject({ result: { suggest: 'pass', label: 100 } });
    expect(await check('前面违禁词后面')).toMatchObject({ result: { suggest: 'risky' } });
  });

  it('answers what a test tells it to', async () => {
    cloud.emulator.openapi.security.textVerdict = (content) => ({
      suggest: content.includes('看') ? 'review' : 'pass',
      label: 20001,
    });
    expect(await check('看一看')).toMatchObject({ result: { suggest: 'review', label: 20001 } });
  });

  it('refuses version 1, a wrong scene, more than 2500 characters and an unknown person', async () => {
    expect(await check('文', { version: 1 })).toMatchObject({ errCode: 47001 });
    expect(await check('文', { scene: 5 })).toMatchObject({ errCode: 47001 });
    expect(await check('文'.repeat(2501))).toMatchObject({ errCode: 45002 });
    expect(await check('文', { openid: '' })).toMatchObject({ errCode: 40003 });
  });

  it('wants the person to have been here within two hours', async () => {
    expect(await check('文', { openid: 'o-never-here' })).toMatchObject({ errCode: 61010 });
    await cloud.probe({ do: 'who' }, 'o-chen');
    await cloud.emulator.clock.advance(2 * 3_600_000 - 60_000);
    expect(await check('文', { openid: 'o-chen' })).toMatchObject({ result: { suggest: 'pass' } });
    await cloud.emulator.clock.advance(120_000);
    expect(await check('文', { openid: 'o-chen' })).toMatchObject({ errCode: 61010 });
  });
});

describe('security.mediaCheckAsync', () => {
  const check = async (): Promise<string> => {
    const answer = await api('security.mediaCheckAsync', {
      openid: 'o-lin',
      scene: 3,
      version: 2,
      mediaUrl: 'http://127.0.0.1/a',
      mediaType: 2,
    });
    return (answer as { traceId: string }).traceId;
  };
  const received = async (): Promise<readonly Record<string, unknown>[]> => {
    await cloud.emulator.openapi.security.settled();
    return cloud.emulator.database.documents('received').map((row) => row['event'] as Record<string, unknown>);
  };

  it('answers with a trace id and pushes the result to the function named push', async () => {
    cloud.emulator.openapi.security.mediaVerdict = { suggest: 'risky', label: 20002 };
    const traceId = await check();
    expect(await received()).toEqual([
      expect.objectContaining({
        MsgType: 'event',
        Event: 'wxa_media_check',
        trace_id: traceId,
        result: { suggest: 'risky', label: 20002 },
      }),
    ]);
  });

  it('pushes twice when told so', async () => {
    cloud.emulator.openapi.security.pushMode = 'twice';
    await check();
    expect(await received()).toHaveLength(2);
  });

  it('never pushes when told so', async () => {
    cloud.emulator.openapi.security.pushMode = 'never';
    await check();
    expect(await received()).toEqual([]);
  });

  it('pushes late when told so', async () => {
    cloud.emulator.openapi.security.pushMode = 'late';
    const traceId = await check();
    expect(await received()).toEqual([]);
    await cloud.emulator.clock.advance(3_600_000);
    await cloud.emulator.openapi.security.deliverLate();
    expect(await received()).toMatchObject([{ trace_id: traceId }]);
  });

  it('refuses what is no picture or sound', async () => {
    const args = { openid: 'o-lin', scene: 3, version: 2, mediaUrl: 'http://127.0.0.1/a', mediaType: 3 };
    expect(await api('security.mediaCheckAsync', args)).toMatchObject({ errCode: 47001 });
  });
});

describe('phonenumber.getPhoneNumber', () => {
  it('gives the number for a code, once', async () => {
    cloud.emulator.openapi.phoneNumbers.set('code-1', '13800000000');
    expect(await api('phonenumber.getPhoneNumber', { code: 'code-1' })).toMatchObject({
      phoneInfo: { purePhoneNumber: '13800000000' },
    });
    expect(await api('phonenumber.getPhoneNumber', { code: 'code-1' })).toMatchObject({ errCode: 40029 });
  });
});

describe('wxacode.getUnlimited', () => {
  it('returns a picture with page and scene in it', async () => {
    const answer = (await api('wxacode.getUnlimited', { scene: 'v=abc', page: 'pages/verify', width: 430 })) as {
      buffer: string;
    };
    const { width, height, data } = PNG.sync.read(Buffer.from(answer.buffer, 'base64'));
    expect([width, height]).toEqual([430, 430]);
    expect(jsQR(new Uint8ClampedArray(data), width, height)?.data).toBe('pages/verify?v=abc');
  });

  it.each([
    [{ scene: 'x'.repeat(33) }, 40169],
    [{ scene: '中文' }, 40169],
    [{ scene: '' }, 40169],
    [{ scene: 'a', page: '/pages/verify' }, 41030],
    [{ scene: 'a', page: 'pages/verify?x=1' }, 41030],
    [{ scene: 'a', width: 100 }, 40097],
  ])('refuses %j', async (args, errCode) => {
    expect(await api('wxacode.getUnlimited', args)).toMatchObject({ errCode });
  });
});
