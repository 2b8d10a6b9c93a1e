const swc = [
  '@swc/jest',
  {
    jsc: { parser: { syntax: 'typescript', tsx: true }, transform: { react: { runtime: 'automatic' } }, target: 'es2022' },
    module: { type: 'commonjs' },
  },
];

module.exports = {
  testEnvironment: 'node',
  testMatch: ['<rootDir>/{client,cloudfunctions,shared,emulator,config,scripts,test}/**/*.test.ts'],
  transform: { '^.+\\.tsx?$': swc },
  // These ship ES modules only.
  transformIgnorePatterns: ['/node_modules/(?!(mingo|uqr|fast-check|pure-rand|@hono)/)'],
  moduleNameMapper: { '^@shared/(.*)$': '<rootDir>/shared/$1', '^@client/(.*)$': '<rootDir>/client/$1' },
  testTimeout: 60_000,
  maxWorkers: 2,
};
