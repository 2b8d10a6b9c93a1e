import type { CloudDefinition } from '../definition';
import { type CloudError, cloudError } from '../errors';
import type { Faults } from '../faults/faults';
import { endpointOf } from '../functions/invocation';
import type { FunctionRunner, InvokeOutcome } from '../functions/runner';

/** Text of an event, and of an answer, at most (bytes). */
export const MAX_EVENT = 100 * 1024;
export const MAX_RESULT = 1024 * 1024;

export interface ClientCall {
  readonly functionName: string;
  /** JSON text. */
  readonly event: string;
  /** Empty: the caller is not known (HTTP without sign-in). */
  readonly openid: string;
  readonly tag?: string | undefined;
}

/** `result` is JSON text; `cut` and `down` never reach the caller as an answer. */
export type ClientAnswer =
  | { readonly kind: 'result'; readonly result: string; readonly requestId: string }
  | { readonly kind: 'error'; readonly error: CloudError }
  | { readonly kind: 'cut' }
  | { readonly kind: 'down' };

/** A client's call of a function, as `wx.cloud.callFunction` makes it. */
export class ClientGateway {
  readonly #seen = new Map<string, number>();

  constructor(
    private readonly definition: CloudDefinition,
    private readonly runner: FunctionRunner,
    private readonly faults: Faults,
    private readonly now: () => number,
  ) {}

  /** When this person last called, emulated ms; undefined = not since the start. */
  lastSeen(openid: string): number | undefined {
    return this.#seen.get(openid);
  }

  async call(call: ClientCall): Promise<ClientAnswer> {
    const refused = refuse(call.event);
    if (refused !== undefined) return { kind: 'error', error: refused };
    if (call.openid !== '') this.#seen.set(call.openid, this.now());
    const event = call.openid === '' ? call.event : this.#withUserInfo(call.event, call.openid);
    const described = {
      service: 'gateway',
      action: 'gateway.call',
      functionName: call.functionName,
      endpoint: endpointOf(call.event),
      tag: call.tag,
    } as const;
    const { functionName, openid, tag } = call;
    const source = openid === '' ? 'wx_http' : 'wx_client';
    const passage = await this.faults.pass(described, undefined, () =>
      this.runner.invoke({ functionName, event, openid, trigger: 'client', source, tag }),
    );
    if (passage.kind === 'done') return toAnswer(passage.value);
    if (passage.kind === 'failed') {
      const { code, message, errcode = -501001 } = passage;
      return { kind: 'error', error: { code, errCode: errcode, message } };
    }
    return passage.kind === 'late' ? { kind: 'cut' } : passage;
  }

  /** WeChat adds `userInfo` to the event; as the last key it wins over one that the caller wrote. */
  #withUserInfo(event: string, openid: string): string {
    const text = event.trim();
    if (!text.startsWith('{')) return event;
    const userInfo = `"userInfo":${JSON.stringify({ appId: this.definition.appId, openId: openid })}}`;
    const body = text.slice(0, -1).trimEnd();
    return body === '{' ? `{${userInfo}` : `${body},${userInfo}`;
  }
}

function refuse(event: string): CloudError | undefined {
  if (Buffer.byteLength(event) > MAX_EVENT) {
    return cloudError('EXCEED_MAX_PAYLOAD_SIZE', 'EXCEED_MAX_PAYLOAD_SIZE: request data exceeds the limit of 100 KB');
  }
  try {
    JSON.parse(event);
    return undefined;
  } catch {
    return cloudError('INVALID_PARAM', 'the event is not JSON');
  }
}

function toAnswer(outcome: InvokeOutcome): ClientAnswer {
  if (!outcome.ok) return { kind: 'error', error: outcome.error };
  if (Buffer.byteLength(outcome.result) > MAX_RESULT) {
    const message = 'EXCEED_MAX_RESPONSE_SIZE: cloudfunction result size exceed limit (1MB)';
    return { kind: 'error', error: cloudError('EXCEED_MAX_RESPONSE_SIZE', message) };
  }
  return { kind: 'result', result: outcome.result, requestId: outcome.invocation };
}
