import type { WorkerHandle } from './handle';

interface Waiting {
  readonly take: (worker: WorkerHandle) => void;
  readonly refuse: (error: Error) => void;
}

/** After so long without work all but one worker of a function are let go (real ms). */
const IDLE_MS = 30_000;

/** Calls between functions may take so many times the limit, so that a function which starts a hundred others takes no hundred threads. */
const BEYOND = 4;

/**
 * The warm workers of one function: bounded, first come first served. A worker that died is replaced when the next call
 * needs one.
 */
export class WorkerPool {
  readonly #idle: WorkerHandle[] = [];
  readonly #all = new Set<WorkerHandle>();
  readonly #queue: Waiting[] = [];
  #trim: NodeJS.Timeout | undefined;
  #closed = false;

  constructor(
    private readonly limit: number,
    private readonly spawn: () => WorkerHandle,
  ) {}

  /**
   * Gives a worker for one call. `beyond` lets a call made by another function pass the limit: its caller holds a worker while it
   * waits, and a queue behind one's own caller would never move.
   */
  take(beyond: boolean): Promise<WorkerHandle> {
    if (this.#closed) return Promise.reject(new Error('the emulator is closing'));
    const idle = this.#nextIdle();
    if (idle !== undefined) return Promise.resolve(idle);
    if (this.#all.size < (beyond ? this.limit * BEYOND : this.limit)) return Promise.resolve(this.#add());
    return new Promise((take, refuse) => this.#queue.push({ take, refuse }));
  }

  give(worker: WorkerHandle): void {
    if (this.#closed) return;
    if (!worker.alive) this.#all.delete(worker);
    const next = this.#queue.shift();
    if (next !== undefined) next.take(worker.alive ? worker : this.#add());
    else if (worker.alive) this.#rest(worker);
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#trim);
    for (const waiting of this.#queue.splice(0)) waiting.refuse(new Error('the emulator is closing'));
    await Promise.all([...this.#all].map((worker) => worker.stop()));
  }

  #add(): WorkerHandle {
    const worker = this.spawn();
    this.#all.add(worker);
    return worker;
  }

  #nextIdle(): WorkerHandle | undefined {
    for (let worker = this.#idle.pop(); worker !== undefined; worker = this.#idle.pop()) {
      if (worker.alive) return worker;
      this.#all.delete(worker);
    }
    return undefined;
  }

  #rest(worker: WorkerHandle): void {
    this.#idle.push(worker);
    if (this.#all.size > this.limit) this.#dismiss(this.limit);
    clearTimeout(this.#trim);
    this.#trim = setTimeout(() => this.#dismiss(1), IDLE_MS).unref();
  }

  #dismiss(keep: number): void {
    while (this.#all.size > keep) {
      const worker = this.#idle.shift();
      if (worker === undefined) return;
      this.#all.delete(worker);
      void worker.stop();
    }
  }
}
