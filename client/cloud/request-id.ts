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
