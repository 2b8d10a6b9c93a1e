import type { OpenapiArguments } from './wire';

export interface SentMessage {
  readonly touser: string;
  readonly templateId: string;
  readonly page: string | undefined;
  readonly data: Readonly<Record<string, { readonly value: string }>>;
  /** Emulated time in ms since the epoch. */
  readonly at: number;
}

/** WeChat's side of subscribe messages: one acceptance is one message, and nobody can ask for the balance. */
export class SubscribeMessages {
  /** Messages that reached a person, oldest first. */
  readonly sent: SentMessage[] = [];
  readonly #balance = new Map<string, number>();

  constructor(private readonly now: () => number) {}

  /** The person has accepted `count` more messages of the template. */
  grant(openid: string, templateId: string, count = 1): void {
    const key = keyOf(openid, templateId);
    this.#balance.set(key, Math.max(0, (this.#balance.get(key) ?? 0) + count));
  }

  /** Acceptances left; for tests, no API of WeChat tells it. */
  balance(openid: string, templateId: string): number {
    return this.#balance.get(keyOf(openid, templateId)) ?? 0;
  }

  /** `subscribeMessage.send`. */
  send(args: OpenapiArguments): Record<string, unknown> {
    const { touser, template_id: templateId, page, data } = args;
    if (typeof touser !== 'string' || touser === '') return { errcode: 40003, errmsg: 'invalid openid' };
    if (typeof templateId !== 'string' || templateId === '') return { errcode: 40037, errmsg: 'invalid template_id' };
    if (!isTemplateData(data)) return { errcode: 47003, errmsg: 'argument invalid! data' };
    const left = this.balance(touser, templateId);
    if (left === 0) return { errcode: 43101, errmsg: 'user refuse to accept the msg' };
    this.#balance.set(keyOf(touser, templateId), left - 1);
    this.sent.push({ touser, templateId, page: typeof page === 'string' ? page : undefined, data, at: this.now() });
    return { errcode: 0, errmsg: 'ok' };
  }
}

function keyOf(openid: string, templateId: string): string {
  return JSON.stringify([openid, templateId]);
}

/** Longest value by the kind of keyword, as the template editor states them; others are not checked. */
const longest: Readonly<Record<string, number>> = {
  thing: 20,
  phrase: 5,
  character_string: 32,
  name: 10,
  number: 32,
  symbol: 5,
  letter: 32,
};

function isTemplateData(data: unknown): data is SentMessage['data'] {
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return false;
  return Object.entries(data as Record<string, unknown>).every(([key, entry]) => {
    const value = typeof entry === 'object' && entry !== null ? (entry as { value?: unknown }).value : undefined;
    const limit = longest[key.replace(/\d+$/, '')] ?? Number.POSITIVE_INFINITY;
    return typeof value === 'string' && value !== '' && [...value].length <= limit;
  });
}
