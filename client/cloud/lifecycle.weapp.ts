import Taro from '@tarojs/taro';

type Watch = (changed: (value: boolean) => void) => () => void;

/** In front or in the background, as WeChat tells. */
export const watchFocus: Watch | undefined = (changed) => {
  const shown = () => changed(true);
  const hidden = () => changed(false);
  Taro.onAppShow(shown);
  Taro.onAppHide(hidden);
  return () => {
    Taro.offAppShow(shown);
    Taro.offAppHide(hidden);
  };
};

/** With or without a network, as WeChat tells. */
export const watchOnline: Watch | undefined = (changed) => {
  const listener = (status: { isConnected: boolean }) => changed(status.isConnected);
  Taro.onNetworkStatusChange(listener);
  return () => Taro.offNetworkStatusChange(listener);
};
