import type { OutputOf } from '../../../shared/contract/endpoint';
import { maskName } from '../../../shared/identity/mask';
import { membership } from '../../../shared/membership/endpoints';
import { useCase } from '../../platform/use-case';
import { certificates } from '../certificates';
import { isInForce, members } from '../members';

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
    const { issuedAt, history, revokedAt } = certificate;
    return {
      status: revokedAt === undefined && isInForce(member) ? 'inForce' : 'notInForce',
      certificate: {
        memberNumber: number,
        kind,
        maskedName: maskName(name),
        issuedAt: issuedAt.toISOString(),
        standing,
        history: history.map(({ event, at }) => ({ event, at: at.toISOString() })).reverse(),
      },
      checkedAt,
    };
  },
});
