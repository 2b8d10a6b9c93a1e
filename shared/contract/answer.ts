import type { ErrorCode } from './errors';

/** What a page sends: the event of every function. `requestId` is made once per form and is required for writes. */
export interface RequestEvent {
  readonly endpoint: string;
  readonly input: unknown;
  readonly requestId?: string;
  /** The capacity the person chose to act in; the server checks that they hold it. Absent: all they hold in their own name. */
  readonly actingAs?: string;
}

/** Field path (dotted, as in the input) → what is wrong there, a code of `shared/labels`. */
export type FieldErrors = Readonly<Record<string, string>>;

export type Answer<T> =
  | { readonly ok: true; readonly data: T }
  | { readonly ok: false; readonly code: ErrorCode; readonly message: string; readonly fields?: FieldErrors };

/** 22–64 characters of `0-9A-Za-z_-`: at least 128 bits when made by the client. */
export const requestIdPattern = /^[0-9A-Za-z_-]{22,64}$/;
