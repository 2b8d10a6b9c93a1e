import { membership } from '../../../shared/membership/endpoints';
import { AppError } from '../../platform/errors';
import { useCase } from '../../platform/use-case';
import { photoUrlOf } from '../application/application-view';
import { certificates, verifyUrl, voidness } from '../certificates';
import { ownMember } from '../members';

/** The certificate of the person's own membership, or of a unit that they represent, with everything that is drawn on it. */
export const myCertificate = useCase(membership.myCertificate, {
  async run({ actor, db, files, input, now }) {
    // Whoever only represents a unit means the unit's.
    const memberId = input.memberId ?? (actor.memberId ? undefined : actor.represents[0]);
    const member = await ownMember(db, actor, memberId);
    const certificate = member && (await db.get(certificates, member.certificate));
    if (!certificate) throw new AppError('notFound');
    return {
      memberNumber: member.number,
      kind: member.kind,
      name: member.name,
      admittedAt: member.admittedAt.toISOString(),
      issuedAt: certificate.issuedAt.toISOString(),
      resolution: member.resolution,
      photoUrl: await photoUrlOf(files, member.profile),
      verifyUrl: verifyUrl(certificate._id),
      validUntil: certificate.validUntil?.toISOString() ?? null,
      why: voidness(certificate, member, now) ?? null,
      standing: member.standing,
      reissued: certificate.history.some(({ event }) => event === 'reissued'),
    };
  },
});
