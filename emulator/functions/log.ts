import type { FunctionLogEntry } from './invocation';

/** What a function printed. */
export interface OutputLine {
  readonly function: string;
  readonly text: string;
}

/** The newest rows of the function log and of what functions printed; older ones fall out. */
export class FunctionLog {
  readonly #entries: FunctionLogEntry[] = [];
  readonly #output: OutputLine[] = [];

  constructor(
    private readonly keep: number,
    private readonly onOutput: (line: OutputLine) => void = () => undefined,
  ) {}

  /** Finished calls, oldest first. */
  get entries(): readonly FunctionLogEntry[] {
    return this.#entries;
  }

  /** Printed text, oldest first, as it came. */
  get output(): readonly OutputLine[] {
    return this.#output;
  }

  add(entry: FunctionLogEntry): void {
    this.#entries.push(entry);
    if (this.#entries.length > this.keep) this.#entries.splice(0, this.#entries.length - this.keep);
  }

  print(line: OutputLine): void {
    this.#output.push(line);
    if (this.#output.length > this.keep) this.#output.splice(0, this.#output.length - this.keep);
    this.onOutput(line);
  }

  clear(): void {
    this.#entries.length = 0;
    this.#output.length = 0;
  }
}
