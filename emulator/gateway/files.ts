import { createReadStream } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';
import type { CloudDefinition } from '../definition';
import { cloudError } from '../errors';
import type { Faults } from '../faults/faults';
import { type Files, NotKept } from '../storage/files';
import type { Links } from '../storage/links';
import { fileIdOf, isCloudPath } from '../storage/paths';
import type { Storage } from '../storage/storage';
import { readBody } from './body';
import { parseMultipart } from './multipart';

export interface FileParts {
  readonly definition: CloudDefinition;
  readonly files: Files;
  readonly links: Links;
  readonly storage: Storage;
  readonly faults: Faults;
  /** Largest file in bytes. */
  readonly maxFileBytes: number;
}

/** Content types that a browser may show from here; anything else is offered as a download. */
const SHOWN = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'application/pdf', 'text/plain']);
const MAX_LIST = 64 * 1024;
/** What the form around a file may take. */
const FORM_OVERHEAD = 8 * 1024;

/** The ways of files that are not `/admin`: links for upload and download, and what the browser build calls. */
export class FileEndpoints {
  constructor(private readonly parts: FileParts) {}

  /** `PUT /storage/put/<token>`: an empty body means success, as in object storage; an error is XML. */
  async put(request: IncomingMessage, token: string): Promise<Response> {
    const grant = this.parts.links.open(token, 'put');
    if (typeof grant === 'string') return refuseLink(request, grant);
    const { path, owner } = grant;
    const contentType = request.headers['content-type'] ?? contentTypeOf(path);
    const refused = await this.#keep(request, { path, owner, contentType }, request);
    if (refused === undefined) return new Response(null, { status: 200 });
    return refused === 'tooLarge' ? xml(400, 'EntityTooLarge') : xml(403, 'AccessDenied');
  }

  /** `GET /storage/get/<token>`. */
  async get(request: IncomingMessage, token: string): Promise<Response> {
    const grant = this.parts.links.open(token, 'get');
    if (typeof grant === 'string') return refuseLink(request, grant);
    const file = this.parts.files.get(grant.path);
    if (file === undefined) return xml(404, 'NoSuchKey');
    const shown = SHOWN.has(file.contentType);
    const headers = {
      'content-type': shown ? file.contentType : 'application/octet-stream',
      'content-length': String(file.size),
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': 'private, no-store',
      ...(shown ? {} : { 'content-disposition': 'attachment' }),
    };
    const content = Readable.toWeb(createReadStream(this.parts.files.contentOf(file)));
    return new Response(content as ReadableStream<Uint8Array>, { headers });
  }

  /**
   * `POST /storage/upload`, header `x-wx-openid`: a client's upload, as a form with `cloudPath` and `file`, or as the bare content
   * with `?path=…`. `undefined` = break the connection.
   */
  async upload(request: IncomingMessage, openid: string, query: string | undefined): Promise<Response | undefined> {
    if (openid === '') return error(request, 'STORAGE_EXCEED_AUTHORITY', 'storage permission denied');
    const { path, body } = query === undefined ? await this.#form(request) : { path: query, body: request };
    if (body === undefined) return error(request, 'STORAGE_REQUEST_FAIL', 'EntityTooLarge: no file, or too large a file');
    if (!isCloudPath(path)) return error(request, 'STORAGE_SIGN_PARAM_INVALID', 'the cloud path is not allowed');
    const contentType = query === undefined ? contentTypeOf(path) : (request.headers['content-type'] ?? contentTypeOf(path));
    const passage = await this.parts.faults.pass({ service: 'storage', action: 'storage.upload' }, undefined, () =>
      this.#keep(request, { path, owner: openid, contentType }, body),
    );
    if (passage.kind === 'down') return new Response('', { status: 503 });
    if (passage.kind === 'failed') return error(request, 'STORAGE_REQUEST_FAIL', passage.message);
    if (passage.kind !== 'done') return undefined;
    if (passage.value === 'forbidden') return error(request, 'STORAGE_EXCEED_AUTHORITY', 'storage permission denied');
    if (passage.value === 'tooLarge') return error(request, 'STORAGE_REQUEST_FAIL', 'EntityTooLarge: the file is too large');
    return Response.json({ fileID: fileIdOf(this.parts.definition, path) });
  }

