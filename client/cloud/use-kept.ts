import Taro from '@tarojs/taro';
import { useState } from 'react';
import { identity, KEPT_PREFIX, readStored } from './session';

interface Kept<T> {
  /** What was last typed on this phone; undefined while nothing was. */
  readonly value: T | undefined;
  readonly keep: (value: T) => void;
  /** Once it is saved on the server, or given up. */
  readonly drop: () => void;
}

/** Something typed on this phone and not yet saved: outlives the page and the app, and is forgotten with the person. */
export function useKept<T>(name: string): Kept<T> {
  const key = `${KEPT_PREFIX}typed:${name}:${identity()}`;
  const [value, setValue] = useState(() => readStored<T>(key));
  return {
    value,
    keep: (next) => {
      setValue(next);
      Taro.setStorageSync(key, next);
    },
    drop: () => {
      setValue(undefined);
      Taro.removeStorageSync(key);
    },
  };
}
