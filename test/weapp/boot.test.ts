import { drawing, setData } from '../../config/budgets';
import { startCloud, type TestCloud } from '../support/cloud';
import { demoVisit, demoVisitNames } from '../support/demo-pages';
import { allPages } from './build-files';
import { WeappPage } from './weapp-page';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startCloud({ demo: true });
});
afterAll(() => cloud.close());

describe.each(demoVisitNames)('page %i, %s, as %s', (index) => {
  it('boots without errors, shows something, and stays within what a phone draws quickly', async () => {
    const { page, openid, query } = demoVisit(cloud.emulator, index);
    const opened = await WeappPage.open(page, { openid, query, gateway: cloud.emulator.url });
    try {
      const { text, errors, payloads, nodes, depth, cloud: calls } = await opened.look();
      expect(errors).toEqual([]);
      expect(text).not.toBe('');
      expect(payloads[0]).toBeLessThanOrEqual(setData.firstFrame);
      expect(Math.max(...payloads)).toBeLessThanOrEqual(setData.pageOfTwentyRows);
      expect(nodes).toBeLessThanOrEqual(drawing.nodes);
      expect(depth).toBeLessThanOrEqual(drawing.depth);
      expect(calls.length).toBeLessThanOrEqual(1);
    } finally {
      await opened.close();
    }
  });
});

it('visits every page of the app', () => {
  expect(new Set(demoVisitNames.map(([, page]) => page))).toEqual(new Set(allPages()));
});
