import * as z from 'zod/mini';
import { once, type Specification } from '../../contract/endpoint';
import { Id, Instant, text, Version } from '../../schema';

/** Everything that is drawn on the certificate. */
export const CertificateView = once(() =>
  z.object({
    memberNumber: z.string(),
    kind: z.enum(['individual', 'unit']),
    name: z.string(),
    admittedAt: Instant,
    issuedAt: Instant,
    resolution: z.string(),
    photoUrl: z.nullable(z.string()),
    verifyUrl: z.string(),
    /** Last moment it holds; null: as long as the membership. */
    validUntil: z.nullable(Instant),
    /** Why it is not in force; null while it is. */
    why: z.nullable(z.enum(['revoked', 'expired', 'standing'])),
    standing: z.string(),
    /** Whether there was another one before it. */
    reissued: z.optional(z.boolean()),
  }),
);
export type CertificateView = z.output<ReturnType<typeof CertificateView>>;

export const VerifiedCertificate = once(() =>
  z.object({
    status: z.enum(['inForce', 'notInForce', 'unknown']),
    certificate: z.nullable(
      z.object({
        memberNumber: z.string(),
        kind: z.enum(['individual', 'unit']),
        maskedName: z.string(),
        issuedAt: Instant,
        standing: z.string(),
        /** Why it is not in force: another one was issued, it was revoked, its time is over, or the standing; null while it is. */
        why: z.nullable(z.enum(['reissued', 'revoked', 'expired', 'standing'])),
        /** Issued, re-issued, revoked, suspended, reinstated and the like: newest first, dates only. */
        history: z.array(z.object({ event: z.string(), at: Instant })),
      }),
    ),
    checkedAt: Instant,
  }),
);

const Changed = once(() => z.object({ memberId: Id, version: Version, issuedAt: Instant }));

export const certificateEndpoints = {
  /** Of the person's own membership, or of a unit that they represent; without an id the own one, else that of the unit. */
  myCertificate: {
    kind: 'read',
    needs: 'signedIn',
    input: () => z.strictObject({ memberId: z.optional(Id) }),
    output: CertificateView,
  },
  /** Issues another certificate to a member in good standing, with a new code; the one before is in force no longer. */
  reissueCertificate: {
    kind: 'write',
    needs: 'member.manage',
    input: () => z.strictObject({ memberId: Id, version: Version, reason: text(200) }),
    output: Changed,
  },
  /** Revokes the certificate of a member, as after a misuse; another one is issued by `reissueCertificate`. */
  revokeCertificate: {
    kind: 'write',
    needs: 'member.manage',
    input: () => z.strictObject({ memberId: Id, version: Version, reason: text(200) }),
    output: Changed,
  },
  /** Issues another certificate after what it says has changed. */
  followCertificate: {
    kind: 'write',
    needs: 'system',
    input: () => z.strictObject({ memberId: Id }),
    output: () => z.object({ reissued: z.boolean() }),
  },
  verifyCertificate: {
    kind: 'read',
    needs: 'public',
    input: () => z.strictObject({ token: z.string().check(z.regex(/^[0-9A-Za-z_-]{1,64}$/, 'id.format')) }),
    output: VerifiedCertificate,
  },
} as const satisfies Record<string, Specification>;
