import { Worker } from 'node:worker_threads';
import type { WorkerCall, WorkerMessage, WorkerReply, WorkerSetup } from './messages';
import { workerSource } from './source';

/** How a call in a worker ended. `died`: the thread is gone (uncaught error, memory, process.exit, killed). */
export type WorkerEnd =
  | { readonly kind: 'replied'; readonly reply: WorkerReply }
  | { readonly kind: 'timeout' }
  | { readonly kind: 'died'; readonly message: string };

export interface HandleOptions {
  readonly setup: WorkerSetup;
  readonly memoryMB: number;
  /** Lines which the function prints. */
  readonly onOutput: (text: string) => void;
}

/** Longest time that loading a bundle may take (real ms); it is not counted as time of the call. */
const LOAD_MS = 20_000;

/** One warm worker thread. It runs one call at a time; after a timeout or a death it is of no more use. */
export class WorkerHandle {
  readonly #worker: Worker;
  readonly #ready: Promise<void>;
  #loaded: () => void = () => undefined;
  #settle: ((end: WorkerEnd) => void) | undefined;
  #timer: NodeJS.Timeout | undefined;
  alive = true;

  constructor(options: HandleOptions) {
    this.#ready = new Promise((resolve) => {
      this.#loaded = resolve;
    });
    this.#worker = new Worker(workerSource(), {
      eval: true,
      // Not the host's own: a TypeScript loader there would be loaded into each worker.
      execArgv: [],
      workerData: options.setup,
      env: { ...options.setup.environment },
      stdout: true,
      stderr: true,
      resourceLimits: { maxOldGenerationSizeMb: options.memoryMB, maxYoungGenerationSizeMb: Math.max(8, options.memoryMB / 8) },
    });
    this.#worker.on('message', ({ ready, output, reply }: WorkerMessage) => {
      if (ready !== undefined) this.#loaded();
      if (output !== undefined) options.onOutput(output);
      if (reply !== undefined) this.#end({ kind: 'replied', reply });
    });
    this.#worker.on('error', (error: Error & { code?: string }) =>
      this.#die(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'memory limit exceeded' : `${error.name}: ${error.message}`),
    );
    this.#worker.on('exit', (code) => this.#die(`the process exited with code ${code}`));
    for (const stream of [this.#worker.stdout, this.#worker.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => options.onOutput(text));
    }
  }

  /** @param timeoutMs real time that this call may take, from when the function is loaded. */
  run(call: WorkerCall, timeoutMs: number): Promise<WorkerEnd> {
    return new Promise((resolve) => {
      this.#settle = resolve;
      this.#limit(LOAD_MS);
      void this.#ready.then(() => {
        if (this.#settle !== resolve) return;
        this.#limit(timeoutMs);
        this.#worker.postMessage(call);
      });
      if (!this.alive) this.#end({ kind: 'died', message: 'the worker was gone' });
    });
  }

  /** Kills the thread at once; a call that runs ends as `died`. */
  kill(message: string): void {
    this.#die(message);
    void this.#worker.terminate();
  }

  async stop(): Promise<void> {
    this.alive = false;
    await this.#worker.terminate();
  }

  #limit(ms: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#end({ kind: 'timeout' });
      void this.stop();
    }, ms);
  }

  #end(end: WorkerEnd): void {
    clearTimeout(this.#timer);
    const settle = this.#settle;
    this.#settle = undefined;
    settle?.(end);
  }

  #die(message: string): void {
    this.alive = false;
    this.#end({ kind: 'died', message });
  }
}
