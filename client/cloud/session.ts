import Taro from '@tarojs/taro';

const CAPACITY_KEY = 'acting-as';
/** Prefix of answers kept for weak networks (see kept.ts). */
export const KEPT_PREFIX = 'kept:';

let capacity: string | undefined;

/** The capacity the person chose to act in; undefined: in their own name. The server checks that they hold it. */
export function actingAs(): string | undefined {
  if (capacity === undefined) capacity = String(Taro.getStorageSync(CAPACITY_KEY) || '');
  return capacity || undefined;
}

/** Chooses a capacity (a key out of `account.me`'s list, or null for one's own name); callers then refetch what they show. */
export function actAs(key: string | null) {
  capacity = key ?? '';
  if (key) Taro.setStorageSync(CAPACITY_KEY, key);
  else Taro.removeStorageSync(CAPACITY_KEY);
}

/** Forgets everything about the person on this phone but the look they chose. */
export function forgetPerson() {
  actAs(null);
  for (const key of Taro.getStorageInfoSync().keys) {
    if (key.startsWith(KEPT_PREFIX)) Taro.removeStorageSync(key);
  }
}

/** A value kept on this phone; undefined when there is none. The key says what was put there. */
export function readStored<T>(key: string): T | undefined {
  const value: T | '' | undefined = Taro.getStorageSync(key);
  return value === '' || value === undefined ? undefined : value;
}
