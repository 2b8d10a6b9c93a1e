import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from './chromium';

let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await launchBrowser();
  page = await browser.newPage();
});
afterAll(() => browser.close());

/** The pixels of one character, drawn big. */
const draw = (character: string) =>
  page.evaluate((text) => {
    const canvas = document.createElement('canvas');
    canvas.width = 64;
    canvas.height = 64;
    const context = canvas.getContext('2d');
    if (!context) throw new Error('no canvas');
    context.font = '48px sans-serif';
    context.fillText(text, 4, 52);
    return canvas.toDataURL();
  }, character);

describe('the browser of the tests', () => {
  it('draws Chinese characters, not boxes for missing ones', async () => {
    const missing = await draw('\u{10FFFE}');
    const drawn = await Promise.all([...'会员之家慈善证书饕餮'].map(draw));
    expect(drawn).not.toContain(missing);
    expect(new Set(drawn).size).toBe(drawn.length);
  });
});
