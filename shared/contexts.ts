/**
 * Which deployed cloud function answers for which context. The client routes by it, the build bundles by it, and
 * `config/functions.ts` adds timers, permissions and limits to each function.
 */
export const functionOfContext = {
  membership: 'membership',
  governance: 'membership',
  account: 'account',
  rules: 'account',
  events: 'events',
  registration: 'events',
  jobs: 'jobs',
  push: 'push',
} as const;

export type Context = keyof typeof functionOfContext;
export type FunctionName = (typeof functionOfContext)[Context];
