import { type Context, functionOfContext } from '@shared/contexts';
import type { Answer, RequestEvent } from '@shared/contract/answer';
import { errors, isErrorCode } from '@shared/contract/errors';
import { CallError } from './call-error';
import { type Transport, TransportError } from './transport-contract';

const ATTEMPTS = 3;
/** Milliseconds before the second attempt; twice as long before the third, each ± half by chance. */
const FIRST_PAUSE = 400;
const NETWORK_TEXT = '没能连上网络，您填的内容都在，请检查网络后再试';

function isAnswer(value: unknown): value is Answer<unknown> {
  return typeof value === 'object' && value !== null && 'ok' in value;
}

async function once(transport: Pick<Transport, 'invoke'>, event: RequestEvent): Promise<unknown> {
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

/**
 * Sends one event, up to three times where that is safe: after a lost answer, or when the error table allows it. Reads
 * change nothing, and every attempt of a write carries the same request id. Throws CallError.
 */
export async function send(
  transport: Pick<Transport, 'invoke'>,
  event: RequestEvent,
  pause = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds)),
): Promise<unknown> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await once(transport, event);
    } catch (error) {
      if (attempt >= ATTEMPTS || !mayTryAgain(error)) throw error;
      await pause(FIRST_PAUSE * 2 ** (attempt - 1) * (0.5 + Math.random()));
    }
  }
}
