import Taro from '@tarojs/taro';

type Query = Readonly<Record<string, string>>;

/** Every page outside the tabs, by sub-package. */
interface Pages {
  membership: 'apply' | 'form' | 'check' | 'submitted' | 'track' | 'certificate' | 'verify';
  account: 'inbox' | 'settings' | 'roles';
  staff: 'workbench' | 'review' | 'meetings' | 'meeting' | 'vote';
}

/** The address of a page, as Taro wants it. */
export function address<K extends keyof Pages>(area: K, page: Pages[K], query: Query = {}): string {
  const search = Object.entries(query).map(([key, value]) => `${key}=${encodeURIComponent(value)}`);
  return `/${area}/pages/${page}/index${search.length > 0 ? `?${search.join('&')}` : ''}`;
}

/** Opens a page on top of this one. */
export function open<K extends keyof Pages>(area: K, page: Pages[K], query?: Query) {
  void Taro.navigateTo({ url: address(area, page, query) });
}

/** Opens a page in place of this one: after something that must not be gone back to. */
export function replaceWith<K extends keyof Pages>(area: K, page: Pages[K], query?: Query) {
  void Taro.redirectTo({ url: address(area, page, query) });
}

/** Opens a page by the path a server sent (no leading slash), such as an inbox entry's. Paths of tab pages switch the tab. */
export function openPath(path: string) {
  const url = `/${path}`;
  void (path.startsWith('pages/') ? Taro.switchTab({ url }) : Taro.navigateTo({ url }));
}
