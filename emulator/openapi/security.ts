import { randomUUID } from 'node:crypto';
import type { OpenapiArguments } from './wire';

/** What the content-safety service says. Labels are WeChat's: 100 normal, 20001 politics, 20002 pornography, … */
export interface Verdict {
  readonly suggest: 'pass' | 'review' | 'risky';
  readonly label: number;
}

export const PASS: Verdict = { suggest: 'pass', label: 100 };

/** How results of `mediaCheckAsync` reach the function. */
export type PushMode = 'once' | 'twice' | 'never' | 'late';

/** A result that WeChat pushes to the `push` function. */
export interface MediaPush {
  readonly traceId: string;
  readonly event: Readonly<Record<string, unknown>>;
  readonly mode: PushMode;
  /** Deliveries so far. */
  delivered: number;
}

export interface SecurityOptions {
  readonly appId: string;
  readonly now: () => number;
  /** When the person was last seen, emulated ms; undefined = never. */
  readonly lastSeen: (openid: string) => number | undefined;
  /** Brings a push to the function. */
  readonly deliver: (event: Readonly<Record<string, unknown>>) => Promise<void>;
}

const ACTIVE_MS = 2 * 3_600_000;
const MAX_CHARACTERS = 2500;

/** `security.msgSecCheck` and `security.mediaCheckAsync`, both version 2. */
export class ContentSafety {
  /** Texts that contain one of these are risky. The first is WeChat's own test text. */
  readonly riskyWords = new Set(['特3456书yuuo莞6543李zxcz蒜7782法fgnv级', '违禁词']);
  /** Decides on texts when set; `riskyWords` decide otherwise. */
  textVerdict: ((content: string) => Verdict) | undefined;
  /** What the next media checks find. */
  mediaVerdict: Verdict = PASS;
  pushMode: PushMode = 'once';
  /** Results of media checks, oldest first. */
  readonly pushes: MediaPush[] = [];
  readonly #pending = new Set<Promise<void>>();

  constructor(private readonly options: SecurityOptions) {}

  msgSecCheck(args: OpenapiArguments): Record<string, unknown> {
    const refused = this.#refuse(args);
    if (refused !== undefined) return refused;
    const { content } = args;
    if (typeof content !== 'string' || content === '') return { errcode: 44991, errmsg: 'empty content' };
    if ([...content].length > MAX_CHARACTERS) return { errcode: 45002, errmsg: 'content size out of limit' };
    const verdict = this.textVerdict?.(content) ?? this.#byWords(content);
    return {
      errcode: 0,
      errmsg: 'ok',
      result: verdict,
      detail: [{ strategy: 'content_model', errcode: 0, ...verdict, prob: 90 }],
      trace_id: randomUUID(),
    };
  }

  mediaCheckAsync(args: OpenapiArguments): Record<string, unknown> {
    const refused = this.#refuse(args);
    if (refused !== undefined) return refused;
    if (typeof args['media_url'] !== 'string' || args['media_url'] === '') return { errcode: 44991, errmsg: 'invalid media_url' };
    if (args['media_type'] !== 1 && args['media_type'] !== 2) return { errcode: 47001, errmsg: 'invalid media_type' };
    const traceId = randomUUID();
    const push: MediaPush = {
      traceId,
      event: this.#pushEvent(traceId, String(args['openid'])),
      mode: this.pushMode,
      delivered: 0,
    };
    this.pushes.push(push);
    const times = { once: 1, twice: 2, never: 0, late: 0 }[push.mode];
    // The answer leaves first, as it does at WeChat.
    for (let time = 0; time < times; time += 1) setImmediate(() => void this.deliver(push));
    return { errcode: 0, errmsg: 'ok', trace_id: traceId };
  }

  /** Brings a result to the function, once more or at last; resolves when the function has answered. */
  async deliver(push: MediaPush): Promise<void> {
    push.delivered += 1;
    const delivery = this.options.deliver(push.event);
    this.#pending.add(delivery);
    try {
      await delivery;
    } finally {
      this.#pending.delete(delivery);
    }
  }

  /** Brings all results that were told to come late. */
  async deliverLate(): Promise<void> {
    for (const push of this.pushes) if (push.mode === 'late' && push.delivered === 0) await this.deliver(push);
  }

  /** Resolves when every push on its way has been answered. */
  async settled(): Promise<void> {
    await new Promise((resolve) => setImmediate(resolve));
    while (this.#pending.size > 0) await Promise.allSettled([...this.#pending]);
  }

  #refuse(args: OpenapiArguments): Record<string, unknown> | undefined {
    const { openid, scene, version } = args;
    if (version !== 2) return { errcode: 47001, errmsg: 'version must be 2: version 1 is frozen' };
    if (![1, 2, 3, 4].includes(scene as number)) return { errcode: 47001, errmsg: 'invalid scene' };
    if (typeof openid !== 'string' || openid === '') return { errcode: 40003, errmsg: 'invalid openid' };
    const seen = this.options.lastSeen(openid);
    if (seen === undefined || this.options.now() - seen > ACTIVE_MS) {
      return { errcode: 61010, errmsg: 'code is expired: the user was not active within 2 hours' };
    }
    return undefined;
  }

  #byWords(content: string): Verdict {
    return [...this.riskyWords].some((word) => content.includes(word)) ? { suggest: 'risky', label: 20006 } : PASS;
  }

  /** As WeChat pushes it (`wxa_media_check`, version 2). */
  #pushEvent(traceId: string, openid: string): Record<string, unknown> {
    return {
      ToUserName: 'gh_local',
      FromUserName: openid,
      CreateTime: Math.floor(this.options.now() / 1000),
      MsgType: 'event',
      Event: 'wxa_media_check',
      appid: this.options.appId,
      trace_id: traceId,
      version: 2,
      detail: [{ strategy: 'content_model', errcode: 0, ...this.mediaVerdict, prob: 90 }],
      errcode: 0,
      errmsg: 'ok',
      result: this.mediaVerdict,
    };
  }
}
