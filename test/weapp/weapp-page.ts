import { type ChildProcess, fork } from 'node:child_process';
import path from 'node:path';
import type { CommandName, Commands, OpenInput, Reply, Request, Snapshot } from './container/protocol';

/** The build under test; made by the global set-up. */
export const weappBuild = path.resolve(__dirname, '../../dist/weapp');

/** The bundled container; made by the global set-up. */
export const containerProgram = path.resolve(__dirname, '../../.cache/weapp-container.cjs');

export type OpenOptions = Partial<Omit<OpenInput, 'build' | 'page'>>;

/** One page of the weapp build in a process of its own, on WeChat's component engine. Close it when the test is done. */
export class WeappPage {
  #next = 0;
  readonly #waiting = new Map<number, { readonly resolve: (value: unknown) => void; readonly reject: (error: Error) => void }>();
  readonly #closed: Promise<void>;

  private constructor(private readonly child: ChildProcess) {
    child.on('message', (reply: Reply) => this.#settleRequest(reply));
    this.#closed = new Promise((resolve) => {
      child.on('exit', (code) => {
        for (const { reject } of this.#waiting.values()) reject(new Error(`the page's process ended (${code})`));
        resolve();
      });
    });
  }

  /** Launches the app at a page and waits until it has drawn what it has to show. */
  static async open(page: string, options: OpenOptions = {}): Promise<WeappPage> {
    const child = fork(containerProgram, { execArgv: [], stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
    const opened = new WeappPage(child);
    const { query = {}, gateway, openid, storage = {}, chosenFile, answers = {} } = options;
    try {
      await opened.#ask('open', { build: weappBuild, page, query, gateway, openid, storage, chosenFile, answers });
      return opened;
    } catch (error) {
      await opened.close();
      throw error;
    }
  }

  /** What there is once nothing moves any more. */
  look(): Promise<Snapshot> {
    return this.#ask('settle', undefined);
  }

  /** Taps what is called so (its label or text) and waits until nothing moves any more. */
  async tap(label: string): Promise<Snapshot> {
    await this.#ask('tap', { label });
    return this.look();
  }

  /** Types into the field of that label or placeholder. */
  async fill(label: string, value: string): Promise<Snapshot> {
    await this.#ask('fill', { label, value });
    return this.look();
  }

  /** Turns the wheel of the picker of that label: to an index, or a day as `YYYY-MM-DD`. */
  async turn(label: string, value: string): Promise<Snapshot> {
    await this.#ask('turn', { label, value });
    return this.look();
  }

  async close(): Promise<void> {
    this.child.kill();
    await this.#closed;
  }

  #ask<C extends CommandName>(command: C, input: Commands[C]['input']): Promise<Commands[C]['output']> {
    const id = this.#next++;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve: (value) => resolve(value as Commands[C]['output']), reject });
      this.child.send({ id, command, input } satisfies Request);
    });
  }

  #settleRequest(reply: Reply): void {
    const waiting = this.#waiting.get(reply.id);
    this.#waiting.delete(reply.id);
    if (reply.ok) waiting?.resolve(reply.value);
    else waiting?.reject(new Error(reply.error));
  }
}
