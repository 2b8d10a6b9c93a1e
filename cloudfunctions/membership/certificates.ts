import { mayDo } from '../../shared/membership/standing';
import type { RecordType, Stored } from '../platform/types';
import type { Member } from './members';

/** A certificate; its `_id` is the opaque token in the code on it and says nothing about its holder. */
export interface Certificate extends Stored {
  readonly member: string;
  readonly issuedAt: Date;
  /** `issued`, `reissued`, `revoked`: oldest first. */
  readonly history: readonly { readonly event: string; readonly at: Date }[];
  /** In force no longer from here on, whatever the standing: revoked, or another one was issued. */
  readonly revokedAt?: Date;
}

export const certificates: RecordType<Certificate> = { collection: 'certificates', sealed: [] };

/** Why a certificate of a member is not in force; undefined while it is. */
export function voidness(certificate: Certificate, member: Member): 'reissued' | 'revoked' | 'standing' | undefined {
  if (certificate.revokedAt !== undefined)
    return certificate.history.some(({ event }) => event === 'replaced') ? 'reissued' : 'revoked';
  return mayDo(member.standing, 'certificateInForce') ? undefined : 'standing';
}

/** What stands in the code: an address that WeChat opens in the mini-program and any other camera in a browser. */
export function verifyUrl(token: string): string {
  const host = process.env.VERIFY_HOST;
  if (!host) return '';
  return `${/^https?:\/\//.test(host) ? host : `https://${host}`}/v/${token}`;
}
