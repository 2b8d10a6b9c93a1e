import { Cron } from 'croner';
import type { EmulatedClock } from '../clock';
import type { CloudDefinition, TimerDefinition } from '../definition';
import type { FunctionRunner, InvokeOutcome } from './runner';

/** CloudBase reads timers in UTC+8, in minutes. */
const OFFSET_MINUTES = 8 * 60;
/** Longest wait before looking again (real ms): longer ones overflow Node's timer. */
const MAX_WAIT = 3_600_000;

/** `setInterval` of the cloud: functions that run by the (emulated) clock. */
export interface Timers {
  /** Runs a timer now, whatever the clock says; resolves when the function has ended. */
  fire(functionName: string, timerName: string): Promise<InvokeOutcome>;
}

interface Entry {
  readonly functionName: string;
  readonly timer: TimerDefinition;
  readonly cron: Cron;
}

export class TimerService implements Timers {
  readonly #entries: readonly Entry[];
  #alarm: NodeJS.Timeout | undefined;
  #checked: number;

  constructor(
    definition: CloudDefinition,
    private readonly clock: EmulatedClock,
    private readonly runner: FunctionRunner,
  ) {
    this.#entries = definition.functions.flatMap((fn) =>
      fn.timers.map((timer) => ({
        functionName: fn.name,
        timer,
        cron: new Cron(timer.cron, { utcOffset: OFFSET_MINUTES, paused: true }),
      })),
    );
    this.#checked = clock.now();
  }

  /** From now on timers run by themselves. */
  start(): void {
    this.clock.onMove(async () => {
      await this.#runDue();
      this.#arm();
    });
    this.#arm();
  }

  stop(): void {
    clearTimeout(this.#alarm);
    this.clock.onMove(() => Promise.resolve());
  }

  async fire(functionName: string, timerName: string): Promise<InvokeOutcome> {
    const entry = this.#entries.find((each) => each.functionName === functionName && each.timer.name === timerName);
    if (entry === undefined) throw new Error(`function ${functionName} has no timer ${timerName}`);
    return this.#run(entry, this.clock.now());
  }

  /**
   * Runs what fell due since the last look, in order. A timer that fell due many times in one jump of the clock runs once, for the
   * last time: the functions behind timers are made to catch up.
   */
  async #runDue(): Promise<void> {
    const now = this.clock.now();
    const from = this.#checked;
    this.#checked = now;
    if (now <= from) return;
    const due = this.#entries
      .map((entry) => ({ entry, at: lastDue(entry.cron, from, now) }))
      .filter((each): each is { entry: Entry; at: number } => each.at !== undefined)
      .sort((a, b) => a.at - b.at);
    for (const { entry, at } of due) await this.#run(entry, at);
  }

  #arm(): void {
    clearTimeout(this.#alarm);
    const now = this.clock.now();
    const next = Math.min(...this.#entries.map(({ cron }) => cron.nextRun(new Date(now))?.getTime() ?? Number.POSITIVE_INFINITY));
    if (!Number.isFinite(next)) return;
    const wait = Math.min(MAX_WAIT, Math.max(1, next - now));
    this.#alarm = setTimeout(() => {
      void this.#runDue();
      this.#arm();
    }, wait).unref();
  }

  #run({ functionName, timer }: Entry, at: number): Promise<InvokeOutcome> {
    const time = `${new Date(at).toISOString().slice(0, 19)}Z`;
    return this.runner.invoke({
      functionName,
      event: JSON.stringify({ Type: 'Timer', TriggerName: timer.name, Time: time, Message: '' }),
      openid: '',
      trigger: 'timer',
      // Inferred: the documentation names no source for timers.
      source: 'wx_trigger',
    });
  }
}

/** The last time in (from, to] at which the cron falls due. */
function lastDue(cron: Cron, from: number, to: number): number | undefined {
  const previous = cron.previousRuns(1, new Date(to + 1000))[0]?.getTime();
  let last = previous !== undefined && previous > from && previous <= to ? previous : undefined;
  // previousRuns works on whole seconds; look forward from the last one found for what lies between it and `to`.
  for (let next = cron.nextRun(new Date(last ?? from)); next !== null && next.getTime() <= to; next = cron.nextRun(next))
    last = next.getTime();
  return last;
}
