import { type Context, functionOfContext } from '@shared/contexts';
import type { Answer, RequestEvent } from '@shared/contract/answer';
import { errors, isErrorCode } from '@shared/contract/errors';
import type { EndpointName, Input, Output, ReadName, WriteName } from '@shared/endpoints';
import { CallError } from './call-error';
import { actingAs } from './session';
import { transport } from './transport';
import { TransportError } from './transport-contract';

const ATTEMPTS = 3;
const FIRST_PAUSE = 400;
const NETWORK_TEXT = '没能连上网络，您填的内容都在，请检查网络后再试';

const pause = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));

function isAnswer(value: unknown): value is Answer<unknown> {
  return typeof value === 'object' && value !== null && 'ok' in value;
}

async function once(event: RequestEvent): Promise<unknown> {
  const context = event.endpoint.slice(0, event.endpoint.indexOf('.')) as Context;
  const answer = await transport.invoke(functionOfContext[context], event).catch((error: unknown) => {
    if (error instanceof TransportError) throw new CallError('network', NETWORK_TEXT);
    throw error;
  });
  if (!isAnswer(answer)) throw new CallError('network', NETWORK_TEXT);
  if (answer.ok) return answer.data;
  // A newer server may know codes this release does not: its text is shown, and nothing is tried again.
  throw new CallError(isErrorCode(answer.code) ? answer.code : 'request.invalid', answer.message, answer.fields);
}

function mayTryAgain(error: unknown) {
  return error instanceof CallError && (error.code === 'network' || errors[error.code].retry);
}

/** Reads are repeated freely, writes only because every attempt carries the same request id. */
async function send(event: RequestEvent): Promise<unknown> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await once(event);
    } catch (error) {
      if (attempt >= ATTEMPTS || !mayTryAgain(error)) throw error;
      await pause(FIRST_PAUSE * 2 ** (attempt - 1) * (0.5 + Math.random()));
    }
  }
}

/**
 * Calls one endpoint of the contract. A write needs a request id: made once per form (`newRequestId`), kept over every
 * retry. Tries up to three times what is safe to repeat; otherwise throws CallError with a text fit to be shown.
 */
export function call<N extends ReadName>(endpoint: N, input: Input<N>): Promise<Output<N>>;
export function call<N extends WriteName>(endpoint: N, input: Input<N>, requestId: string): Promise<Output<N>>;
export function call(endpoint: EndpointName, input: unknown, requestId?: string): Promise<unknown> {
  const capacity = actingAs();
  return send({ endpoint, input, ...(requestId ? { requestId } : {}), ...(capacity ? { actingAs: capacity } : {}) });
}

/**
 * Uploads a local picture to the path the server gave (`account.prepareUpload`); the answer is the file id to attach.
 * Repeating it is safe: the path is this person's own and a second upload replaces the first.
 */
export async function upload(cloudPath: string, localFile: string): Promise<string> {
  try {
    return await transport.upload(cloudPath, localFile);
  } catch (error) {
    if (error instanceof TransportError) throw new CallError('network', '照片没有传上去，请检查网络后再试');
    throw error;
  }
}
