import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { EmulatedClock } from '../clock';
import type { CloudDefinition, FunctionDefinition } from '../definition';
import { type CloudError, cloudError } from '../errors';
import { callEnvironment, loadEnvironment } from './environment';
import { type WorkerEnd, WorkerHandle } from './handle';
import { endpointOf, Invocation, type Trigger } from './invocation';
import type { FunctionLog } from './log';
import { WorkerPool } from './pool';

export interface InvokeRequest {
  readonly functionName: string;
  /** JSON text. */
  readonly event: string;
  readonly openid: string;
  readonly trigger: Trigger;
  readonly source: string;
  readonly tag?: string | undefined;
}

/** `result` is JSON text. */
export type InvokeOutcome =
  | { readonly ok: true; readonly result: string; readonly invocation: string }
  | { readonly ok: false; readonly error: CloudError; readonly invocation: string };

export interface RunnerOptions {
  readonly definition: CloudDefinition;
  readonly clock: EmulatedClock;
  readonly log: FunctionLog;
  readonly workersPerFunction: number;
  /** Address of `/admin`; known once the server listens. */
  readonly adminUrl: () => string;
  /** Rolls back what a dead invocation left open. */
  readonly abandon: (transactions: readonly string[]) => void;
}

/** Runs functions: finds the worker, gives it its environment, keeps the time, writes the log. */
export class FunctionRunner {
  readonly #running = new Map<string, Invocation>();
  readonly #pools = new Map<string, WorkerPool>();
  #closed = false;

  constructor(private readonly options: RunnerOptions) {}

  find(functionName: string): FunctionDefinition | undefined {
    return this.options.definition.functions.find((fn) => fn.name === functionName);
  }

  /** The running invocation with this id; undefined when it has ended or never was. */
  running(id: string): Invocation | undefined {
    return this.#running.get(id);
  }

  async invoke(request: InvokeRequest): Promise<InvokeOutcome> {
    const id = randomUUID();
    if (this.#closed) return { ok: false, error: cloudError('SYS_ERR', 'the emulator is closed'), invocation: id };
    const fn = this.find(request.functionName);
    if (fn === undefined) {
      const error = cloudError('FUNCTION_NOT_FOUND', `FunctionName parameter could not be found: ${request.functionName}`);
      return { ok: false, error, invocation: id };
    }
    const arrived = performance.now();
    const pool = this.#pool(fn);
    let worker: WorkerHandle;
    try {
      worker = await pool.take(request.trigger === 'function');
    } catch (error) {
      return { ok: false, error: cloudError('SYS_ERR', (error as Error).message), invocation: id };
    }
    const queuedMs = performance.now() - arrived;
    try {
      return await this.#run(fn, id, request, worker, queuedMs);
    } finally {
      pool.give(worker);
    }
  }

  /** Refuses new calls and stops all workers. */
  async close(): Promise<void> {
    this.#closed = true;
    await Promise.all([...this.#pools.values()].map((pool) => pool.close()));
  }

  async #run(fn: FunctionDefinition, id: string, request: InvokeRequest, worker: WorkerHandle, queuedMs: number) {
    const { definition, clock, log, adminUrl, abandon } = this.options;
    const kill = (message: string): void => worker.kill(message);
    const endpoint = endpointOf(request.event);
    const invocation = new Invocation(id, fn.name, endpoint, request.trigger, request.source, request.tag, kill);
    this.#running.set(id, invocation);
    const startedAt = clock.now();
    const started = performance.now();
    const timeoutMs = fn.timeoutSeconds * 1000;
    const environment = callEnvironment(definition, fn, {
      openid: request.openid,
      source: request.source,
      adminUrl: `${adminUrl()}/${id}`,
    });
    const context = {
      request_id: id,
      function_name: fn.name,
      function_version: '$LATEST',
      namespace: definition.envId,
      memory_limit_in_mb: fn.memoryMB,
      time_limit_in_ms: timeoutMs,
    } as const;
    const end = await worker.run({ event: request.event, environment, context }, timeoutMs);
    invocation.running = false;
    this.#running.delete(id);
    if (end.kind !== 'replied') abandon([...invocation.transactions]);
    log.add({
      invocation: id,
      function: fn.name,
      endpoint,
      trigger: request.trigger,
      startedAt,
      queuedMs,
      durationMs: performance.now() - started,
      outcome: end.kind === 'timeout' ? 'timeout' : end.kind === 'replied' && end.reply.ok ? 'ok' : 'failed',
      ...invocation.cost(),
    });
    return { ...toOutcome(end, fn), invocation: id };
  }

  #pool(fn: FunctionDefinition): WorkerPool {
    let pool = this.#pools.get(fn.name);
    if (pool === undefined) {
      pool = new WorkerPool(this.options.workersPerFunction, () => this.#spawn(fn));
      this.#pools.set(fn.name, pool);
    }
    return pool;
  }

  #spawn(fn: FunctionDefinition): WorkerHandle {
    const { definition, clock, log } = this.options;
    return new WorkerHandle({
      setup: {
        bundle: join(fn.directory, 'index.js'),
        clock: clock.shared,
        environment: loadEnvironment(definition, fn),
      },
      memoryMB: fn.memoryMB,
      onOutput: (text) => log.print({ function: fn.name, text }),
    });
  }
}

type Outcome = { ok: true; result: string } | { ok: false; error: CloudError };

/** The cloud's words for the ways a call can end badly. */
function toOutcome(end: WorkerEnd, fn: FunctionDefinition): Outcome {
  if (end.kind === 'timeout') {
    const message = `Invoking task timed out after ${fn.timeoutSeconds} seconds`;
    return { ok: false, error: cloudError('FUNCTIONS_TIME_LIMIT_EXCEEDED', message) };
  }
  if (end.kind === 'replied' && end.reply.ok) return { ok: true, result: end.reply.result };
  const [errorMessage, stackTrace] = end.kind === 'died' ? [end.message, ''] : [failure(end).message, failure(end).stack];
  const detail = JSON.stringify({ errorCode: 1, errorMessage: `user code exception caught: ${errorMessage}`, stackTrace });
  return { ok: false, error: cloudError('FUNCTIONS_EXECUTE_FAIL', detail) };
}

function failure(end: Extract<WorkerEnd, { kind: 'replied' }>): { message: string; stack: string } {
  return end.reply.ok ? { message: '', stack: '' } : end.reply;
}
