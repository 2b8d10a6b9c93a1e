/**
 * Runs inside a worker thread: one function, one call at a time. It is compiled to plain JavaScript by `source.ts`, so it may
 * import from Node only (types apart).
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import { createRequire } from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';
import type { WorkerCall, WorkerMessage, WorkerReply, WorkerSetup } from './messages';

const setup = workerData as WorkerSetup;

/** `Date` runs on the emulated clock; only "what time is it" changes, dates stay ordinary dates. */
function shiftDate(): void {
  const offset = new Float64Array(setup.clock);
  const Native = Date;
  const now = (): number => Native.now() + (offset[0] ?? 0);
  const shifted = new Proxy(Native, {
    apply: () => new Native(now()).toString(),
    construct: (target, args: unknown[], newTarget) =>
      Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget) as Date,
    get: (target, key, receiver) => (key === 'now' ? now : (Reflect.get(target, key, receiver) as unknown)),
  });
  Object.defineProperty(Native.prototype, 'constructor', { value: shifted, writable: true, configurable: true });
  globalThis.Date = shifted;
}

/**
 * Each call has its own `process.env`, which follows the call through its promises and timers: what an earlier call left
 * running keeps its own identity, never that of the call which has the worker now.
 */
const environments = new AsyncLocalStorage<NodeJS.ProcessEnv>();
const loadEnvironment: NodeJS.ProcessEnv = { ...setup.environment };
Object.defineProperty(process, 'env', {
  get: () => environments.getStore() ?? loadEnvironment,
  configurable: true,
  enumerable: true,
});

type Main = (event: unknown, context: unknown) => unknown;

/** Loaded before the first call, so that loading is no part of a call's time; what goes wrong is told to each call. */
function load(): Main {
  try {
    const bundle = createRequire(setup.bundle)(setup.bundle) as { main?: unknown };
    if (typeof bundle.main !== 'function') throw new Error('handler not found: the bundle exports no main');
    return bundle.main as Main;
  } catch (error) {
    return () => {
      throw error;
    };
  }
}

async function run(main: Main, call: WorkerCall): Promise<WorkerReply> {
  const deadline = performance.now() + call.context.time_limit_in_ms;
  const context = {
    ...call.context,
    callbackWaitsForEmptyEventLoop: false,
    getRemainingTimeInMillis: () => Math.max(0, Math.round(deadline - performance.now())),
  };
  try {
    const result = await main(JSON.parse(call.event), context);
    return { ok: true, result: (JSON.stringify(result) as string | undefined) ?? 'null' };
  } catch (thrown) {
    const error = thrown instanceof Error ? thrown : new Error(typeof thrown === 'string' ? thrown : JSON.stringify(thrown));
    return { ok: false, message: `${error.name}: ${error.message}`, stack: error.stack ?? '' };
  }
}

shiftDate();
const port = parentPort;
if (port === null) throw new Error('the function worker runs in a worker thread only');
// What is printed travels with the replies: the streams of a worker arrive at any time, even after the call.
for (const stream of [process.stdout, process.stderr]) {
  stream.write = (chunk: Uint8Array | string) => {
    port.postMessage({ output: typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString('utf8') } satisfies WorkerMessage);
    return true;
  };
}
const main = load();
port.on('message', (call: WorkerCall) => {
  void environments
    .run({ ...call.environment }, () => run(main, call))
    .then((reply) => port.postMessage({ reply } satisfies WorkerMessage));
});
port.postMessage({ ready: true } satisfies WorkerMessage);
