import type { FieldErrors } from '../../shared/contract/answer';
import { type ErrorCode, errors } from '../../shared/contract/errors';

/** A refusal with a code of the error table; leaves the function as `{ ok: false, code, message, fields? }`. */
export class AppError extends Error {
  constructor(
    readonly code: ErrorCode,
    /** Replaces the table's text when something more precise can be said; never personal data. */
    readonly detail: { readonly message?: string; readonly fields?: FieldErrors } = {},
  ) {
    super(detail.message ?? errors[code].text);
    this.name = 'AppError';
  }
}

/** A mistake of ours whose message is made of names only, so that the log may tell it; outside it is `internal`. */
export class PlainError extends Error {}
