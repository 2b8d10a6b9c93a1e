import { execFile } from 'node:child_process';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { type Browser, chromium } from 'playwright-core';

interface Prepared {
  readonly executablePath: string;
  readonly args: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
}

/**
 * Unpacks the Chromium that comes with npm, once for a test run. Linux x64; elsewhere `CHROME_PATH` names an installed Chrome.
 * The result travels to the test processes in the environment.
 */
export async function prepareChromium(): Promise<void> {
  const script = path.join(__dirname, 'prepare-chromium.mjs');
  const directory = path.join(os.tmpdir(), `member-home-chromium-${os.userInfo().uid}`);
  const { stdout } = await promisify(execFile)(process.execPath, [script, directory]);
  process.env.TEST_CHROMIUM = stdout;
}

/** A browser for one test file; close it when the file is done. */
export async function launchBrowser(): Promise<Browser> {
  const prepared = JSON.parse(process.env.TEST_CHROMIUM ?? 'null') as Prepared | null;
  if (prepared === null) throw new Error('Chromium is prepared by the global set-up of the browser tests');
  const { executablePath, args, environment } = prepared;
  return chromium.launch({ executablePath, args: [...args], headless: true, env: { ...process.env, ...environment } });
}
