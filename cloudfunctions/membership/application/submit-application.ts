import { dayOf, endOfWorkingDay } from '../../../shared/dates';
import { membership } from '../../../shared/membership/endpoints';
import { type DraftForm, IndividualForm, requiredConsents } from '../../../shared/membership/form';
import { openProblems } from '../../../shared/membership/progress';
import { mayDo } from '../../../shared/membership/standing';
import { calendar } from '../../../shared/rules/calendar';
import { reviewWorkingDays } from '../../../shared/rules/rules';
import { AppError } from '../../platform/errors';
import type { Reader, Transaction, WriteContext } from '../../platform/types';
import { useCase } from '../../platform/use-case';
import { rulesOf } from '../../rules';
import type { Application } from '../applications';
import { memberByNumber } from '../members';
import { moved, ownApplication, store } from '../moves';
import { claimIdentity, identityIndex, releaseIdentity } from '../reservations';
import { presentApplication } from './application-view';

type Context = WriteContext<typeof membership.submitApplication>;

/** Hands an application in, for the first time or corrected; corrected it keeps its place in the line. */
export const submitApplication = useCase(membership.submitApplication, {
  journal: (input) => ({ aggregate: `applications:${input.applicationId}`, action: 'application.submit' }),
  async run(context) {
    const { actor, input, tx, db, now } = context;
    const application = await ownApplication(tx, actor, input);
    const again = application.submittedAt !== undefined;
    const next = moved(application, 'submit', { actor, now });
    const form = finishedForm(application.form, now);
    const consents = consentsOf(input.consents, now);
    const recommender = await recommenderOf(db, form.purpose.recommender);
    const identity = await claim(tx, application, form);
    const rule = await rulesOf(db, now);
    const dueAt = endOfWorkingDay(now, application.daysLeft ?? rule(reviewWorkingDays).value, rule(calendar).value);
    const submitted: Application = {
      ...next,
      form,
      submitted: form,
      city: form.contact.city,
      identity,
      recommender,
      consents: [...application.consents, ...consents],
      submittedAt: application.submittedAt ?? now,
      dueAt,
      daysLeft: undefined,
      notes: {},
      history: again ? [...application.history, { action: 'resubmit', at: now, by: actor.id }] : next.history,
    };
    const type = again ? 'application.resubmitted' : 'application.submitted';
    const stored = await store(tx, submitted, type, { dueAt: dueAt.toISOString(), officer: application.officer });
    return presentApplication(stored, context);
  },
});

/** @throws request.invalid with every open problem of the form, by field */
function finishedForm(form: DraftForm, now: Date): IndividualForm {
  const problems = openProblems(form, dayOf(now));
  if (Object.keys(problems).length > 0) throw new AppError('request.invalid', { fields: problems });
  return IndividualForm.parse(form);
}

/** @throws consent.required unless every text was agreed to as it reads now */
function consentsOf(given: Context['input']['consents'], at: Date): Application['consents'] {
  return Object.entries(requiredConsents).map(([key, version]) => {
    if (!given.some((consent) => consent.key === key && consent.version === version)) throw new AppError('consent.required');
    return { key, version, at };
  });
}

/** @throws request.invalid for a number that no member in good standing has */
async function recommenderOf(db: Reader, number: string | undefined): Promise<Application['recommender']> {
  if (!number) return undefined;
  const member = await memberByNumber(db, number);
  if (!member || !mayDo(member.standing, 'recommend'))
    throw new AppError('request.invalid', { fields: { 'purpose.recommender': 'memberNumber.unknown' } });
  return member.account ? { member: member._id, account: member.account } : { member: member._id };
}

/** Reserves the identity number, and gives a corrected one's predecessor free. @throws identity.taken */
async function claim(tx: Transaction, application: Application, form: IndividualForm): Promise<string> {
  const identity = identityIndex(form.identity);
  if (identity === application.identity) return identity;
  await claimIdentity(tx, identity, application._id);
  await releaseIdentity(tx, application.identity, application._id);
  return identity;
}
