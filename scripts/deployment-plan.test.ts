import type { CloudDefinition } from '../emulator/definition';
import { deploymentPlan, missingVariables, type PlanInput } from './deployment-plan';

const cloud: CloudDefinition = {
  envId: 'env',
  appId: 'wx1',
  collections: [
    {
      name: 'books',
      access: 'ADMINONLY',
      indexes: [
        { name: 'isbn', keys: [{ field: 'isbn', direction: 1 }], unique: true },
        { name: 'words', keys: [{ field: 'words', direction: 1 }], multikey: true },
      ],
    },
  ],
  functions: [
    {
      name: 'library',
      directory: '/built/library',
      timeoutSeconds: 20,
      memoryMB: 256,
      timers: [{ name: 'dust', cron: '0 0 3 * * * *' }],
      openapi: ['subscribeMessage.send'],
      environment: { SHELF_KEY: 'local-only-value', HOST: 'h' },
    },
  ],
};

const input = (present: Record<string, string>): PlanInput => ({
  cloud,
  hashes: new Map([['library', 'abc123']]),
  needs: { library: ['SHELF_KEY', 'HOST'] },
  notes: {
    SHELF_KEY: { purpose: 'locks the shelf', secret: true },
    HOST: { purpose: 'public address', secret: false, optional: true },
  },
  present,
});

describe('the deployment plan', () => {
  it('lists functions with hash, limits, timers and grants', () => {
    const plan = deploymentPlan(input({}));
    expect(plan).toContain('library  abc123  256 MB  20 s');
    expect(plan).toContain('timer dust: 0 0 3 * * * *');
    expect(plan).toContain('may call subscribeMessage.send');
  });

  it('lists collections with access rule and indexes', () => {
    const plan = deploymentPlan(input({}));
    expect(plan).toContain('books  ADMINONLY');
    expect(plan).toContain('index isbn (isbn up) unique');
    expect(plan).toContain('index words (words up) on array members');
  });

  it('names a missing variable, but not an optional one', () => {
    expect(missingVariables(input({}))).toEqual(['SHELF_KEY']);
    expect(missingVariables(input({ SHELF_KEY: 'x' }))).toEqual([]);
    expect(deploymentPlan(input({}))).toContain('SHELF_KEY  MISSING, secret: locks the shelf');
  });

  it('never prints a value', () => {
    const plan = deploymentPlan(input({ SHELF_KEY: 'very-private' }));
    expect(plan).toContain('SHELF_KEY  set, secret');
    expect(plan).not.toContain('very-private');
    expect(plan).not.toContain('local-only-value');
  });
});
