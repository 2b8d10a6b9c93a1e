import { mayDo } from '../../shared/membership/standing';
import type { RecordType, Stored } from '../platform/types';
import type { Member } from './members';

/** A certificate; its `_id` is the opaque token in the code on it and says nothing about its holder. */
export interface Certificate extends Stored {
  readonly member: string;
  readonly issuedAt: Date;
  /** `issued`, `reissued`, `revoked`: oldest first. */
  readonly history: readonly { readonly event: string; readonly at: Date }[];
  /** Absent: it holds as long as the membership. */
  readonly validUntil?: Date;
  readonly revokedAt?: Date;
}

export const certificates: RecordType<Certificate> = { collection: 'certificates', sealed: [] };

/** Why the certificate is not in force that the member's record names as theirs; undefined while it is. */
export function voidness(certificate: Certificate, member: Member, now: Date): 'revoked' | 'expired' | 'standing' | undefined {
  if (certificate.revokedAt !== undefined) return 'revoked';
  if (certificate.validUntil !== undefined && certificate.validUntil <= now) return 'expired';
  return mayDo(member.standing, 'certificateInForce') ? undefined : 'standing';
}

/** What stands in the code: an address that WeChat opens in the mini-program and any other camera in a browser. */
export function verifyUrl(token: string): string {
  const host = process.env.VERIFY_HOST;
  if (!host) return '';
  return `${/^https?:\/\//.test(host) ? host : `https://${host}`}/v/${token}`;
}
