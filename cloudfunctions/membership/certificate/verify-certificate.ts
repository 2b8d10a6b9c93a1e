import type { OutputOf } from '../../../shared/contract/endpoint';
import { maskName } from '../../../shared/identity/mask';
import { membership } from '../../../shared/membership/endpoints';
import { mayDo } from '../../../shared/membership/standing';
import { useCase } from '../../platform/use-case';
import { type Certificate, certificates, voidness } from '../certificates';
import { type Member, members } from '../members';

/** Wrong tokens somebody may try in an hour: a mistyped code or two, not a search. */
const misses = { max: 20, perSeconds: 3600 } as const;

/** Whether a certificate is genuine and in force at this moment; a token that is none says nothing about any other. */
export const verifyCertificate = useCase(membership.verifyCertificate, {
  async run({ input, db, now, limit }): Promise<OutputOf<typeof membership.verifyCertificate>> {
    const checkedAt = now.toISOString();
    const certificate = await db.get(certificates, input.token);
    const member = certificate && (await db.get(members, certificate.member));
    if (!member) {
      await limit('certificate.miss', misses);
      return { status: 'unknown', certificate: null, checkedAt };
    }
    const { number, kind, name, standing } = member;
    // Another certificate counts by now: its history goes on where this one's ends.
    const replaced = member.certificate !== certificate._id;
    const latest = (replaced ? await db.get(certificates, member.certificate) : undefined) ?? certificate;
    const why = replaced ? 'reissued' : (voidness(certificate, member, now) ?? null);
    return {
      status: why === null ? 'inForce' : 'notInForce',
      certificate: {
        memberNumber: number,
        kind,
        maskedName: maskName(name),
        issuedAt: certificate.issuedAt.toISOString(),
        // A warning is nobody else's matter.
        standing: mayDo(standing, 'certificateInForce') ? 'active' : standing,
        why,
        history: historyOf(latest, member),
      },
      checkedAt,
    };
  },
});

/** What happened to the certificates of a member, and to their force by the standing: newest first, dates and codes only. */
function historyOf({ history }: Certificate, { standingHistory }: Member) {
  const inForce = (standing: string) => mayDo(standing, 'certificateInForce');
  const changes = standingHistory.flatMap(({ standing, effectiveAt }, index) => {
    const before = standingHistory[index - 1];
    // The first entry is the admission, which the certificate itself tells.
    if (!before || (inForce(before.standing) && inForce(standing))) return [];
    return [{ event: inForce(standing) ? 'reinstated' : standing, at: effectiveAt }];
  });
  return [...history, ...changes]
    .sort((a, b) => b.at.getTime() - a.at.getTime())
    .map(({ event, at }) => ({ event, at: at.toISOString() }));
}
