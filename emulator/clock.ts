import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';

/**
 * The cloud's clock: real time plus an offset. The offset lies in shared memory, so a worker's `Date` follows a move at once,
 * even in the middle of a call.
 */
export interface Clock {
  /** Emulated time in ms since the epoch. */
  now(): number;
  /** Moves the clock to `ms`; resolves when the timers that fell due have run. */
  set(ms: number): Promise<void>;
  /** Moves the clock by `ms` (may be negative); resolves when the timers that fell due have run. */
  advance(ms: number): Promise<void>;
}

type MoveListener = (from: number, to: number) => Promise<void>;

export class EmulatedClock implements Clock {
  /** One Float64: the offset in ms. Handed to every worker. */
  readonly shared = new SharedArrayBuffer(8);
  readonly #offset = new Float64Array(this.shared);
  #onMove: MoveListener = () => Promise.resolve();

  /** `file` keeps the offset over a restart: records written in a moved time would lie in the future otherwise. */
  constructor(private readonly file?: string) {
    if (file !== undefined && existsSync(file)) this.#offset[0] = Number(readFileSync(file, 'utf8')) || 0;
  }

  now(): number {
    return Date.now() + (this.#offset[0] ?? 0);
  }

  set(ms: number): Promise<void> {
    return this.advance(ms - this.now());
  }

  async advance(ms: number): Promise<void> {
    if (!Number.isFinite(ms)) throw new RangeError('a clock moves by a finite number of milliseconds');
    const from = this.now();
    this.#offset[0] = Math.round((this.#offset[0] ?? 0) + ms);
    if (this.file !== undefined) {
      writeFileSync(`${this.file}.new`, String(this.#offset[0]));
      renameSync(`${this.file}.new`, this.file);
    }
    await this.#onMove(from, this.now());
  }

  onMove(listener: MoveListener): void {
    this.#onMove = listener;
  }
}
