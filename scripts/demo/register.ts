import { meetingCounters } from '../../cloudfunctions/governance/bodies';
import { certificates } from '../../cloudfunctions/membership/certificates';
import { drawMemberNumber } from '../../cloudfunctions/membership/member-numbers';
import { addMember } from '../../cloudfunctions/membership/members';
import { categoryOf } from '../../cloudfunctions/membership/profiles';
import { claimIdentity } from '../../cloudfunctions/membership/reservations';
import { bindMember } from '../../cloudfunctions/platform/accounts';
import type { Transaction, UseCase } from '../../cloudfunctions/platform/types';
import { useCase } from '../../cloudfunctions/platform/use-case';
import { mayDo } from '../../shared/membership/standing';
import { memberNumberFormat } from '../../shared/rules/rules';
import type { EnrolEndpoint, RegisteredMember } from './enrolment';

/** The command behind `enrol`; loaded only once the environment of a function is set. */
export function enrolAll(
  endpoint: EnrolEndpoint,
  lastMeeting: { readonly year: number; readonly number: number },
): UseCase<EnrolEndpoint> {
  return useCase(endpoint, {
    journal: (_input, output) => ({ aggregate: `members:${output.first}`, action: 'member.enrol' }),
    async run({ input, tx, newId }) {
      await tx.add(meetingCounters, { _id: `presidentsOffice:${lastMeeting.year}`, last: lastMeeting.number });
      const ids: string[] = [];
      for (const member of input) ids.push(await enrolOne(tx, member, newId));
      return { first: ids[0] ?? '' };
    },
  });
}

async function enrolOne(tx: Transaction, member: RegisteredMember, newId: () => string): Promise<string> {
  const { kind, name, city, admittedAt, standing, profile, account } = member;
  const [_id, token] = [newId(), newId()];
  const identity = await claimIdentity(tx, profile, _id, admittedAt);
  const category = categoryOf(profile);
  const number = await drawMemberNumber(tx, kind, admittedAt, memberNumberFormat.value);
  await addMember(tx, {
    _id,
    number,
    kind,
    ...(category === undefined ? {} : { category }),
    ...(account === undefined ? {} : { account }),
    person: kind === 'individual' && account !== undefined ? account : _id,
    identity,
    city,
    standing,
    standingHistory: [{ standing, effectiveAt: admittedAt, at: admittedAt, by: '', basis: 'register' }],
    standingReasons: ['入会登记册'],
    admittedAt,
    application: '',
    certificate: token,
    name,
    profile,
    resolution: '入会登记册',
  });
  const history = [{ event: 'issued', at: admittedAt }];
  await tx.add(certificates, { _id: token, member: _id, issuedAt: admittedAt, history });
  if (account !== undefined && mayDo(standing, 'actAsMember')) await bindMember(tx, account, { id: _id, kind });
  tx.emit({ type: 'member.enrolled', member: _id });
  return _id;
}
