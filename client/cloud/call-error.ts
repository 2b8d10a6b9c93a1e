import type { FieldErrors } from '@shared/contract/answer';
import type { ErrorCode } from '@shared/contract/errors';

/** What a page needs to know about a call that failed. */
export class CallError extends Error {
  override readonly name = 'CallError';

  /**
   * @param code `network`: no answer came, so nobody knows whether it was carried out; else a code of the error table.
   * @param message Plain Chinese, to be shown as it is.
   * @param fields Field path (dotted, as in the input) → code of what is wrong there.
   */
  constructor(
    readonly code: ErrorCode | 'network',
    message: string,
    readonly fields: FieldErrors = {},
  ) {
    super(message);
  }

  /** True when the server may or may not have carried it out; only the same request id may be used to try again. */
  get isUncertain() {
    return this.code === 'network' || this.code === 'internal';
  }
}