  /** `POST /storage/urls`, body `{ fileList: [fileID] }`: links under the private-read rule. */
  async urls(request: IncomingMessage, openid: string): Promise<Response> {
    const body = await readBody(request, MAX_LIST);
    const list = listOf(body);
    if (list === undefined) return error(request, 'INVALID_PARAM', 'fileList must be a list of at most 50 file ids');
    const fileList = list.map((fileId) => {
      const { code, fileID, tempFileURL, maxAge } = this.parts.storage.linkFor(openid, fileId);
      if (code === 'SUCCESS') return { fileID, tempFileURL, maxAge, status: 0, errMsg: 'ok' };
      const { errCode, message } = code === 'STORAGE_FILE_NONEXIST' ? nonexistent : forbidden;
      return { fileID, tempFileURL, status: errCode, errMsg: message };
    });
    return Response.json({ fileList });
  }

  /** Fields of an upload form; no `body` when it is larger than a file may be. */
  async #form(request: IncomingMessage): Promise<{ path: string | undefined; body: Iterable<Buffer> | undefined }> {
    const content = await readBody(request, this.parts.maxFileBytes + FORM_OVERHEAD);
    const fields = content && parseMultipart(request.headers['content-type'] ?? '', content);
    const file = fields?.get('file');
    return { path: fields?.get('cloudPath')?.toString('utf8'), body: file && [file] };
  }

  /** Stores the body. @returns why not, if not. */
  async #keep(
    request: IncomingMessage,
    file: { path: string; owner: string; contentType: string },
    body: AsyncIterable<Buffer> | Iterable<Buffer>,
  ): Promise<NotKept['reason'] | undefined> {
    try {
      await this.parts.files.put(file, body, this.parts.maxFileBytes);
      return undefined;
    } catch (thrown) {
      request.resume();
      if (thrown instanceof NotKept) return thrown.reason;
      throw thrown;
    }
  }
}

const nonexistent = cloudError('STORAGE_FILE_NONEXIST', 'storage file not exists');
const forbidden = cloudError('STORAGE_EXCEED_AUTHORITY', 'storage permission denied');

/** The SDK uploads without a content type; the cloud then goes by the name. */
function contentTypeOf(path: string): string {
  const types: Readonly<Record<string, string>> = {
    png: 'image/png',
    jpg: 'image/jpeg',
    jpeg: 'image/jpeg',
    gif: 'image/gif',
    webp: 'image/webp',
    pdf: 'application/pdf',
    txt: 'text/plain',
  };
  const extension = path.slice(path.lastIndexOf('.') + 1).toLowerCase();
  return Object.hasOwn(types, extension) ? (types[extension] ?? '') : 'application/octet-stream';
}

function listOf(body: Buffer | undefined): readonly unknown[] | undefined {
  try {
    const { fileList } = JSON.parse(body?.toString('utf8') ?? '') as { fileList?: unknown };
    return Array.isArray(fileList) && fileList.length <= 50 ? (fileList as readonly unknown[]) : undefined;
  } catch {
    return undefined;
  }
}

function refuseLink(request: IncomingMessage, why: 'forged' | 'expired'): Response {
  request.resume();
  return xml(403, why === 'expired' ? 'RequestIsExpired' : 'SignatureDoesNotMatch');
}

function error(request: IncomingMessage, code: Parameters<typeof cloudError>[0], message: string): Response {
  request.resume();
  const { errCode } = cloudError(code, message);
  return Response.json({ errCode, errMsg: `${code}: ${message}` });
}

/** The form in which object storage refuses; the SDK reads exactly these four elements. */
function xml(status: number, code: string): Response {
  const body = `<?xml version='1.0' encoding='utf-8' ?><Error><Code>${code}</Code><Message>${code}</Message><RequestId>local</RequestId><TraceId>local</TraceId></Error>`;
  return new Response(body, { status, headers: { 'content-type': 'application/xml' } });
}
