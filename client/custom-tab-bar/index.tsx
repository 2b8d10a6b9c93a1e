import Taro, { useDidShow } from '@tarojs/taro';
import { useState } from 'react';
import { TabBar, type TabName } from '../components/tab-bar';

const TAB_OF_ROUTE: Record<string, TabName> = {
  'pages/home/index': 'home',
  'pages/events/index': 'events',
  'pages/stories/index': 'stories',
  'pages/me/index': 'me',
};

function tabOfOpenPage(): TabName {
  const open = Taro.getCurrentPages();
  const route = open[open.length - 1]?.route ?? '';
  return TAB_OF_ROUTE[route] ?? 'home';
}

/** WeChat makes one of these per tab page; each shows its own page as current. */
export default function CustomTabBar() {
  const [current, setCurrent] = useState(tabOfOpenPage);
  useDidShow(() => setCurrent(tabOfOpenPage()));
  return <TabBar current={current} />;
}
