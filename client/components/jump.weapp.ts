import Taro from '@tarojs/taro';

/** Scrolls a node of the open page into view, a little below the bar. */
export function jumpTo(id: string, _onItself = false) {
  void Taro.pageScrollTo({ selector: `#${id}`, offsetTop: -16, duration: 160 });
}
