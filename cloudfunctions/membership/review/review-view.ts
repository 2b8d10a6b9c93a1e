import { maskIdNumber, maskMobile } from '../../../shared/identity/mask';
import type { Assistance } from '../../../shared/membership/assist';
import { conditionsOf } from '../../../shared/membership/conditions';
import type { ApplicationSummary, ReviewView } from '../../../shared/membership/endpoints';
import type { DraftForm, IndividualForm } from '../../../shared/membership/form';
import { complianceDays } from '../../../shared/rules/rules';
import type { Actor, Files, Reader } from '../../platform/types';
import { rulesOf } from '../../rules';
import { assistanceOf } from '../application/assistance';
import type { Application } from '../applications';
import { namesOf } from '../people';
import { categoryOf, conflictOf, refusalOf, staffCan } from '../policies';
import { evidenceOf, presentChecklist } from './checklists';
import { filesOf, presentCompliance, type UrlOf } from './compliance-entries';
import { countsOf } from './counts';
import { differences } from './differences';
import { addressesOf } from './evidence';
import { presentAppeal } from './present-appeal';

/** The form as staff see it: identity number and mobile masked, the photograph by its short-lived address only. */
function masked({ identity, contact, work, purpose }: IndividualForm): DraftForm {
  return {
    identity: { ...identity, idNumber: maskIdNumber(identity.idNumber) },
    contact: { ...contact, mobile: maskMobile(contact.mobile) },
    work,
    purpose,
  };
}

const maskedGuardian = (guardian: Assistance['guardian']) => guardian && { ...guardian, mobile: maskMobile(guardian.mobile) };

const iso = (date: Date | undefined) => date?.toISOString() ?? null;

/** One line of the officers' list. */
export function presentSummary(application: Application, actor: Actor): ApplicationSummary {
  const { _id, reference, state, version, kind, submitted, city, submittedAt, dueAt, marked } = application;
  const name = submitted?.identity.name ?? '';
  const times = { submittedAt: iso(submittedAt), dueAt: iso(dueAt) };
  const can = { accept: refusalOf(actor, application, 'accept') === undefined };
  return { id: _id, reference, state, version, kind, name, city: city ?? '', ...times, marked: marked !== undefined, can };
}

interface Context {
  readonly actor: Actor;
  readonly db: Reader;
  readonly files: Files;
  readonly now: Date;
}

/** What the application says itself, whoever looks. */
function standing(application: Application) {
  const { kind, city, notes, submitted, previous } = application;
  const category = categoryOf(application);
  return {
    id: application._id,
    reference: application.reference,
    state: application.state,
    version: application.version,
    submittedAt: iso(application.submittedAt),
    dueAt: iso(application.dueAt),
    form: submitted ? masked(submitted) : {},
    notes: { ...notes },
    kind,
    category: category ?? null,
    city: city ?? '',
    changes: previous && submitted ? [...differences(previous, submitted)] : null,
    conditions: [...conditionsOf(category)],
    appeal: presentAppeal(application),
  };
}

/** What the reviewers wrote: hidden from the applicant who is staff. */
function written(application: Application, hidden: boolean, { urlOf, nameOf }: { urlOf: UrlOf; nameOf: (id: string) => string }) {
  const { checklist, opinion, sendBackReason, marked, remarks, history, rejection, resolution, explanation } = application;
  const markedAt = history.map(({ action }) => action).lastIndexOf('mark');
  if (hidden) return { checklist: null, opinion: null, sendBackReason: null, marked: null, rejection: null };
  return {
    checklist: checklist ? presentChecklist(checklist, urlOf) : null,
    opinion: opinion ?? null,
    sendBackReason: sendBackReason ?? null,
    marked: marked ? { reason: remarks?.[markedAt] ?? '', by: nameOf(marked.by), at: marked.at.toISOString() } : null,
    rejection: rejection
      ? { resolution: resolution ?? '', reason: explanation ?? null, reapplyFrom: iso(rejection.reapplyFrom) }
      : null,
  };
}

/** The application as staff see it; what the reviewers wrote stays hidden from the applicant who is staff. Five reads at once. */
export async function presentReview(application: Application, context: Context): Promise<ReviewView> {
  const { actor, db, files, now } = context;
  const { submitted, history, firstReviewer, secondReviewer, owner, enteredBy, checklist, compliance, remarks } = application;
  const acting = history.flatMap(({ by, onBehalfOf }) => [by, onBehalfOf]);
  const looked = (compliance ?? []).map(({ by }) => by);
  const staff = [firstReviewer, secondReviewer, enteredBy, ...acting, ...looked].filter((id) => id !== owner);
  const evidence = [...Object.values(evidenceOf(checklist)), ...filesOf(compliance)];
  const [urlOf, assisted, nameOf, counts, rule] = await Promise.all([
    addressesOf(files, [submitted?.photo.photo, ...evidence]),
    assistanceOf(files, application),
    namesOf(db, staff),
    countsOf(db, application),
    rulesOf(db, now),
  ]);
  const conflict = conflictOf(actor, application);
  const hidden = conflict === 'own' || conflict === 'ownUnit';
  const reviewer = (id: string | undefined) => (id ? { id, name: nameOf(id) } : null);
  const whoIs = (id: string) => (id === owner ? (submitted?.identity.name ?? '') : id && nameOf(id));
  const maxAgeDays = rule(complianceDays).value;
  return {
    ...standing(application),
    ...written(application, hidden, { urlOf, nameOf }),
    assisted: assisted && { ...assisted, guardian: maskedGuardian(assisted.guardian), by: nameOf(enteredBy ?? '') },
    photoUrl: urlOf(submitted?.photo.photo),
    firstReviewer: reviewer(firstReviewer),
    secondReviewer: reviewer(secondReviewer),
    history: history.map(({ action, at, by, onBehalfOf, cities }, place) => ({
      action,
      at: at.toISOString(),
      by: onBehalfOf ? `${whoIs(by)}（代${nameOf(onBehalfOf)}）` : whoIs(by),
      note: hidden ? null : (remarks?.[place] ?? null),
      cities: cities ? [...cities] : null,
    })),
    compliance: hidden ? [] : presentCompliance(categoryOf(application), compliance, { maxAgeDays, now, nameOf, urlOf }),
    counts,
    conflict,
    can: staffCan(actor, application),
  };
}
