import { membership } from '../../../shared/membership/endpoints';
import { AppError } from '../../platform/errors';
import { useCase } from '../../platform/use-case';
import { certificates } from '../certificates';
import { storeMember } from '../members';
import { memberEventFacts, memberForStaff } from '../standing/moves';

/** Revokes the certificate of a member, who stays one: whoever scans it is told so from the next call on. */
export const revokeCertificate = useCase(membership.revokeCertificate, {
  journal: (input) => ({ aggregate: `members:${input.memberId}`, action: 'certificate.revoke' }),
  async run({ actor, input, tx, now }) {
    const member = await memberForStaff(tx, actor, input);
    const certificate = await tx.get(certificates, member.certificate);
    if (!certificate) throw new AppError('notFound');
    if (certificate.revokedAt) throw new AppError('wrongStatus', { message: '这张证书已经注销' });
    const history = [...certificate.history, { event: 'revoked', at: now }];
    await tx.replace(certificates, { ...certificate, history, revokedAt: now }, { expecting: certificate.version });
    const stored = await storeMember(tx, member);
    tx.emit({ type: 'certificate.revoked', ...memberEventFacts(stored) });
    return { memberId: stored._id, version: stored.version, issuedAt: certificate.issuedAt.toISOString() };
  },
});
