import { dayOf, endOfWorkingDay } from '../../../shared/dates';
import { requiredConsents } from '../../../shared/membership/consents';
import { membership } from '../../../shared/membership/endpoints';
import { IndividualForm, UnitForm, withoutUnasked } from '../../../shared/membership/form';
import { openProblems } from '../../../shared/membership/progress';
import { calendar } from '../../../shared/rules/calendar';

import { onlineApplicationAge, reviewWorkingDays, unitAttachments } from '../../../shared/rules/rules';
import { nameKeyOf } from '../../platform/accounts';
import { AppError } from '../../platform/errors';
import type { Actor, Transaction, WriteContext } from '../../platform/types';
import { useCase } from '../../platform/use-case';
import { rulesOf } from '../../rules';
import type { Application } from '../applications';
import { factsOf, moved, ownApplication, store } from '../moves';
import { filesIn } from '../papers';
import { categoryOf, cityOf, identityOf, isUnit, type Profile, peopleOf } from '../profiles';
import { claimIdentity, releaseIdentity } from '../reservations';
import { presentApplication } from './application-view';
import { assistedProblems } from './assisted-problems';
import { recommenderOf } from './recommender';

type RulesInForce = Awaited<ReturnType<typeof rulesOf>>;
type Context = WriteContext<typeof membership.submitApplication>;

/** Hands an application in, for the first time or corrected; corrected it keeps its place in the line. */
export const submitApplication = useCase(membership.submitApplication, {
  journal: (input) => ({ aggregate: `applications:${input.applicationId}`, action: 'application.submit' }),
  async run(context) {
    const { actor, input, tx, db, now } = context;
    const application = await ownApplication(tx, actor, input);
    const again = application.submittedAt !== undefined;
    const next = moved(application, 'submit', { actor, now });
    const rule = await rulesOf(db, now);
    const form = finishedForm(actor, application, now, rule);
    const consents = consentsOf(application, input.consents, now);
    const recommender = await recommenderOf(form.purpose.recommender, application, context);
    const identity = await claim(tx, application, form, now);
    const dueAt = endOfWorkingDay(now, application.daysLeft ?? rule(reviewWorkingDays).value, rule(calendar).value);
    const submitted: Application = {
      ...next,
      form,
      submitted: form,
      previous: application.submitted,
      category: categoryOf(form),
      city: cityFor(application, form),
      identity,
      recommender,
      named: namedIn(form),
      consents: [...application.consents, ...consents],
      submittedAt: application.submittedAt ?? now,
      dueAt,
      daysLeft: undefined,
      notes: {},
      history: next.history.map((entry, place) =>
        again && place === application.history.length ? { ...entry, action: 'resubmit' } : entry,
      ),
    };
    const type = again ? 'application.resubmitted' : 'application.submitted';
    const stored = await store(tx, submitted, type, { dueAt: dueAt.toISOString(), officer: application.officer });
    // What was taken out or is not asked of this category any more has no place left.
    const left = filesOf(form);
    const gone = [...filesOf(application.form), ...filesOf(application.submitted)].filter((file) => !left.includes(file));
    if (gone.length > 0) tx.emit({ type: 'file.replaced', ...factsOf(stored), files: [...new Set(gone)] });
    return presentApplication(stored, context);
  },
});

/** Who stands for a unit by its form; nobody else's form names anybody who might review it. */
const namedIn = (form: Profile): Application['named'] =>
  isUnit(form)
    ? [...new Set([form.unit.legalRepresentative, ...peopleOf(form).map(({ name }) => name)].map(nameKeyOf))]
    : undefined;

const filesOf = (form: Application['form'] | Profile | undefined): readonly string[] =>
  filesIn(form && 'attachments' in form ? form.attachments : undefined).map(({ file }) => file);

/** The applicant's own city, unless staff gave it to another since the applicant last said where they are. */
function cityFor({ submitted, city }: Application, form: Profile): string {
  const stays = submitted !== undefined && cityOf(submitted) === cityOf(form);
  return stays && city !== undefined ? city : cityOf(form);
}

/** @throws request.invalid with every open problem of the form and of what comes with it, by field */
function finishedForm(actor: Actor, application: Application, now: Date, rule: RulesInForce): Profile {
  const { kind, form, enteredBy } = application;
  const papers = rule(unitAttachments).value;
  const online = openProblems(kind, form, dayOf(now), papers, rule(onlineApplicationAge).value);
  const problems = enteredBy === undefined ? online : assistedProblems(actor, application, online);
  if (Object.keys(problems).length > 0) throw new AppError('request.invalid', { fields: problems });
  return kind === 'unit' ? UnitForm.parse(withoutUnasked(form, papers)) : IndividualForm.parse(form);
}

/** @throws consent.required unless every text was agreed to as it reads now, online or on the paper that was signed */
function consentsOf({ kind, enteredBy }: Application, given: Context['input']['consents'], at: Date): Application['consents'] {
  return requiredConsents(kind).map(({ key, version }) => {
    if (!given.some((consent) => consent.key === key && consent.version === version)) throw new AppError('consent.required');
    return { key, version, at, ...(enteredBy !== undefined && { on: 'paper' as const }) };
  });
}

/** Reserves the identity number or credit code, and gives a corrected one's predecessor free. @throws identity.taken */
async function claim(tx: Transaction, application: Application, form: Profile, now: Date): Promise<string> {
  if (identityOf(form) === application.identity) return application.identity;
  const identity = await claimIdentity(tx, form, application._id, now);
  await releaseIdentity(tx, application.identity, application._id);
  return identity;
}
