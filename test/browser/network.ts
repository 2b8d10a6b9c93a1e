import type { BrowserContext, Route } from 'playwright-core';

export interface Weather {
  /** Added to every call, in ms. */
  readonly latency: number;
  /** Every so many-th call fails: one time before it reaches the server, the next time after the server has carried it out. */
  readonly failEvery: number;
}

/** What became of the calls under bad weather. */
export interface WeatherReport {
  readonly calls: number;
  readonly lostBefore: number;
  /** Carried out, but the phone never heard of it. */
  readonly lostAfter: number;
}

/** A slow network that loses calls, always the same ones. Only calls of cloud functions are concerned. */
export async function badWeather(context: BrowserContext, { latency, failEvery }: Weather): Promise<() => WeatherReport> {
  const report = { calls: 0, lostBefore: 0, lostAfter: 0 };
  const forward = async (route: Route) => {
    report.calls += 1;
    const fails = report.calls % failEvery === 0;
    const before = fails && report.lostBefore <= report.lostAfter;
    if (before) {
      report.lostBefore += 1;
      await route.abort('connectionreset');
    } else if (fails) {
      await route.fetch();
      report.lostAfter += 1;
      await route.abort('connectionreset');
    } else {
      await route.continue();
    }
  };
  await context.route('**/functions/*', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, latency));
    // The page may be gone by then; nobody waits for the answer any more.
    await forward(route).catch(() => undefined);
  });
  return () => ({ ...report });
}
