import { type CallFilter, type CloudCall, matches, type Service } from './calls';
import { Gate } from './gate';
import { ActiveFault, type Effect, type Fault } from './rules';

/** What came of a call after the faults had their say. */
export type Passage<T> =
  | { readonly kind: 'done'; readonly value: T }
  | { readonly kind: 'failed'; readonly code: string; readonly message: string; readonly errcode?: number | undefined }
  /** HTTP 503. */
  | { readonly kind: 'down' }
  /** The connection breaks. */
  | { readonly kind: 'cut' }
  /** The invocation ended while its call was held. */
  | { readonly kind: 'late' };

const conflictMessage =
  '[ResourceUnavailable.TransactionConflict] Transaction is conflict, maybe resource operated by others. Please check your request, but if the problem persists, contact us.';

/** Everything that can go wrong on purpose. Without faults and barriers a call passes through untouched. */
export class Faults {
  readonly #active = new Set<ActiveFault>();
  readonly #gates = new Set<Gate>();
  #nextId = 1;

  /** @param abortTransaction ends the transaction of a call that is to conflict. */
  constructor(private readonly abortTransaction: (transactionId: string) => void) {}

  /** Faults that are set, oldest first. */
  get active(): readonly ActiveFault[] {
    return [...this.#active];
  }

  /** Sets a fault; it counts calls from now on. */
  add(fault: Fault): ActiveFault {
    const active: ActiveFault = new ActiveFault(String(this.#nextId++), fault, () => this.#active.delete(active));
    this.#active.add(active);
    return active;
  }

  /** The service fails until the fault is removed. */
  down(service: Service): ActiveFault {
    return this.add({ match: { service }, effect: { kind: 'down' }, times: 0 });
  }

  /** Sets up a barrier for matching calls. */
  hold(calls: CallFilter | ((call: CloudCall) => boolean)): Gate {
    const stops = typeof calls === 'function' ? calls : (call: CloudCall) => matches(calls, call);
    const gate: Gate = new Gate(stops, () => this.#gates.delete(gate));
    this.#gates.add(gate);
    return gate;
  }

  /** Takes all faults and barriers away and lets go what they hold. */
  clear(): void {
    for (const gate of [...this.#gates]) gate.open();
    for (const fault of [...this.#active]) fault.remove();
  }

  /** Leads a call past barriers and faults; `perform` does it. */
  async pass<T>(call: CloudCall, transactionId: string | undefined, perform: () => T | Promise<T>): Promise<Passage<T>> {
    if (this.#active.size === 0 && this.#gates.size === 0) return { kind: 'done', value: await perform() };
    for (const gate of [...this.#gates]) if (gate.holds(call)) await gate.stand(call);
    const late = (): boolean => call.invocation?.running === false;
    const effects: Effect[] = [];
    for (const fault of [...this.#active].filter((each) => each.strikes(call))) {
      const { effect } = fault.fault;
      if (effect.kind === 'delay') await fault.pause(effect.ms);
      else effects.push(effect);
    }
    if (late()) return { kind: 'late' };
    for (const effect of effects) {
      const refused = this.#before(effect, call, transactionId);
      if (refused !== undefined) return refused;
    }
    if (effects.some((effect) => effect.kind === 'repeat')) await perform();
    const value = await perform();
    for (const effect of effects) {
      if (effect.kind === 'kill') call.invocation?.kill('killed by a fault');
      if (effect.kind === 'kill' || effect.kind === 'loseAnswer') return { kind: 'cut' };
    }
    return { kind: 'done', value };
  }

  /** Effects that keep the call from being done. */
  #before(
    effect: Effect,
    call: CloudCall,
    transactionId: string | undefined,
  ): Exclude<Passage<never>, { kind: 'done' }> | undefined {
    switch (effect.kind) {
      case 'fail': {
        const { code = 'SYS_ERR', message = 'failed by a fault', errcode } = effect;
        return { kind: 'failed', code, message, errcode };
      }
      case 'quota':
        return { kind: 'failed', code: 'EXCEED_REQUEST_LIMIT', message: 'the quota of this environment is used up' };
      case 'conflict':
        if (transactionId !== undefined) this.abortTransaction(transactionId);
        return { kind: 'failed', code: 'DATABASE_TRANSACTION_CONFLICT', message: conflictMessage };
      case 'down':
        return { kind: 'down' };
      case 'loseRequest':
        return { kind: 'cut' };
      case 'kill':
        if (effect.when !== 'before') return undefined;
        call.invocation?.kill('killed by a fault');
        return { kind: 'cut' };
      default:
        return undefined;
    }
  }
}
