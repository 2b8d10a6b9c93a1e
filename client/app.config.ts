const weapp = process.env.TARO_ENV === 'weapp';
const page = (name: string) => `pages/${name}/index`;

/** Tab pages are in the main package; each other area is a sub-package, preloaded where it is likely to be wanted next. */
export default defineAppConfig({
  pages: [page('home'), page('events'), page('stories'), page('me')],
  subPackages: [
    {
      root: 'membership',
      pages: ['apply', 'form', 'check', 'submitted', 'track', 'certificate', 'verify', 'claim', 'invite'].map(page),
    },
    { root: 'account', pages: ['inbox', 'settings', 'roles', 'delegation', 'minutes'].map(page) },
    { root: 'member', pages: ['mine', 'change', 'representative', 'privacy', 'standing', 'resign'].map(page) },
    {
      root: 'staff',
      pages: [
        ...[
          'workbench',
          'members',
          'member',
          'review',
          'applications',
          'compliance',
          'rules',
          'rule',
          'replay',
          'changes',
          'change',
        ],
        ...['claims', 'claim', 'assist', 'assisted'],
      ].map(page),
    },
    { root: 'meetings', pages: ['meetings', 'meeting', 'vote', 'minutes', 'bodies', 'body'].map(page) },
  ],
  preloadRule: {
    [page('home')]: { network: 'all', packages: ['membership'] },
    [page('me')]: { network: 'wifi', packages: ['account', 'member', 'staff', 'meetings'] },
  },
  window: weapp
    ? {
        navigationBarTitleText: '会员之家',
        navigationBarBackgroundColor: '@bar',
        navigationBarTextStyle: '@barText' as 'black',
        backgroundColor: '@paper',
        backgroundColorTop: '@paper',
        backgroundColorBottom: '@paper',
        backgroundTextStyle: '@pull' as 'dark',
      }
    : { navigationBarTitleText: '会员之家' },
  tabBar: {
    // The mini-program's bar is custom-tab-bar/; the browser's own one is hidden and the same component drawn by the page.
    custom: weapp,
    color: '#6B6258',
    selectedColor: '#B8232F',
    backgroundColor: '#FFFFFF',
    borderStyle: 'white',
    list: [
      { pagePath: page('home'), text: '首页' },
      { pagePath: page('events'), text: '活动' },
      { pagePath: page('stories'), text: '风采' },
      { pagePath: page('me'), text: '我的' },
    ],
  },
  ...(weapp
    ? { darkmode: true, themeLocation: 'theme.json', lazyCodeLoading: 'requiredComponents', __usePrivacyCheck__: true }
    : {}),
});
