import { maskMobile } from '../../../shared/identity/mask';
import type { Assistance } from '../../../shared/membership/assist';
import { conditionsOf } from '../../../shared/membership/conditions';
import type { ApplicationSummary, ReviewView } from '../../../shared/membership/endpoints';
import { complianceDays, unitConditions } from '../../../shared/rules/rules';
import type { Actor, Files, Reader } from '../../platform/types';
import { rulesOf } from '../../rules';
import { assistanceOf } from '../application/assistance';
import type { Application } from '../applications';
import { filesIn } from '../papers';
import { namesOf } from '../people';
import { conflictOf, refusalOf, staffCan } from '../policies';
import { categoryOf, isUnit, maskedProfile, nameOf } from '../profiles';
import { evidenceOf, presentChecklist } from './checklists';
import { filesOf, presentCompliance, type UrlOf } from './compliance-entries';
import { countsOf } from './counts';
import { differences } from './differences';
import { addressesOf } from './evidence';
import { presentAppeal } from './present-appeal';

const maskedGuardian = (guardian: Assistance['guardian']) => guardian && { ...guardian, mobile: maskMobile(guardian.mobile) };

const iso = (date: Date | undefined) => date?.toISOString() ?? null;

/** One line of the officers' list. */
export function presentSummary(application: Application, actor: Actor): ApplicationSummary {
  const { _id, reference, state, version, kind, submitted, city, submittedAt, dueAt, marked } = application;
  const name = submitted ? nameOf(submitted) : '';
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
  const category = submitted && categoryOf(submitted);
  return {
    id: application._id,
    reference: application.reference,
    state: application.state,
    version: application.version,
    submittedAt: iso(application.submittedAt),
    dueAt: iso(application.dueAt),
    form: submitted ? maskedProfile(submitted) : {},
    notes: { ...notes },
    kind,
    category: category ?? null,
    city: city ?? '',
    changes: previous && submitted ? [...differences(previous, submitted)] : null,
    conditions: [...conditionsOf(category)],
    reviewNotes: category === 'government' ? ['government'] : [],
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
  const papers = filesIn(submitted && isUnit(submitted) ? submitted.attachments : undefined);
  const photo = submitted && !isUnit(submitted) ? submitted.photo.photo : undefined;
  const [urlOf, assisted, staffName, counts, rule] = await Promise.all([
    addressesOf(files, [photo, ...papers.map(({ file }) => file), ...evidence]),
    assistanceOf(files, application),
    namesOf(db, staff),
    countsOf(db, application),
    rulesOf(db, now),
  ]);
  const conflict = conflictOf(actor, application);
  const hidden = conflict === 'own' || conflict === 'ownUnit' || conflict === 'named';
  const reviewer = (id: string | undefined) => (id ? { id, name: staffName(id) } : null);
  const applicant = submitted ? nameOf(submitted) : '';
  const whoIs = (id: string) => (id === owner ? applicant : id && staffName(id));
  const category = submitted && categoryOf(submitted);
  const maxAgeDays = rule(complianceDays).value;
  return {
    ...standing(application),
    ...written(application, hidden, { urlOf, nameOf: staffName }),
    assisted: assisted && { ...assisted, guardian: maskedGuardian(assisted.guardian), by: staffName(enteredBy ?? '') },
    photoUrl: urlOf(photo),
    attachments: papers.map((paper) => ({ ...paper, url: urlOf(paper.file) })),
    requirements: category ? [...rule(unitConditions[category]).value] : [],
    firstReviewer: reviewer(firstReviewer),
    secondReviewer: reviewer(secondReviewer),
    history: history.map(({ action, at, by, onBehalfOf, cities }, place) => ({
      action,
      at: at.toISOString(),
      by: onBehalfOf ? `${whoIs(by)}（代${staffName(onBehalfOf)}）` : whoIs(by),
      note: hidden ? null : (remarks?.[place] ?? null),
      cities: cities ? [...cities] : null,
    })),
    compliance: hidden ? [] : presentCompliance(category, compliance, { maxAgeDays, now, nameOf: staffName, urlOf }),
    counts,
    conflict,
    can: staffCan(actor, application),
  };
}
