import { Reader, Writer } from 'protobufjs/minimal';

/** An openapi request as it lies in the protobuf message `CommApiData`: names with their JSON values. */
export type OpenapiArguments = Readonly<Record<string, unknown>>;

/** Reads `CommApiData { 2: openapiData { 1: pairs { 1: key, 2: value } } }`. */
export function decodeRequest(message: Uint8Array): OpenapiArguments {
  const args: Record<string, unknown> = {};
  for (const data of fields(message, 2)) {
    for (const pair of fields(data, 1)) {
      const key = text(fields(pair, 1)[0]);
      const value = text(fields(pair, 2)[0]);
      try {
        args[key] = JSON.parse(value) as unknown;
      } catch {
        args[key] = value;
      }
    }
  }
  return args;
}

export interface OpenapiResponse {
  readonly body: Uint8Array;
  readonly contentType: string;
}

/** Writes `CommOpenApiResp { 1: respData, 2: contentType, 4: httpCode }`. */
export function encodeResponse(response: OpenapiResponse): Uint8Array {
  return Writer.create().uint32(10).bytes(response.body).uint32(18).string(response.contentType).uint32(32).uint32(200).finish();
}

/** Writes `CommOpenApiResp { 3: errorCode }`: an error of the cloud itself, before the API was reached. */
export function encodeError(errorCode: number): Uint8Array {
  return Writer.create().uint32(24).int32(errorCode).finish();
}

/** A JSON answer of an API. */
export function jsonResponse(answer: Readonly<Record<string, unknown>>): OpenapiResponse {
  return { body: Buffer.from(JSON.stringify(answer)), contentType: 'application/json; encoding=utf-8' };
}

/** The length-delimited fields with this number. */
function fields(message: Uint8Array, number: number): Uint8Array[] {
  const reader = Reader.create(message);
  const found: Uint8Array[] = [];
  while (reader.pos < reader.len) {
    const tag = reader.uint32();
    if (tag >>> 3 === number && (tag & 7) === 2) found.push(reader.bytes());
    else reader.skipType(tag & 7);
  }
  return found;
}

function text(bytes: Uint8Array | undefined): string {
  return bytes === undefined ? '' : Buffer.from(bytes).toString('utf8');
}
