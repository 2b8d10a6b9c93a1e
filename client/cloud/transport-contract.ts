import type { FunctionName } from '@shared/contexts';
import type { RequestEvent } from '@shared/contract/answer';

/** Milliseconds before a call is given up; a function's own limit is shorter, so a late answer means a lost one. */
export const CALL_TIMEOUT = 20_000;
export const UPLOAD_TIMEOUT = 60_000;

/** The call did not come back with an answer: nobody knows whether it was carried out. */
export class TransportError extends Error {
  override readonly name = 'TransportError';
}

/** How a client reaches the cloud; one implementation per target. */
export interface Transport {
  /** The function's result as it came; throws TransportError when none came. */
  invoke(functionName: FunctionName, event: RequestEvent): Promise<unknown>;
  /** Uploads a local file (path or blob address) to `cloudPath`; the answer is its file id. */
  upload(cloudPath: string, localFile: string): Promise<string>;
}

/** Rejects with TransportError when `work` takes longer than `milliseconds`. */
export function withTimeout<T>(work: Promise<T>, milliseconds: number): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new TransportError('timeout')), milliseconds);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
