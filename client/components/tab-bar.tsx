import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useLook } from '../theme/settings';
import { aria, tappable } from './a11y';
import { Icon, type IconName } from './icon';

const TABS = [
  { name: 'home', text: '首页', icon: 'home' },
  { name: 'events', text: '活动', icon: 'calendar' },
  { name: 'stories', text: '风采', icon: 'news' },
  { name: 'me', text: '我的', icon: 'me' },
] as const satisfies ReadonlyArray<{ name: string; text: string; icon: IconName }>;

export type TabName = (typeof TABS)[number]['name'];

/** The bar of the four tab pages; the current one is marked by weight and word as well as by colour. */
export function TabBar({ current }: { current: TabName }) {
  const look = useLook();
  return (
    <View className={`tabs${look.className}`} {...aria({ role: 'navigation', label: '主导航' })}>
      {TABS.map(({ name, text, icon }) => (
        <View
          key={name}
          className={`tabs-item${name === current ? ' is-here' : ''}`}
          {...tappable(() => void Taro.switchTab({ url: `/pages/${name}/index` }), {
            role: 'link',
            label: text,
            selected: process.env.TARO_ENV === 'weapp' ? name === current : undefined,
            current: name === current ? 'page' : undefined,
          })}
        >
          <Icon name={icon} size="l" />
          <View>{text}</View>
        </View>
      ))}
    </View>
  );
}
