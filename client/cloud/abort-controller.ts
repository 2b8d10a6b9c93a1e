type Listener = () => void;

/** The part of AbortSignal that @tanstack/query-core uses. */
class Signal {
  aborted = false;
  private readonly listeners = new Set<Listener>();

  addEventListener(_type: 'abort', listener: Listener) {
    this.listeners.add(listener);
  }

  removeEventListener(_type: 'abort', listener: Listener) {
    this.listeners.delete(listener);
  }

  fire() {
    if (this.aborted) return;
    this.aborted = true;
    for (const listener of this.listeners) listener();
    this.listeners.clear();
  }
}

/** Stands in for the browser's AbortController in the mini-program, whose runtime has none (provided by the build). */
export class AbortController {
  readonly signal = new Signal();

  abort() {
    this.signal.fire();
  }
}
