import type { OpenapiArguments } from './wire';

/** `phonenumber.getPhoneNumber`: a code from the button stands for a number, once. */
export class PhoneNumbers {
  readonly #codes = new Map<string, string>();

  constructor(
    private readonly appId: string,
    private readonly now: () => number,
  ) {}

  /** Makes `code` stand for `number` (mainland number of 11 digits). */
  set(code: string, number: string): void {
    this.#codes.set(code, number);
  }

  get(args: OpenapiArguments): Record<string, unknown> {
    const code = String(args['code'] ?? '');
    const number = this.#codes.get(code);
    if (number === undefined) return { errcode: 40029, errmsg: 'invalid code' };
    this.#codes.delete(code);
    return {
      errcode: 0,
      errmsg: 'ok',
      phone_info: {
        phoneNumber: number,
        purePhoneNumber: number,
        countryCode: '86',
        watermark: { timestamp: Math.floor(this.now() / 1000), appid: this.appId },
      },
    };
  }
}
