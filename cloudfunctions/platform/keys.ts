import { createHmac } from 'node:crypto';
import { PlainError } from './errors';

type KeyName = 'MASTER_KEY' | 'MASTER_KEY_PREVIOUS' | 'JOURNAL_KEY' | 'INDEX_KEY';

/** A key of the environment is missing or too short; leaves the function as `unavailable`, named in the log only. */
export class ConfigurationError extends PlainError {}

/**
 * A secret of the environment, where it is set in the cloud console and nowhere else.
 *
 * @throws ConfigurationError unless it is 32 bytes in base64
 */
export function secret(name: KeyName): Buffer {
  const key = Buffer.from(process.env[name] ?? '', 'base64');
  if (key.length !== 32) throw new ConfigurationError(`${name} must be 32 random bytes in base64; it has ${key.length}`);
  return key;
}

/** The same secret as `secret()`, or undefined when the variable is not set at all. */
export function optionalSecret(name: KeyName): Buffer | undefined {
  return process.env[name] ? secret(name) : undefined;
}

/** HMAC-SHA256 of `text` under a key made of the secret for one purpose, so that no two uses share a key. */
export function keyed(name: KeyName, purpose: string, text: string): string {
  const key = createHmac('sha256', secret(name)).update(purpose).digest();
  return createHmac('sha256', key).update(text).digest('base64url');
}

/** The keys without which nothing is stored; checked before the first database call. */
export function requireKeys(): void {
  for (const name of ['MASTER_KEY', 'JOURNAL_KEY', 'INDEX_KEY'] as const) secret(name);
}
