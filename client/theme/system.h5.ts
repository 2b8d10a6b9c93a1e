import { changeSettings, type Settings, type SystemLook } from './settings';

const darkQuery = '(prefers-color-scheme: dark)';

/** What the browser says about the theme; text size is the app's own setting there. */
export function readSystemLook(): SystemLook {
  return { scale: 1, dark: window.matchMedia(darkQuery).matches };
}

/**
 * Calls back when the system changes theme. A window event `member-home:settings` with a partial `Settings` as detail
 * changes the app's own setting from outside, as tests and the demo's sign-in page do.
 */
export function watchSystemLook(changed: () => void) {
  window.matchMedia(darkQuery).addEventListener?.('change', changed);
  window.addEventListener('member-home:settings', (event) => {
    if (event instanceof CustomEvent) changeSettings(event.detail as Partial<Settings>);
  });
}

/** Colour behind the page, seen when a phone scrolls past its end. */
export function paintChrome(dark: boolean) {
  document.body.style.backgroundColor = dark ? '#171411' : '#faf7f2';
  document.documentElement.style.colorScheme = dark ? 'dark' : 'light';
}
