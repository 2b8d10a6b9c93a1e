import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** What a link permits. */
export interface Grant {
  readonly kind: 'put' | 'get';
  readonly path: string;
  /** OPENID of the client that uploads; empty for a function. */
  readonly owner: string;
  /** Emulated time in ms since the epoch. */
  readonly expires: number;
}

/** Signed short-lived links. The key dies with the process, and with it every link. Pure ASCII: the SDK encodes links once more. */
export class Links {
  readonly #key = randomBytes(32);

  constructor(private readonly now: () => number) {}

  sign(grant: Grant): string {
    const payload = Buffer.from(JSON.stringify(grant)).toString('base64url');
    return `${payload}.${this.#mac(payload)}`;
  }

  /** The grant of a token; `forged` or `expired` when it is no good. */
  open(token: string, kind: Grant['kind']): Grant | 'forged' | 'expired' {
    const [payload = '', mac = ''] = token.split('.');
    const expected = Buffer.from(this.#mac(payload));
    const given = Buffer.from(mac);
    if (expected.length !== given.length || !timingSafeEqual(expected, given)) return 'forged';
    const grant = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')) as Grant;
    if (grant.kind !== kind) return 'forged';
    return grant.expires > this.now() ? grant : 'expired';
  }

  #mac(payload: string): string {
    return createHmac('sha256', this.#key).update(payload).digest('base64url');
  }
}
