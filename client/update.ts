import Taro from '@tarojs/taro';

/** Offers a downloaded new release at once: a phone may otherwise keep last month's for as long as it stays in memory. */
export function offerUpdate() {
  if (process.env.TARO_ENV !== 'weapp') return;
  const manager = Taro.getUpdateManager();
  manager.onUpdateReady(() => {
    void Taro.showModal({
      title: '有新版本',
      content: '更新后继续使用，填写中的内容不会丢失。',
      confirmText: '现在更新',
      cancelText: '稍后',
    }).then(({ confirm }) => {
      if (confirm) manager.applyUpdate();
    });
  });
}
