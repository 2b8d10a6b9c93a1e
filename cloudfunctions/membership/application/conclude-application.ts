import { endOfWorkingDay } from '../../../shared/dates';
import { membership } from '../../../shared/membership/endpoints';
import { calendar } from '../../../shared/rules/calendar';
import { certificateValidityMonths, explanationWorkingDays, memberNumberFormat } from '../../../shared/rules/rules';
import { AppError } from '../../platform/errors';
import type { WriteContext } from '../../platform/types';
import { useCase } from '../../platform/use-case';
import { rulesOf } from '../../rules';
import { type Application, applications, isEnded } from '../applications';
import { issueCertificate } from '../certificate/issue';
import { drawMemberNumber } from '../member-numbers';
import { addMember, type Member } from '../members';
import { factsOf, moved, store } from '../moves';
import { categoryOf, cityOf, nameOf } from '../profiles';
import { rejectionOf } from '../rejections';
import { freeIdentityFrom } from '../reservations';
import { isVetoed } from '../review/compliance-entries';

type Context = WriteContext<typeof membership.concludeApplication>;

/**
 * What a meeting's decision means for one application: admitted with member number, member record and certificate, or
 * rejected. One that was withdrawn meanwhile stays withdrawn, one that a look-up meanwhile keeps out waits for another
 * meeting; told twice, nothing happens twice.
 */
export const concludeApplication = useCase(membership.concludeApplication, {
  journal: (input) => ({ aggregate: `applications:${input.applicationId}`, action: 'application.conclude' }),
  async run(context) {
    const { input, tx } = context;
    const application = await tx.get(applications, input.applicationId);
    if (!application) throw new AppError('notFound');
    if (isEnded(application)) return { memberId: application.member ?? null };
    if (input.outcome === 'notPassed') return reject(application, context);
    if (isVetoed(application.compliance)) return hold(application, context);
    return { memberId: await admit(application, context) };
  },
});

/** The item is done with, the application is not: followed as if the item had been taken off before. */
async function hold(application: Application, context: Context): Promise<{ memberId: null }> {
  const { itemId } = context.input;
  const agenda = application.agenda.map((entry) => (entry.item === itemId ? { ...entry, on: false } : entry));
  const entry = agenda.find(({ item }) => item === itemId);
  const told = entry && { meeting: entry.meeting, meetingTitle: entry.title, meetingAt: entry.at.toISOString() };
  await store(context.tx, moved(application, 'hold', context, { agenda }), 'application.unscheduled', told);
  return { memberId: null };
}

async function admit(application: Application, context: Context): Promise<string> {
  const { tx, db, input, newId, now } = context;
  const memberId = newId();
  const token = newId();
  const decision = decisionOf(input);
  const admitted = moved(application, 'admit', context, { decision, resolution: input.resolution, member: memberId });
  const rule = await rulesOf(db, decision.at);
  const number = await drawMemberNumber(tx, application.kind, decision.at, rule(memberNumberFormat).value);
  const member = memberOf(admitted, { _id: memberId, number, certificate: token, resolution: input.resolution }, decision.at);
  await addMember(tx, member);
  const months = rule(certificateValidityMonths).value;
  await issueCertificate(tx, { token, member: memberId, event: 'issued', at: now, months });
  await store(tx, admitted, 'application.admitted', { member: memberId, number });
  tx.emit({
    type: 'member.admitted',
    ...factsOf(admitted),
    account: application.enteredBy === undefined ? application.owner : undefined,
    recommender: application.recommender?.member,
    member: memberId,
    number,
    certificate: token,
  });
  return memberId;
}

type Given = Pick<Member, '_id' | 'number' | 'certificate' | 'resolution'>;

/** The record of a new member as it was submitted and decided on. A unit's is sealed by a key of its own: it outlives its contact person. */
function memberOf(
  { _id, kind, owner, enteredBy, identity, city, submitted, compliance }: Application,
  given: Given,
  admittedAt: Date,
) {
  if (!submitted || identity === undefined) throw new Error('an application that was never submitted cannot be admitted');
  const category = categoryOf(submitted);
  return {
    ...given,
    kind,
    // Somebody without an account claims the record later.
    ...(enteredBy === undefined && { account: owner }),
    person: kind === 'individual' ? owner : given._id,
    identity,
    // Where staff assigned it, if they did.
    city: city ?? cityOf(submitted),
    ...(category === undefined ? {} : { category }),
    ...(compliance && { compliance }),
    standing: 'active' as const,
    standingHistory: [
      { standing: 'active' as const, effectiveAt: admittedAt, at: admittedAt, by: '', basis: `resolution:${_id}` },
    ],
    standingReasons: [given.resolution],
    admittedAt,
    application: _id,
    name: nameOf(submitted),
    profile: submitted,
  };
}

async function reject(application: Application, context: Context): Promise<{ memberId: null }> {
  const { tx, db, input, now } = context;
  const decision = decisionOf(input);
  const { resolution } = input;
  const rule = await rulesOf(db, now);
  const rejection = rejectionOf(rule, now);
  const rejected = moved(application, 'reject', context, { decision, resolution, rejection, explanation: undefined });
  // The same person or unit applies again only after the rule's days, from whatever account.
  await freeIdentityFrom(tx, application.identity, application._id, rejection.reapplyFrom);
  const dueAt = endOfWorkingDay(now, rule(explanationWorkingDays).value, rule(calendar).value);
  await store(tx, rejected, 'application.rejected', { dueAt: dueAt.toISOString() });
  return { memberId: null };
}

const decisionOf = ({ itemId, outcome, decidedAt }: Context['input']) => ({ item: itemId, outcome, at: new Date(decidedAt) });
