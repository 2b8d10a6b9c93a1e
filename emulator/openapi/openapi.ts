import { PhoneNumbers } from './phone';
import { ContentSafety, type SecurityOptions } from './security';
import { SubscribeMessages } from './subscribe';
import { decodeRequest, encodeError, encodeResponse, jsonResponse, type OpenapiArguments, type OpenapiResponse } from './wire';
import { wxacode } from './wxacode';

/** Error codes of the cloud before the API itself is reached. */
const API_NOT_FOUND = -604100;
const NO_PERMISSION = -604101;

type Api = (args: OpenapiArguments) => OpenapiResponse;

/** WeChat's server APIs, as far as they are spoken here. */
export class Openapi {
  readonly subscribe: SubscribeMessages;
  readonly security: ContentSafety;
  readonly phoneNumbers: PhoneNumbers;
  readonly #apis: ReadonlyMap<string, Api>;

  constructor(options: SecurityOptions) {
    this.subscribe = new SubscribeMessages(options.now);
    this.security = new ContentSafety(options);
    this.phoneNumbers = new PhoneNumbers(options.appId, options.now);
    this.#apis = new Map<string, Api>([
      ['subscribeMessage.send', (args) => jsonResponse(this.subscribe.send(args))],
      ['security.msgSecCheck', (args) => jsonResponse(this.security.msgSecCheck(args))],
      ['security.mediaCheckAsync', (args) => jsonResponse(this.security.mediaCheckAsync(args))],
      ['phonenumber.getPhoneNumber', (args) => jsonResponse(this.phoneNumbers.get(args))],
      ['wxacode.getUnlimited', wxacode],
    ]);
  }

  /**
   * Answers one protobuf request.
   *
   * @param permitted what the calling function's `config.json` lists; undefined when no function calls (everything is allowed).
   */
  execute(api: string, message: Uint8Array, permitted: readonly string[] | undefined): Uint8Array {
    const run = this.#apis.get(api);
    if (run === undefined) return encodeError(API_NOT_FOUND);
    if (permitted !== undefined && !permitted.includes(api)) return encodeError(NO_PERMISSION);
    return encodeResponse(run(decodeRequest(message)));
  }
}
