import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from './chromium';
import { axeViolations, clippedText, sidewaysScroll, smallTargets } from './page-checks';

let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await launchBrowser();
  page = await browser.newPage({ viewport: { width: 360, height: 640 } });
});
afterAll(() => browser.close());

const show = (body: string) =>
  page.setContent(`<!doctype html><html lang="zh-CN"><title>会员</title><body><main><h1>标题</h1>${body}</main></body></html>`);

describe('the checks of a page', () => {
  it('find nothing wrong with plain text', async () => {
    await show('<p style="width:100px">会员之家，短句会换行，不会被切掉。</p>');
    expect(await axeViolations(page)).toEqual([]);
    expect(await clippedText(page)).toEqual([]);
    expect(await sidewaysScroll(page)).toBe(0);
  });

  it('find text cut by an ellipsis', async () => {
    await show(
      '<p style="width:100px;overflow:hidden;text-overflow:ellipsis;white-space:nowrap">这一行放不下，会被省略号切掉</p>',
    );
    expect(await clippedText(page)).toEqual([expect.stringContaining('这一行放不下')]);
  });

  it('find text whose lower half is hidden', async () => {
    await show('<div style="height:20px;overflow:hidden"><p style="font-size:40px;line-height:1;margin:0">半个字</p></div>');
    expect(await clippedText(page)).toEqual([expect.stringContaining('半个字')]);
  });

  it('find text outside the window, and the sideways scroll it makes', async () => {
    await show('<p style="position:absolute;left:330px;width:200px">右边出界</p>');
    expect(await clippedText(page)).toEqual([expect.stringContaining('右边出界')]);
    expect(await sidewaysScroll(page)).toBeGreaterThan(0);
  });

  it('leave alone what scrolls on purpose', async () => {
    await show(
      '<div tabindex="0" style="overflow-x:auto;white-space:nowrap"><span>很长很长的一行标签，可以横着滑动，不算切掉，因为手指能滑到</span></div>',
    );
    expect(await clippedText(page)).toEqual([]);
  });

  it('find a button without a name and text without contrast', async () => {
    await show('<button></button><p style="color:#ccc;background:#fff">看不清</p>');
    const found = (await axeViolations(page)).join('\n');
    expect(found).toContain('button-name');
    expect(found).toContain('color-contrast');
  });

  it('find what is too small for a thumb', async () => {
    await show('<button style="width:30px;height:30px">小</button><button style="width:60px;height:60px">大</button>');
    expect(await smallTargets(page)).toEqual(['“小” 30×30']);
  });
});
