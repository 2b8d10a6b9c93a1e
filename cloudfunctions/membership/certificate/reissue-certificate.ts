import { membership } from '../../../shared/membership/endpoints';
import { mayDo } from '../../../shared/membership/standing';
import { certificateValidityMonths } from '../../../shared/rules/rules';
import { AppError } from '../../platform/errors';
import type { Reader, Transaction } from '../../platform/types';
import { useCase } from '../../platform/use-case';
import { rulesOf } from '../../rules';
import { certificates } from '../certificates';
import { type Member, members, storeMember } from '../members';
import { memberEventFacts, memberForStaff, wrongStanding } from '../standing/moves';
import { issueCertificate } from './issue';

/** Issues another certificate to a member in good standing: the code on the one before tells that it was replaced. */
export const reissueCertificate = useCase(membership.reissueCertificate, {
  journal: (input) => ({ aggregate: `members:${input.memberId}`, action: 'certificate.reissue' }),
  async run({ actor, input, tx, db, now, newId }) {
    const member = await memberForStaff(tx, actor, input);
    if (!mayDo(member.standing, 'certificateInForce')) throw wrongStanding(member);
    const { _id, version } = await reissued(tx, db, member, now, newId());
    return { memberId: _id, version, issuedAt: now.toISOString() };
  },
});

/** The same after what the certificate says has changed; of whoever is not in good standing the old one is void anyway. */
export const followCertificate = useCase(membership.followCertificate, {
  journal: (input) => ({ aggregate: `members:${input.memberId}`, action: 'certificate.follow' }),
  async run({ input, tx, db, now, newId }) {
    const member = await tx.get(members, input.memberId);
    if (!member) throw new AppError('notFound');
    if (!mayDo(member.standing, 'certificateInForce')) return { reissued: false };
    await reissued(tx, db, member, now, newId());
    return { reissued: true };
  },
});

async function reissued(tx: Transaction, db: Reader, member: Member, at: Date, token: string): Promise<Member> {
  const rule = await rulesOf(db, at);
  const before = (await tx.get(certificates, member.certificate))?.history ?? [];
  const months = rule(certificateValidityMonths).value;
  await issueCertificate(tx, { token, member: member._id, event: 'reissued', at, months, before });
  const stored = await storeMember(tx, { ...member, certificate: token });
  tx.emit({ type: 'certificate.reissued', ...memberEventFacts(stored) });
  return stored;
}
