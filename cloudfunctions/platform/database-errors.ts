/**
 * The SDK loses the code of most database errors (every unknown one becomes -501001), so they are told apart by their text.
 */
function textOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return '';
  const { errMsg, message, code } = error as { errMsg?: unknown; message?: unknown; code?: unknown };
  return [errMsg, message, code].filter((part) => typeof part === 'string').join(' ');
}

/** Another transaction got there first, or this one ran out of its 30 seconds: the whole of it can be tried again. */
export const isConflict = (error: unknown) =>
  /TRANSACTION_CONFLICT|TransactionConflict|TransactionBusy|TransactionNotExist|TRANSACTION_FAIL|WriteConflict/.test(
    textOf(error),
  );

export const isDuplicate = (error: unknown) => /E11000|duplicate key|DUPLICATE_WRITE/i.test(textOf(error));

/** The cloud did not answer, or refused for load or quota: nothing is known to be wrong with the request. */
export const isUnavailable = (error: unknown) =>
  /SERVER_TIMEOUT|-501002|EXCEED_REQUEST_LIMIT|-501003|EXCEED_\w*(LIMIT|QUOTA)|ETIMEDOUT|ESOCKETTIMEDOUT|ECONNREFUSED|ECONNRESET|EPIPE|socket hang up|\b50[0-4] /.test(
    textOf(error),
  );
