import Taro from '@tarojs/taro';

/** Opens a page of `shared/pages` on top of this one. */
export function openPage(page: string) {
  void Taro.navigateTo({ url: `/${page}` });
}

/** Opens a page in place of this one, so that going back does not return to a step that is done. */
export function replacePage(page: string) {
  void Taro.redirectTo({ url: `/${page}` });
}
