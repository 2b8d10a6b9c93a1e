/** An error as the cloud states it: `code` for the SDK in a function, `errCode` for a client. */
export interface CloudError {
  readonly code: string;
  readonly errCode: number;
  readonly message: string;
}

const codes = {
  SYS_ERR: -501001,
  EXCEED_REQUEST_LIMIT: -501003,
  INVALID_PARAM: -501007,
  DATABASE_REQUEST_FAILED: -502001,
  STORAGE_REQUEST_FAIL: -503001,
  STORAGE_EXCEED_AUTHORITY: -503002,
  STORAGE_FILE_NONEXIST: -503003,
  STORAGE_SIGN_PARAM_INVALID: -503004,
  FUNCTION_NOT_FOUND: -501000,
  FUNCTIONS_EXECUTE_FAIL: -504002,
  FUNCTIONS_TIME_LIMIT_EXCEEDED: -504003,
  EXCEED_MAX_PAYLOAD_SIZE: -501001,
  EXCEED_MAX_RESPONSE_SIZE: -604001,
} as const;

export type CloudErrorCode = keyof typeof codes;

export function cloudError(code: CloudErrorCode, message: string): CloudError {
  return { code, errCode: codes[code], message };
}

/** What `Emulator.call` rejects with: the same two fields as `wx.cloud.callFunction`. */
export class CloudCallError extends Error {
  override readonly name = 'CloudCallError';

  constructor(
    readonly errCode: number,
    readonly errMsg: string,
  ) {
    super(errMsg);
  }
}
