import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { cloudDefinition } from '../../config/cloud';
import type { EnvironmentName } from '../../config/environment';
import { type Emulator, type EmulatorOptions, startEmulator } from '../../emulator';
import type { OutputLine } from '../../emulator/functions/log';
import { buildFunctions } from '../../scripts/build-functions';
import type { Replacement } from '../../scripts/replace-once';
import { type Context, functionOfContext } from '../../shared/contexts';
import type { Answer, RequestEvent } from '../../shared/contract/answer';
import type { ErrorCode } from '../../shared/contract/errors';
import type { EndpointName, Input, Output, ReadName, WriteName } from '../../shared/endpoints';
import { copyOfDemoStore } from './demo-store';

export interface CloudOptions {
  /** Guards taken out of the functions, for a negative control. */
  readonly without?: readonly Replacement[];
  /** Environment variables of the functions that differ from the local-only values. */
  readonly variables?: Readonly<Partial<Record<EnvironmentName, string>>>;
  /** Begins with a copy of the demonstration instead of an empty store; only in projects that prepare it. */
  readonly demo?: boolean;
  /** Anything else the emulator takes; queries that scan are refused unless said otherwise. */
  readonly emulator?: Partial<Omit<EmulatorOptions, 'definition'>>;
}

/** What a person sees when the server says no: thrown by `call`. */
export class Refusal extends Error {
  constructor(
    readonly code: ErrorCode,
    message: string,
    readonly fields: Readonly<Record<string, string>> = {},
  ) {
    super(`${code}: ${message} ${JSON.stringify(fields)}`);
    this.name = 'Refusal';
  }
}

export interface CallAs {
  /** Made anew when left out; give the same one to repeat a call. */
  readonly requestId?: string;
  readonly actingAs?: string;
  /** Marks the invocation for faults and barriers. */
  readonly tag?: string;
}

/** One person at a phone. */
export interface Phone {
  readonly openid: string;
  /** Calls one endpoint as the client does. @throws Refusal with the server's code. */
  call<N extends ReadName>(endpoint: N, input: Input<N>, options?: CallAs): Promise<Output<N>>;
  call<N extends WriteName>(endpoint: N, input: Input<N>, options?: CallAs): Promise<Output<N>>;
}

/** The whole cloud on the emulator, with an empty store of its own. Close it when the tests are done. */
export interface TestCloud {
  readonly emulator: Emulator;
  /** Everything that functions printed so far. */
  readonly output: readonly OutputLine[];
  phone(openid: string): Phone;
  /** Sends any event, also one no client would; the answer as it comes. */
  send(functionName: string, event: unknown, options?: { readonly openid?: string; readonly tag?: string }): Promise<unknown>;
  /** Stops the emulator, keeps the store, and starts again on it; everything but the phones must be asked for anew. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

/** Moves the clock to where the windows of the limiter, of an hour or less, begin: what is counted from now on falls into one. */
export const beginHour = ({ clock }: Emulator): Promise<void> => clock.set(Math.ceil(clock.now() / 3_600_000) * 3_600_000);

export const newRequestId = () => randomBytes(18).toString('base64url');

/** Starts a cloud of the present sources: timers run only when fired by hand. */
export async function startCloud(options: CloudOptions = {}): Promise<TestCloud> {
  const dataDir = options.emulator?.dataDir ?? (await newStore(options.demo));
  const functionsDirectory = await buildFunctions({ replace: options.without ?? [] });
  const definition = cloudDefinition({ functionsDirectory, ...(options.variables ? { variables: options.variables } : {}) });
  const output: OutputLine[] = [];
  const start = () =>
    startEmulator({
      refuseScans: true,
      timers: 'manual',
      onOutput: (line) => output.push(line),
      ...options.emulator,
      definition,
      dataDir,
      port: 0,
    });
  let emulator = await start();
  const send: TestCloud['send'] = (name, event, sender) => emulator.call(name, event, sender);
  return {
    get emulator() {
      return emulator;
    },
    output,
    send,
    phone: (openid) => phone(openid, send),
    async restart() {
      await emulator.close();
      emulator = await start();
    },
    async close() {
      await emulator.close();
      if (options.emulator?.dataDir === undefined) await rm(dataDir, { recursive: true, force: true });
    },
  };
}

const newStore = (demo = false) => (demo ? copyOfDemoStore() : mkdtemp(path.join(os.tmpdir(), 'member-home-cloud-')));

function phone(openid: string, send: TestCloud['send']): Phone {
  async function call<N extends EndpointName>(endpoint: N, input: Input<N>, options: CallAs = {}): Promise<Output<N>> {
    const { requestId = newRequestId(), actingAs, tag } = options;
    const event: RequestEvent = { endpoint, input, requestId, ...(actingAs ? { actingAs } : {}) };
    const answer = (await send(functionOf(endpoint), event, { openid, ...(tag ? { tag } : {}) })) as Answer<Output<N>>;
    if (answer.ok) return answer.data;
    throw new Refusal(answer.code, answer.message, answer.fields);
  }
  return { openid, call };
}

/** Name of the deployed function that answers for an endpoint. */
export const functionOf = (endpoint: string) => functionOfContext[endpoint.slice(0, endpoint.indexOf('.')) as Context];
