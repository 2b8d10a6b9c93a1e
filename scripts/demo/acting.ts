import { randomBytes } from 'node:crypto';
import type { Emulator } from '../../emulator';
import { type Context, functionOfContext } from '../../shared/contexts';
import type { Answer } from '../../shared/contract/answer';
import type { ErrorCode } from '../../shared/contract/errors';
import type { EndpointName, Input, Output } from '../../shared/endpoints';

/** The server said no. */
export class Refused extends Error {
  constructor(
    readonly code: ErrorCode,
    what: string,
    readonly fields: Readonly<Record<string, string>> = {},
  ) {
    super(`${code}: ${what} ${JSON.stringify(fields)}`);
    this.name = 'Refused';
  }
}

export interface ActingOptions {
  /** Made anew when left out; give the same one to repeat a call. */
  readonly requestId?: string;
  readonly actingAs?: string;
  /** Marks the call for faults and barriers. */
  readonly tag?: string;
}

/** One person acting through the same endpoints as the phone. */
export interface Acting {
  readonly openid: string;
  /** @throws Refused with the server's code and sentence */
  call<N extends EndpointName>(endpoint: N, input: Input<N>, options?: ActingOptions): Promise<Output<N>>;
  /** Uploads a file as the phone does. @returns its file id */
  upload(cloudPath: string, content: Uint8Array<ArrayBuffer>): Promise<string>;
}

const functionOf = (endpoint: string) => functionOfContext[endpoint.slice(0, endpoint.indexOf('.')) as Context];

/** Somebody on a running emulator. */
export function actAs(emulator: Emulator, openid: string): Acting {
  return {
    openid,
    async call<N extends EndpointName>(endpoint: N, input: Input<N>, options: ActingOptions = {}): Promise<Output<N>> {
      const { requestId = randomBytes(18).toString('base64url'), actingAs, tag } = options;
      const event = { endpoint, input, requestId, ...(actingAs ? { actingAs } : {}) };
      const called = emulator.call(functionOf(endpoint), event, { openid, ...(tag ? { tag } : {}) });
      const answer = (await called) as Answer<Output<N>>;
      if (answer.ok) return answer.data;
      throw new Refused(answer.code, `${openid} ${endpoint}: ${answer.message}`, answer.fields);
    },
    async upload(cloudPath, content) {
      const address = `${emulator.url}/storage/upload?path=${encodeURIComponent(cloudPath)}`;
      const headers = { 'x-wx-openid': openid, 'content-type': 'image/png' };
      const response = await fetch(address, { method: 'POST', headers, body: content });
      const { fileID } = (await response.json()) as { readonly fileID?: string };
      if (fileID === undefined) throw new Error(`${openid}: the upload of ${cloudPath} was refused`);
      return fileID;
    },
  };
}
