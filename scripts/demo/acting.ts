import { randomBytes } from 'node:crypto';
import type { Emulator } from '../../emulator';
import { type Context, functionOfContext } from '../../shared/contexts';
import type { Answer } from '../../shared/contract/answer';
import type { EndpointName, Input, Output } from '../../shared/endpoints';

/** One person acting through the same endpoints as the phone. */
export interface Acting {
  readonly openid: string;
  /** @throws when the server refuses, with its code and sentence */
  call<N extends EndpointName>(endpoint: N, input: Input<N>): Promise<Output<N>>;
  /** Uploads a file as the phone does. @returns its file id */
  upload(cloudPath: string, content: Uint8Array<ArrayBuffer>): Promise<string>;
}

const functionOf = (endpoint: string) => functionOfContext[endpoint.slice(0, endpoint.indexOf('.')) as Context];

/** Somebody on a running emulator. */
export function actAs(emulator: Emulator, openid: string): Acting {
  return {
    openid,
    async call<N extends EndpointName>(endpoint: N, input: Input<N>): Promise<Output<N>> {
      const requestId = randomBytes(18).toString('base64url');
      const answer = (await emulator.call(functionOf(endpoint), { endpoint, input, requestId }, { openid })) as Answer<Output<N>>;
      if (answer.ok) return answer.data;
      throw new Error(`${openid} ${endpoint}: ${answer.code} ${answer.message} ${JSON.stringify(answer.fields ?? {})}`);
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
