import { identity } from './session';
import { CALL_TIMEOUT, type Transport, TransportError, UPLOAD_TIMEOUT } from './transport-contract';

async function post(path: string, body: BodyInit, contentType: string | undefined, milliseconds: number): Promise<unknown> {
  const openid = identity(); // Empty: the call goes out as nobody.
  const headers: Record<string, string> = {};
  if (contentType) headers['content-type'] = contentType;
  if (openid) headers['x-wx-openid'] = openid;
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), milliseconds);
  try {
    const response = await fetch(path, { method: 'POST', body, headers, signal: stop.signal });
    return await response.json();
  } catch (error) {
    throw new TransportError(String(error));
  } finally {
    clearTimeout(timer);
  }
}

function property(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined;
}

/** The browser's way: the gateway of the local cloud, on the address the page came from. */
export const transport: Transport = {
  async invoke(functionName, event) {
    const answer = await post(`/functions/${functionName}`, JSON.stringify(event), 'application/json', CALL_TIMEOUT);
    const result = property(answer, 'result');
    // The cloud's own error (a crash, a timeout): nobody knows whether the function carried it out.
    if (result === undefined) throw new TransportError(String(property(answer, 'errMsg') ?? 'no result'));
    return result;
  },
  async upload(cloudPath, localFile) {
    const form = new FormData();
    form.append('cloudPath', cloudPath);
    form.append('file', await (await fetch(localFile)).blob());
    const answer = await post('/storage/upload', form, undefined, UPLOAD_TIMEOUT);
    const fileId = property(answer, 'fileID');
    if (typeof fileId !== 'string') throw new TransportError(String(property(answer, 'errMsg') ?? 'no file id'));
    return fileId;
  },
};
