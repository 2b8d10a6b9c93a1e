const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_';
const LENGTH = 24;

/**
 * A new request id: 24 characters, 144 bits. It must be unique, not secret (the server binds it to the actor), so
 * Math.random is enough; WeChat has no synchronous source of randomness. The clock goes in for two phones with one seed.
 */
export function newRequestId(): string {
  let clock = Date.now();
  let id = '';
  for (let i = 0; i < LENGTH; i += 1) {
    const bits = Math.floor(Math.random() * 64) ^ (clock & 63);
    clock = Math.floor(clock / 64);
    id += ALPHABET.charAt(bits & 63);
  }
  return id;
}

/**
 * The request id of one form. It stays the same until the server gave a definite answer: after a lost one the form is
 * sent with the same id, so that nothing is done twice, even if a field was changed in between (then the server says so).
 */
export class FormRequest {
  private current: string | undefined;

  /** The id to send with now. */
  id(): string {
    this.current ??= newRequestId();
    return this.current;
  }

  /** Tells how the attempt ended: `uncertain` when nobody knows whether it was carried out. */
  settled(uncertain: boolean) {
    if (!uncertain) this.current = undefined;
  }
}
