import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { keyed, optionalSecret, secret } from './keys';

const nonceBytes = 12;
const tagBytes = 16;

/**
 * AES-256-GCM. `place` says where the text belongs (record and field) and is authenticated with it: moved elsewhere it no
 * longer opens.
 *
 * @returns base64 of nonce, tag and ciphertext
 */
export function seal(key: Uint8Array, place: string, plain: string | Uint8Array): string {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(place));
  const text = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), text]).toString('base64');
}

/** Opens what `seal` made; throws when key, place or a single bit differ. */
export function open(key: Uint8Array, place: string, sealed: string): Buffer {
  const bytes = Buffer.from(sealed, 'base64');
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, nonceBytes), { authTagLength: tagBytes });
  decipher.setAAD(Buffer.from(place)).setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes));
  return Buffer.concat([decipher.update(bytes.subarray(nonceBytes + tagBytes)), decipher.final()]);
}

/** A data key as stored: encrypted under a master key that the id names. */
export interface WrappedKey {
  readonly wrapped: string;
  readonly masterId: string;
}

const masterId = (master: Uint8Array) => createHash('sha256').update('master').update(master).digest('hex').slice(0, 12);

export function wrapKey(subject: string, key: Uint8Array): WrappedKey {
  const master = secret('MASTER_KEY');
  return { wrapped: seal(master, `dataKeys/${subject}`, key), masterId: masterId(master) };
}

/** Unwraps with the master key in use, or with the one before it (`MASTER_KEY_PREVIOUS`) while a rotation is under way. */
export function unwrapKey(subject: string, { wrapped, masterId: id }: WrappedKey): Buffer {
  const masters = [secret('MASTER_KEY'), optionalSecret('MASTER_KEY_PREVIOUS')];
  const master = masters.find((candidate) => candidate !== undefined && masterId(candidate) === id);
  if (!master) throw new Error(`no master key ${id} in the environment`);
  return open(master, `dataKeys/${subject}`, wrapped);
}

/**
 * Stands for a value that is stored encrypted where equality must be found ("is this ID number already here?").
 * The same for the same kind and value; useless without the key. Normalise the value first.
 */
export function blindIndex(kind: string, value: string): string {
  return keyed('INDEX_KEY', `blind:${kind}`, value);
}
