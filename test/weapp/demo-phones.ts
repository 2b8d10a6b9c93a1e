import { setData } from '../../config/budgets';
import { type Acting, actAs } from '../../scripts/demo/acting';
import { startCloud, type TestCloud } from '../support/cloud';
import type { Snapshot } from './container/protocol';
import { type OpenOptions, WeappPage } from './weapp-page';

/** Phones on one emulator with the demonstration's data. */
export interface DemoPhones {
  /** Opens a page and waits until it has drawn. It is closed after the test, which fails if the page reported an error. */
  open(page: string, openid: string, query?: Readonly<Record<string, string>>, more?: OpenOptions): Promise<WeappPage>;
  /** The same person without a phone: to bring about what a test needs, and to see what the server knows. */
  person(openid: string): Acting;
  /** Ids of a collection's documents, oldest first, that have these values. */
  ids(collection: string, having?: Readonly<Record<string, unknown>>): readonly string[];
  /** Delivers what followed from commands, as the timer does. */
  deliver(): Promise<void>;
}

/** Starts and stops the emulator and closes pages around the tests of the calling file. */
export function demoPhones(): DemoPhones {
  let cloud: TestCloud;
  const opened: WeappPage[] = [];
  beforeAll(async () => {
    cloud = await startCloud({ demo: true });
  });
  afterAll(() => cloud.close());
  afterEach(async () => {
    const pages = opened.splice(0);
    try {
      for (const page of pages) expect((await page.look()).errors).toEqual([]);
    } finally {
      await Promise.all(pages.map((page) => page.close()));
    }
  });
  return {
    async open(page, openid, query = {}, more = {}) {
      const phone = await WeappPage.open(page, { openid, query, gateway: cloud.emulator.url, ...more });
      opened.push(phone);
      await phone.look();
      return phone;
    },
    person: (openid) => actAs(cloud.emulator, openid),
    ids(collection, having = {}) {
      const wanted = Object.entries(having);
      const found = cloud.emulator.database
        .documents(collection)
        .filter((each) => wanted.every(([key, value]) => each[key] === value));
      return found.map(({ _id }) => String(_id));
    },
    async deliver() {
      await cloud.emulator.timers.fire('jobs', 'deliver');
    },
  };
}

/** Where a page went so far, as addresses without the leading slash, the last one last. */
export const wentTo = ({ wx }: Snapshot): readonly string[] =>
  wx
    .filter(({ api }) => ['navigateTo', 'redirectTo', 'switchTab'].includes(api))
    .map(({ options }) => (options as { url: string }).url.replace(/^\//, ''));

/** The last call of an endpoint: what was sent and whether the server carried it out. */
export function lastCall({ cloud }: Snapshot, endpoint: string): { readonly input: unknown; readonly ok: boolean } | undefined {
  const calls = cloud as readonly { event: { endpoint: string; input: unknown }; answer: { result?: { ok: boolean } } }[];
  const call = calls.filter(({ event }) => event.endpoint === endpoint).at(-1);
  return call && { input: call.event.input, ok: call.answer.result?.ok === true };
}

/** A tap that changes one row redraws no more than a phone shows without delay. */
export function expectSmall({ drawn }: Snapshot): void {
  expect(drawn.length).toBeGreaterThan(0);
  expect(Math.max(...drawn)).toBeLessThanOrEqual(setData.tap);
}
