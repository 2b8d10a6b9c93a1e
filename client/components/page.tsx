import { View } from '@tarojs/components';
import Taro, { useDidShow } from '@tarojs/taro';
import { type ReactNode, useEffect } from 'react';
import { useLook } from '../theme/settings';
import { paintChrome } from '../theme/system';
import { aria } from './a11y';
import { NavBar } from './nav-bar';
import { TabBar, type TabName } from './tab-bar';

interface PageProps {
  /** The page's name, in the navigation bar. */
  title: string;
  /** Set on the four tab pages only: draws the tab bar (in WeChat it is custom-tab-bar/). */
  tab?: TabName;
  /** Private pages (an application, a review) can't be shared: hides the share menu. */
  isPrivate?: boolean;
  /** Usually a `BottomBar`; stays at the bottom edge, above the safe area. */
  footer?: ReactNode;
  /** True while the first data loads: announced as busy. */
  busy?: boolean;
  children?: ReactNode;
}

/**
 * The root of every page: carries the tokens, theme and text size, the navigation bar, the main column and the footer.
 * Children are laid out in one column with 20 px between them.
 */
export function Page({ title, tab, isPrivate = false, footer, busy, children }: PageProps) {
  const look = useLook();
  useDidShow(() => {
    paintChrome(look.dark);
    if (isPrivate && process.env.TARO_ENV === 'weapp') void Taro.hideShareMenu();
  });
  useEffect(() => paintChrome(look.dark), [look.dark]);
  useEffect(() => {
    void Taro.setNavigationBarTitle({ title });
  }, [title]);
  return (
    <View className={`page${look.className}`}>
      <NavBar title={tab ? '会员之家' : title} brand={tab !== undefined} />
      <View className="main" {...aria({ role: 'main', busy })}>
        {children}
      </View>
      {footer}
      {tab && process.env.TARO_ENV === 'h5' ? <TabBar current={tab} /> : null}
    </View>
  );
}
