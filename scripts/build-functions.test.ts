import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { functionNames, functions } from '../config/functions';
import { account } from '../shared/account/endpoints';
import { governance } from '../shared/governance/endpoints';
import { membership } from '../shared/membership/endpoints';
import { functionOf, startCloud, type TestCloud } from '../test/support/cloud';
import { buildFunctions } from './build-functions';

const names = [membership, governance, account].flatMap((context) => Object.values(context).map(({ name }) => name));

describe('the built functions', () => {
  let cloud: TestCloud;
  beforeAll(async () => {
    cloud = await startCloud();
  });
  afterAll(() => cloud.close());

  const codeOf = async (functionName: string, endpoint: string) => {
    const answer = (await cloud.send(functionName, { endpoint, input: 'not an object' }, { openid: 'visitor' })) as {
      code?: string;
    };
    return answer.code;
  };

  it.each(names)('%s is answered by the function its context belongs to, and by no other', async (endpoint) => {
    const others = ['membership', 'account'].filter((name) => name !== functionOf(endpoint));
    expect(await codeOf(functionOf(endpoint), endpoint)).toBe('request.invalid');
    for (const other of others) expect(await codeOf(other, endpoint)).toBe('endpoint.unknown');
  });

  it.each(functionNames)('%s is one file with the permissions and timers of its configuration', async (name) => {
    const folder = path.join(await buildFunctions(), name);
    const { openapi, timers } = functions[name];
    const config = JSON.parse(await readFile(path.join(folder, 'config.json'), 'utf8')) as unknown;
    expect(config).toEqual({
      permissions: { openapi },
      triggers: timers.map(({ name: timer, cron }) => ({ name: timer, type: 'timer', config: cron })),
    });
    expect(await readFile(path.join(folder, 'index.js'), 'utf8')).not.toContain('sourceMappingURL');
  });

  it('come out the same twice, and differently without a guard', async () => {
    const guard = {
      file: 'cloudfunctions/platform/serve.ts',
      find: "throw new AppError('endpoint.unknown')",
      by: "throw new AppError('internal')",
    };
    expect(await buildFunctions()).toBe(await buildFunctions());
    expect(await buildFunctions({ replace: [guard] })).not.toBe(await buildFunctions());
  });
});
