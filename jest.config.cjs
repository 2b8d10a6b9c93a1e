const swc = [
  '@swc/jest',
  {
    jsc: { parser: { syntax: 'typescript', tsx: true }, transform: { react: { runtime: 'automatic' } }, target: 'es2022' },
    module: { type: 'commonjs' },
  },
];

const base = {
  rootDir: __dirname,
  testEnvironment: 'node',
  transform: { '^.+\\.(tsx?|m?js)$': swc },
  // These ship ES modules only.
  transformIgnorePatterns: ['/node_modules/(?!(mingo|uqr|fast-check|pure-rand|hono|@hono)/)'],
  moduleNameMapper: { '^@shared/(.*)$': '<rootDir>/shared/$1', '^@client/(.*)$': '<rootDir>/client/$1' },
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.cache/', '<rootDir>/.data/'],
};

// `server` needs no client build: it bundles the functions itself, in less than a second and only when they changed.
module.exports = {
  testTimeout: 60_000,
  maxWorkers: 2,
  testSequencer: './test/longest-first.cjs',
  projects: [
    {
      ...base,
      displayName: 'server',
      testMatch: ['<rootDir>/{bench,client,cloudfunctions,shared,emulator,config,scripts,test}/**/*.test.ts'],
      testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/weapp/', '<rootDir>/test/browser/', '<rootDir>/test/budgets/'],
    },
    {
      ...base,
      displayName: 'weapp',
      testMatch: ['<rootDir>/test/{weapp,budgets}/**/*.test.ts'],
      globalSetup: '<rootDir>/test/weapp/build.ts',
    },
    {
      ...base,
      displayName: 'browser',
      testMatch: ['<rootDir>/test/browser/**/*.test.ts'],
      globalSetup: '<rootDir>/test/browser/build.ts',
    },
  ],
};
