import { randomUUID } from 'node:crypto';
import * as z from 'zod/mini';
import { cloudDefinition } from '../../config/cloud';
import type { Emulator } from '../../emulator';
import type { City } from '../../shared/cities';
import type { Endpoint } from '../../shared/contract/endpoint';
import type { IndividualForm, UnitForm } from '../../shared/membership/form';
import type { Standing } from '../../shared/membership/standing';

/** Somebody who was a member before there was a mini-program, as the federation's register has them. */
export type RegisteredMember = Entry & (IndividualEntry | UnitEntry);
export type IndividualEntry = { readonly kind: 'individual'; readonly profile: IndividualForm };
export type UnitEntry = { readonly kind: 'unit'; readonly profile: UnitForm };

interface Entry {
  readonly name: string;
  readonly city: City;
  readonly admittedAt: Date;
  readonly standing: Standing;
  /** Account that has claimed the record (individual) or represents the unit. */
  readonly account?: string;
}

const endpoint = {
  name: 'jobs.enrolRegistered',
  kind: 'write',
  needs: 'system',
  input: () => z.custom<readonly RegisteredMember[]>(),
  output: () => z.object({ first: z.string() }),
} as const satisfies Endpoint;

/** Runs `body` in the environment that a cloud function of this emulator has. */
export async function asFunction<T>(emulator: Emulator, body: () => Promise<T>): Promise<T> {
  const { envId, functions } = cloudDefinition({ functionsDirectory: '' });
  const before = { ...process.env };
  Object.assign(process.env, functions.find(({ name }) => name === 'jobs')?.environment, {
    TENCENTCLOUD_RUNENV: 'SCF',
    TENCENTCLOUD_REGION: 'ap-shanghai',
    TENCENTCLOUD_SECRETID: 'local',
    TENCENTCLOUD_SECRETKEY: 'local',
    TENCENTCLOUD_SESSIONTOKEN: 'local',
    SCF_NAMESPACE: envId,
    TCB_ENV: envId,
    SILENCE: 'true',
    TCB_CONTEXT_CNFG: JSON.stringify({ URL: `${emulator.url}/admin` }),
  });
  try {
    return await body();
  } finally {
    for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name];
    Object.assign(process.env, before);
  }
}

/**
 * Takes members of the register over, with numbers in the order given and their certificates, by one journalled command: what
 * an import will do. `lastMeeting` continues the count of the year's meetings of the president's office.
 */
export async function enrol(
  emulator: Emulator,
  members: readonly RegisteredMember[],
  lastMeeting: { readonly year: number; readonly number: number },
): Promise<void> {
  await asFunction(emulator, async () => {
    const [{ execute }, { system }, { enrolAll }] = await Promise.all([
      import('../../cloudfunctions/platform/command'),
      import('../../cloudfunctions/platform/actor'),
      import('./register'),
    ]);
    const useCase = enrolAll(endpoint, lastMeeting);
    await execute({ useCase, input: members, person: system, requestId: randomUUID() });
  });
}

export type EnrolEndpoint = typeof endpoint;
