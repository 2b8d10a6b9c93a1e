import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { aria, tappable } from './a11y';
import { Icon } from './icon';

function goBack() {
  if (Taro.getCurrentPages().length > 1) void Taro.navigateBack();
  else void Taro.switchTab({ url: '/pages/home/index' });
}

/** The browser's stand-in for WeChat's navigation bar: the name seal on tab pages, back and the page's name elsewhere. */
export function NavBar({ title, brand }: { title: string; brand: boolean }) {
  return (
    <View className="nav" {...aria({ role: 'banner' })}>
      {brand ? (
        <View className="nav-seal" {...aria({ hidden: true })}>
          会员之家
        </View>
      ) : (
        <View className="nav-back" {...tappable(goBack, { label: '返回' })}>
          <Icon name="back" size="l" />
        </View>
      )}
      <View className={brand ? 'nav-brand' : 'nav-title'}>{title}</View>
    </View>
  );
}
