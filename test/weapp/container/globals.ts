import { JSDOM } from 'jsdom';

/** What the logic layer of WeChat does not have; a page that leans on it must fail here as it would on a phone. */
const absent = [
  'fetch',
  'Headers',
  'Request',
  'Response',
  'FormData',
  'URL',
  'URLSearchParams',
  'AbortController',
  'crypto',
  'Blob',
  'structuredClone',
];

/** Gives the component container the DOM it draws into. Call before it is loaded. */
export function installDom(): void {
  const { window } = new JSDOM('<!doctype html><html><body></body></html>', { pretendToBeVisual: true });
  for (const name of ['Element', 'Event', 'CustomEvent', 'HTMLElement', 'Node', 'Text', 'TouchEvent'] as const) {
    Object.defineProperty(globalThis, name, { value: window[name], configurable: true, writable: true });
  }
  Object.defineProperty(globalThis, 'window', { value: window, configurable: true });
  Object.defineProperty(globalThis, 'document', { value: window.document, configurable: true });
}

/** Takes away what a phone lacks. Call when the container and the stand-in of `wx` are loaded. */
export function hideWhatPhonesLack(): void {
  for (const name of absent) Reflect.deleteProperty(globalThis, name);
}

/** Timers of pages that end so soon (ms) are waited for. */
const SOON = 2000;
const timers = new Set<unknown>();

/** True while a page has something to do in a moment: a retry, an autosave, a redraw. */
export const hasTimers = (): boolean => timers.size > 0;

/** Keeps count of the short timers that pages set from now on. */
export function watchTimers(): void {
  const set = globalThis.setTimeout;
  const clear = globalThis.clearTimeout;
  const watched = (run: (...inputs: readonly unknown[]) => void, delay = 0, ...inputs: readonly unknown[]): unknown => {
    const timer = set(() => {
      timers.delete(timer);
      run(...inputs);
    }, delay);
    if (delay <= SOON) timers.add(timer);
    return timer;
  };
  const forget = (timer: NodeJS.Timeout | undefined): void => {
    timers.delete(timer);
    clear(timer);
  };
  Object.assign(globalThis, { setTimeout: watched, clearTimeout: forget });
}
