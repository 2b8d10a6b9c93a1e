import type { EndpointName, Input, Output, ReadName, WriteName } from '@shared/endpoints';
import { CallError } from './call-error';
import { send } from './send';
import { actingAs } from './session';
import { transport } from './transport';
import { TransportError } from './transport-contract';

/**
 * Calls one endpoint of the contract. A write needs a request id: made once per form (`newRequestId`), kept over every
 * retry. Tries up to three times what is safe to repeat; otherwise throws CallError with a text fit to be shown.
 */
export function call<N extends ReadName>(endpoint: N, input: Input<N>): Promise<Output<N>>;
export function call<N extends WriteName>(endpoint: N, input: Input<N>, requestId: string): Promise<Output<N>>;
export function call(endpoint: EndpointName, input: unknown, requestId?: string): Promise<unknown> {
  const capacity = actingAs();
  const event = { endpoint, input, ...(requestId ? { requestId } : {}), ...(capacity ? { actingAs: capacity } : {}) };
  return send(transport, event);
}

/**
 * Uploads a local file to the path the server gave (`account.prepareUpload`); the answer is the file id to attach.
 * Repeating it is safe: the path is this person's own and a second upload replaces the first.
 */
export async function upload(cloudPath: string, localFile: string): Promise<string> {
  try {
    return await transport.upload(cloudPath, localFile);
  } catch (error) {
    if (error instanceof TransportError) throw new CallError('network', '没有传上去，请检查网络后再试');
    throw error;
  }
}
