import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { type Emulator, type EmulatorOptions, startEmulator } from '../../emulator';
import { appOptions } from '../../scripts/app-options';
import { copyOfDemoStore } from '../support/demo-store';
import { launchBrowser } from './chromium';

export interface Screen {
  readonly width: number;
  readonly height: number;
}

export const screens: readonly Screen[] = [
  { width: 390, height: 844 },
  { width: 360, height: 640 },
];

/** How pages are drawn; the app's own settings. */
export interface Look {
  readonly theme: 'light' | 'dark';
  readonly scale: 1 | 1.2 | 1.4 | 1.6;
}

/** One person's browser: storage and cookies of its own. */
export interface Visitor {
  readonly context: BrowserContext;
  /** Errors of scripts and of the console, of all pages so far. */
  readonly errors: readonly string[];
  /** Opens an address of the app (`staff/pages/review/index?id=…`) in a fresh tab and waits until it has come to rest. */
  open(address: string): Promise<Page>;
}

/** The built browser client on an emulator of its own. */
export interface RunningApp {
  readonly emulator: Emulator;
  readonly browser: Browser;
  /** @param openid who is signed in; nobody when left out */
  visit(openid?: string, screen?: Screen): Promise<Visitor>;
  close(): Promise<void>;
}

/** Starts the app with an empty store, or with the demonstration's. */
export async function startApp(
  options: Partial<Pick<EmulatorOptions, 'people' | 'timers'>> & { readonly demo?: boolean } = {},
): Promise<RunningApp> {
  const { people = [], timers = 'manual', demo = false } = options;
  const dataDir = demo ? await copyOfDemoStore() : await mkdtemp(path.join(os.tmpdir(), 'member-home-browser-'));
  const emulator = await startEmulator({ ...(await appOptions({ dataDir, port: 0, people })), timers, refuseScans: true });
  const browser = await launchBrowser();
  return {
    emulator,
    browser,
    visit: (openid, screen) => visit(browser, emulator.url, openid, screen),
    async close() {
      await browser.close();
      await emulator.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

async function visit(browser: Browser, url: string, openid: string | undefined, screen = screens[0]): Promise<Visitor> {
  const context = await browser.newContext({
    viewport: screen ?? null,
    hasTouch: true,
    isMobile: true,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
  });
  if (openid) await context.addInitScript((id) => localStorage.setItem('wx-openid', id), openid);
  const errors: string[] = [];
  return {
    context,
    errors,
    async open(address) {
      const page = await context.newPage();
      page.on('pageerror', (error) => errors.push(`${address}: ${error.stack ?? error.message}`));
      page.on('console', (message) => {
        if (message.type() === 'error') errors.push(`${address}: ${message.text()}`);
      });
      await page.goto(`${url}/#/${address}`);
      await atRest(page);
      return page;
    },
  };
}

/** Waits until a page has drawn what it has to show: no call under way, nothing busy, fonts there, the size of text set. */
export async function atRest(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  await page.waitForFunction(() => {
    const visible = [...document.querySelectorAll('.page')].filter((element) => element.getClientRects().length > 0);
    return (
      visible.length > 0 &&
      visible.every((element) => !element.querySelector('[aria-busy=true]')) &&
      document.fonts.status === 'loaded'
    );
  });
}

/** Changes theme and text size of an open page in place, and waits until it is drawn so. */
export async function switchLook(page: Page, look: Look): Promise<void> {
  await page.evaluate((detail) => window.dispatchEvent(new CustomEvent('member-home:settings', { detail })), look);
  await page.waitForFunction(({ theme, scale }) => {
    const shown = [...document.querySelectorAll('.page')].find((element) => element.getClientRects().length > 0);
    const wanted = scale === 1 ? !/\bx1[246]\b/.test(shown?.className ?? 'x12') : shown?.classList.contains(`x${scale * 10}`);
    return wanted && shown?.classList.contains('dark') === (theme === 'dark');
  }, look);
}
