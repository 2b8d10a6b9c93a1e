import type { RecordType, Stored } from '../platform/types';

/** A certificate; its `_id` is the opaque token in the code on it and says nothing about its holder. */
export interface Certificate extends Stored {
  readonly member: string;
  readonly issuedAt: Date;
  /** `issued`, `reissued`, `revoked`: oldest first. */
  readonly history: readonly { readonly event: string; readonly at: Date }[];
  readonly revokedAt?: Date;
}

export const certificates: RecordType<Certificate> = { collection: 'certificates', sealed: [] };

/** What stands in the code: an address that WeChat opens in the mini-program and any other camera in a browser. */
export function verifyUrl(token: string): string {
  const host = process.env.VERIFY_HOST;
  if (!host) return '';
  return `${/^https?:\/\//.test(host) ? host : `https://${host}`}/v/${token}`;
}
