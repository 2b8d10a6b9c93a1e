import type { CloudCall } from './calls';

/** A call that stands at a barrier. */
export interface HeldCall {
  readonly call: CloudCall;
  /** Lets this one go on. */
  release(): void;
}

/** A barrier: every matching call stops here until it is released. */
export class Gate {
  readonly #held: HeldCall[] = [];
  readonly #waiters: (() => void)[] = [];
  #open = false;

  constructor(
    private readonly stops: (call: CloudCall) => boolean,
    private readonly drop: () => void,
  ) {}

  /** Calls that stand here, in the order of their arrival. */
  get held(): readonly HeldCall[] {
    return [...this.#held];
  }

  holds(call: CloudCall): boolean {
    return !this.#open && this.stops(call);
  }

  /** Used by the emulator: stops until released. */
  stand(call: CloudCall): Promise<void> {
    return new Promise((resolve) => {
      const held: HeldCall = {
        call,
        release: () => {
          const at = this.#held.indexOf(held);
          if (at >= 0) this.#held.splice(at, 1);
          resolve();
        },
      };
      this.#held.push(held);
      for (const resolve of this.#waiters.splice(0)) resolve();
    });
  }

  /** Resolves when `count` calls stand here. */
  async arrived(count: number): Promise<readonly HeldCall[]> {
    while (this.#held.length < count) await this.next();
    return this.held;
  }

  /** Resolves at the next arrival. */
  next(): Promise<void> {
    return new Promise((resolve) => this.#waiters.push(resolve));
  }

  /** Lets all go on and stops no more. */
  open(): void {
    this.#open = true;
    this.drop();
    for (const held of this.held) held.release();
  }
}
