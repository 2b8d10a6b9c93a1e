import * as z from 'zod/mini';
import { once, type Specification } from '../../contract/endpoint';
import { Instant } from '../../schema';

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
    standing: z.string(),
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
        /** Issued, re-issued, revoked: newest first. */
        history: z.array(z.object({ event: z.string(), at: Instant })),
      }),
    ),
    checkedAt: Instant,
  }),
);

export const certificateEndpoints = {
  myCertificate: { kind: 'read', needs: 'signedIn', input: () => z.strictObject({}), output: CertificateView },
  verifyCertificate: {
    kind: 'read',
    needs: 'public',
    input: () => z.strictObject({ token: z.string().check(z.regex(/^[0-9A-Za-z_-]{1,64}$/, 'id.format')) }),
    output: VerifiedCertificate,
  },
} as const satisfies Record<string, Specification>;
