import Taro from '@tarojs/taro';

/** Opens a page by its path without a leading slash (see `shared/pages`, or what a server sent). Tab pages switch the tab. */
export function openPage(path: string) {
  const url = `/${path}`;
  void (path.startsWith('pages/') ? Taro.switchTab({ url }) : Taro.navigateTo({ url }));
}

/** Opens a page in place of this one: after something that must not be gone back to. */
export function replacePage(path: string) {
  void Taro.redirectTo({ url: `/${path}` });
}
