import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EmulatedClock } from '../../emulator/clock';
import { buildFixtures, startCloud, type TestCloud } from './cloud';

let folder: string;
let cloud: TestCloud;
const YEAR = 365 * 86_400_000;

beforeAll(() => {
  folder = buildFixtures();
});
beforeEach(async () => {
  cloud = await startCloud(folder);
});
afterEach(() => cloud.close());
afterAll(() => rmSync(folder, { recursive: true }));

it('moves Date in functions, and dates stay ordinary dates', async () => {
  await cloud.emulator.clock.advance(YEAR);
  const time = (await cloud.probe({ do: 'time' })) as Record<string, unknown>;
  expect(Math.abs(Number(time['now']) - Date.now() - YEAR)).toBeLessThan(5000);
  expect(time).toMatchObject({ isDate: true, sameConstructor: true, given: 5, subclass: true });
  expect(Number(time['constructed'])).toBeGreaterThanOrEqual(Number(time['now']) - 5);
  expect(time['text']).toContain(String(new Date(Date.now() + YEAR).getFullYear()));
});

it('moves for a worker that is already warm, even in the middle of a call', async () => {
  await cloud.probe({ do: 'put', collection: 'counters', id: 'any', data: { value: 1 } });
  const gate = cloud.emulator.faults.hold({ action: 'getDocument', tag: 'held' });
  const call = cloud.emulator.call('probe', { do: 'timeTwice', id: 'any' }, { tag: 'held' });
  await gate.arrived(1);
  await cloud.emulator.clock.advance(YEAR);
  gate.open();
  const [before = 0, after = 0] = (await call) as number[];
  expect(after - before).toBeGreaterThanOrEqual(YEAR);
});

it('decides server dates of the database', async () => {
  await cloud.emulator.clock.set(Date.UTC(2031, 4, 6));
  await cloud.probe({ do: 'stamp', id: 'stamped' });
  const [document] = cloud.emulator.database.documents('counters');
  expect((document?.['at'] as Date).toISOString()).toMatch(/^2031-05-06T00:00/);
});

it('stays moved when the emulator starts again on the same data', async () => {
  const data = mkdtempSync(join(tmpdir(), 'clock-'));
  const file = join(data, 'clock');
  await new EmulatedClock(file).advance(YEAR);
  expect(Math.abs(new EmulatedClock(file).now() - Date.now() - YEAR)).toBeLessThan(5000);
  rmSync(data, { recursive: true });
});

describe('a timer', () => {
  const received = (): readonly Readonly<Record<string, unknown>>[] => cloud.emulator.database.documents('received');

  it('calls its function by hand, with the event of a timer and no OPENID', async () => {
    await cloud.emulator.timers.fire('push', 'nightly');
    expect(received()).toEqual([
      expect.objectContaining({
        event: {
          Type: 'Timer',
          TriggerName: 'nightly',
          Time: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:]{8}Z$/) as string,
          Message: '',
        },
        context: expect.objectContaining({ OPENID: '', SOURCE: 'wx_trigger' }) as unknown,
      }),
    ]);
  });

  it('that does not exist cannot be fired', async () => {
    await expect(cloud.emulator.timers.fire('push', 'weekly')).rejects.toThrow('no timer weekly');
  });

  it('runs when the clock passes its time in Beijing, once for a long jump', async () => {
    await cloud.close();
    cloud = await startCloud(folder, { timers: 'automatic' });
    const { clock } = cloud.emulator;
    await clock.set(Date.UTC(2031, 0, 1, 18, 29, 0));
    const before = received().length;
    await clock.advance(30_000);
    expect(received()).toHaveLength(before);
    await clock.advance(60_000);
    expect(received()).toHaveLength(before + 1);
    expect(JSON.stringify(received())).toContain('"Time":"2031-01-01T18:30:00Z"');
    await clock.advance(10 * 86_400_000);
    expect(received()).toHaveLength(before + 2);
  });
});
