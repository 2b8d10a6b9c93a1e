import Taro from '@tarojs/taro';

/** Who is signed in to the browser build; WeChat knows it by itself. Set by the local sign-in page. */
export const OPENID_KEY = 'wx-openid';
/** Prefix of answers kept for weak networks (see kept.ts). */
export const KEPT_PREFIX = 'kept:';

let capacity: string | undefined;

/** Tells two people on one browser apart, so that neither sees what was kept for the other. Always empty in WeChat. */
export function identity(): string {
  return process.env.TARO_ENV === 'h5' ? (localStorage.getItem(OPENID_KEY) ?? '') : '';
}

const capacityKey = () => `acting-as:${identity()}`;

/** The capacity the person chose to act in; undefined: in their own name. The server checks that they hold it. */
export function actingAs(): string | undefined {
  if (capacity === undefined) capacity = String(Taro.getStorageSync(capacityKey()) || '');
  return capacity || undefined;
}

/** Chooses a capacity (a key out of `account.me`'s list, or null for one's own name); callers then refetch what they show. */
export function actAs(key: string | null) {
  capacity = key ?? '';
  if (key) Taro.setStorageSync(capacityKey(), key);
  else Taro.removeStorageSync(capacityKey());
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
