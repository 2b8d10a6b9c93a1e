import { CloudCallError } from './errors';
import type { ClientGateway } from './gateway/calls';
import type { CallOptions } from './types';

/** A client's call from within this process; the event and the result pass through JSON as over the network. */
export async function cloudCall(
  gateway: ClientGateway,
  functionName: string,
  event: unknown,
  options: CallOptions = {},
): Promise<unknown> {
  const answer = await gateway.call({
    functionName,
    event: (JSON.stringify(event) as string | undefined) ?? '{}',
    openid: options.openid ?? '',
    tag: options.tag,
  });
  switch (answer.kind) {
    case 'result':
      return JSON.parse(answer.result) as unknown;
    case 'error':
      throw new CloudCallError(answer.error.errCode, answer.error.message);
    case 'down':
      throw new CloudCallError(-1, 'request:fail 503');
    case 'cut':
      throw new CloudCallError(-1, 'request:fail connection reset');
  }
}
