import Taro from '@tarojs/taro';
import type { SystemLook } from './settings';

/** What WeChat says about text size and theme. `fontSizeScaleFactor` needs library 2.23.4; older ones answer 1. */
export function readSystemLook(): SystemLook {
  const info: { theme?: string; fontSizeScaleFactor?: number } = Taro.getAppBaseInfo?.() ?? {};
  return { scale: info.fontSizeScaleFactor ?? 1, dark: info.theme === 'dark' };
}

/** Calls back whenever WeChat changes between light and dark. */
export function watchSystemLook(changed: () => void) {
  Taro.onThemeChange?.(changed);
}

/** Colours of the bars that WeChat draws itself. */
export function paintChrome(dark: boolean) {
  const paper = dark ? '#171411' : '#faf7f2';
  const quiet = () => undefined; // A page without a bar of its own (an overlay) refuses; nothing depends on it.
  Taro.setNavigationBarColor({ frontColor: dark ? '#ffffff' : '#000000', backgroundColor: paper }).catch(quiet);
  Taro.setBackgroundColor({ backgroundColor: paper, backgroundColorTop: paper, backgroundColorBottom: paper }).catch(quiet);
}
