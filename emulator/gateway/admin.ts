import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Database, DatabaseRequest } from '../database/types';
import type { CloudCall, Service } from '../faults/calls';
import type { Faults, Passage } from '../faults/faults';
import type { Invocation } from '../functions/invocation';
import type { FunctionRunner } from '../functions/runner';
import type { Openapi } from '../openapi/openapi';
import { encodeResponse, jsonResponse } from '../openapi/wire';
import type { Storage } from '../storage/storage';
import { parseObject, readBody } from './body';
import { parseMultipart } from './multipart';

/** What goes back to the SDK: JSON, protobuf bytes, HTTP 503, or a broken connection. */
export type AdminAnswer =
  | { readonly kind: 'json'; readonly body: Readonly<Record<string, unknown>> }
  | { readonly kind: 'bytes'; readonly body: Uint8Array }
  | { readonly kind: 'down' }
  | { readonly kind: 'cut' };

export interface AdminParts {
  readonly database: Database;
  readonly storage: Storage;
  readonly openapi: Openapi;
  readonly runner: FunctionRunner;
  readonly faults: Faults;
}

/** The cloud's limit on one database packet is 16 MB. */
const MAX_BODY = 16 * 1024 * 1024;

/** Event and answer of a call between functions. */
const MAX_BETWEEN = 6 * 1024 * 1024;

/** Functions that wait for each other; more is taken for an endless recursion. */
const MAX_DEPTH = 8;

type Fields = Readonly<Record<string, unknown>>;

/** `POST /admin`: everything that the SDK in a function asks of the cloud. */
export class AdminEndpoint {
  constructor(private readonly parts: AdminParts) {}

  /** @param invocationId last part of the address; undefined for a caller that is no function (a script, a test). */
  async answer(request: IncomingMessage, invocationId: string | undefined): Promise<AdminAnswer> {
    const fields = await readFields(request);
    if (fields === undefined) return refusal('INVALID_PARAM', 'the request is no valid body, or larger than 16 MB');
    const invocation = invocationId === undefined ? undefined : this.parts.runner.running(invocationId);
    if (invocationId !== undefined && invocation === undefined) return late();
    const action = String(fields['action']);
    const service = serviceOf(action);
    if (service === undefined) return refusal('INVALID_PARAM', `unknown action ${action}`);
    if (invocation !== undefined && service === 'database') invocation.databaseCalls += 1;
    const call = describe(service, action, fields, invocation);
    const transactionId = typeof fields['transactionId'] === 'string' ? fields['transactionId'] : undefined;
    return toAnswer(service, await this.parts.faults.pass(call, transactionId, () => this.#perform(call, fields)));
  }

  #perform(call: CloudCall, fields: Fields): AdminAnswer | Promise<AdminAnswer> {
    if (call.service === 'database') return this.#database(call, fields);
    if (call.service === 'openapi') return this.#openapi(call, fields);
    if (call.service === 'storage') return this.parts.storage.execute(fields).then(json);
    return this.#invoke(call, fields);
  }

  #database(call: CloudCall, fields: Fields): AdminAnswer {
    const outcome = this.parts.database.execute(fields as DatabaseRequest);
    const { invocation } = call;
    if (invocation !== undefined) {
      const { examined, returned } = outcome;
      invocation.calls.push({ action: call.action, collection: call.collection, examined, returned });
      const transactionId = outcome.body['transactionId'];
      if (typeof transactionId === 'string') invocation.transactions.add(transactionId);
    }
    return json(outcome.body);
  }

  #openapi(call: CloudCall, fields: Fields): AdminAnswer {
    const message = fields['requestData'];
    if (!Buffer.isBuffer(message)) return refusal('INVALID_PARAM', 'requestData is missing');
    const permitted = call.functionName === undefined ? undefined : (this.parts.runner.find(call.functionName)?.openapi ?? []);
    return { kind: 'bytes', body: this.parts.openapi.execute(call.api ?? '', message, permitted) };
  }

  async #invoke(call: CloudCall, fields: Fields): Promise<AdminAnswer> {
    const data = fields['request_data'];
    if (typeof data === 'string' && Buffer.byteLength(data) > MAX_BETWEEN) {
      return refusal('EXCEED_MAX_PAYLOAD_SIZE', 'request data exceeds the limit of 6 MB');
    }
    const source = call.invocation === undefined ? 'scf' : `${call.invocation.source},scf`;
    if (source.split(',').length > MAX_DEPTH) return refusal('SYS_ERR', `functions call each other more than ${MAX_DEPTH} deep`);
    const outcome = await this.parts.runner.invoke({
      functionName: String(fields['function_name']),
      event: typeof data === 'string' && data !== '' ? data : '{}',
      openid: '',
      trigger: 'function',
      source,
      tag: call.tag,
    });
    return outcome.ok ? json({ data: { response_data: outcome.result } }) : refusal(outcome.error.code, outcome.error.message);
  }
}

async function readFields(request: IncomingMessage): Promise<Fields | undefined> {
  const body = await readBody(request, MAX_BODY);
  if (body === undefined) return undefined;
  const contentType = request.headers['content-type'] ?? '';
  if (!contentType.startsWith('multipart/form-data')) return parseObject(body);
  const parts = parseMultipart(contentType, body);
  if (parts === undefined) return undefined;
  return Object.fromEntries([...parts].map(([name, value]) => [name, name === 'requestData' ? value : value.toString('utf8')]));
}

function serviceOf(action: string): Service | undefined {
  if (action === 'wx.openApi') return 'openapi';
  if (action === 'functions.invokeFunction') return 'functions';
  if (action.startsWith('database.')) return 'database';
  return action.startsWith('storage.') ? 'storage' : undefined;
}

function describe(service: Service, action: string, fields: Fields, invocation: Invocation | undefined): CloudCall {
  const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
  return {
    service,
    action,
    collection: text(fields['collectionName']),
    api: text(fields['apiName']),
    functionName: invocation?.functionName,
    endpoint: invocation?.endpoint,
    tag: invocation?.tag,
    invocation,
  };
}

function json(body: Readonly<Record<string, unknown>>): AdminAnswer {
  return { kind: 'json', body: { ...body, requestId: randomUUID() } };
}

function refusal(code: string, message: string): AdminAnswer {
  return json({ code, message });
}

function late(): AdminAnswer {
  return refusal('INVALID_REQUEST_SOURCE', 'the invocation has ended; what it left running is refused');
}

function toAnswer(service: Service, passage: Passage<AdminAnswer>): AdminAnswer {
  switch (passage.kind) {
    case 'done':
      return passage.value;
    case 'failed':
      if (service === 'openapi' && passage.errcode !== undefined) {
        return { kind: 'bytes', body: encodeResponse(jsonResponse({ errcode: passage.errcode, errmsg: passage.message })) };
      }
      return refusal(passage.code, passage.message);
    case 'late':
      return late();
    default:
      return passage;
  }
}
