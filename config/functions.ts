import type { TimerDefinition } from '../emulator/definition';
import type { FunctionName } from '../shared/contexts';
import type { EnvironmentName } from './environment';

/** What the cloud grants a deployed function; which contexts answer in it stands in `shared/contexts.ts`. */
export interface DeployedFunction {
  readonly timers: readonly TimerDefinition[];
  /** WeChat's server interfaces it may call: `permissions.openapi` of its config.json. */
  readonly openapi: readonly string[];
  readonly memoryMB: number;
  /** The cloud's default of 3 s is too short for a cold start and a retry. */
  readonly timeoutSeconds: number;
  readonly environment: readonly EnvironmentName[];
}

const everyFunction = ['MASTER_KEY', 'MASTER_KEY_PREVIOUS', 'JOURNAL_KEY', 'INDEX_KEY'] as const;

export const functions: Readonly<Record<FunctionName, DeployedFunction>> = {
  membership: {
    timers: [],
    openapi: ['subscribeMessage.send', 'security.msgSecCheck', 'security.mediaCheckAsync', 'wxacode.getUnlimited'],
    memoryMB: 256,
    timeoutSeconds: 20,
    environment: [...everyFunction, 'VERIFY_HOST'],
  },
  account: {
    timers: [],
    openapi: ['subscribeMessage.send', 'phonenumber.getPhoneNumber'],
    memoryMB: 256,
    timeoutSeconds: 20,
    environment: [...everyFunction, 'FIRST_ADMINISTRATOR_CODE'],
  },
  events: {
    timers: [],
    openapi: ['subscribeMessage.send'],
    memoryMB: 256,
    timeoutSeconds: 20,
    environment: everyFunction,
  },
  jobs: {
    timers: [
      { name: 'deliver', cron: '0 * * * * * *' },
      { name: 'tendRegistrations', cron: '15 * * * * * *' },
      { name: 'readNames', cron: '20 * * * * * *' },
      { name: 'rebuildDue', cron: '40 * * * * * *' },
      { name: 'makePlannedMoves', cron: '10 */5 * * * * *' },
      { name: 'wakeLines', cron: '50 */10 * * * * *' },
      { name: 'sweep', cron: '30 */10 * * * * *' },
      { name: 'keepApplications', cron: '10 5,35 * * * * *' },
      { name: 'keepMembers', cron: '10 25,55 * * * * *' },
      { name: 'askForConfirmations', cron: '10 15,45 9-20 * * * *' },
      { name: 'sweepUploads', cron: '10 20 * * * * *' },
      { name: 'sweepNotes', cron: '10 50 3 * * * *' },
      { name: 'anchor', cron: '0 1 0 * * * *' },
    ],
    openapi: ['subscribeMessage.send'],
    memoryMB: 512,
    timeoutSeconds: 60,
    environment: everyFunction,
  },
  push: { timers: [], openapi: [], memoryMB: 256, timeoutSeconds: 20, environment: everyFunction },
};

export const functionNames = Object.keys(functions) as FunctionName[];

/** Whether a function is started by timers and never by somebody who waits for it. */
export const onlyTimers = (name: string): boolean => name === 'jobs';
