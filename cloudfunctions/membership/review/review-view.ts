import { maskIdNumber, maskMobile } from '../../../shared/identity/mask';
import type { Assistance } from '../../../shared/membership/assist';
import type { ApplicationSummary, ReviewView } from '../../../shared/membership/endpoints';
import type { DraftForm, IndividualForm } from '../../../shared/membership/form';
import type { Actor, Files, Reader } from '../../platform/types';
import { photoUrlOf } from '../application/application-view';
import { assistanceOf } from '../application/assistance';
import type { Application } from '../applications';
import { namesOf } from '../people';
import { conflictOf, staffCan } from '../policies';

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
export function presentSummary({ _id, reference, state, submitted, city, submittedAt, dueAt }: Application): ApplicationSummary {
  const name = submitted?.identity.name ?? '';
  return { id: _id, reference, state, name, city: city ?? '', submittedAt: iso(submittedAt), dueAt: iso(dueAt) };
}

/** The application as staff see it; what the reviewers wrote stays hidden from the applicant who is staff. One database read. */
export async function presentReview(
  application: Application,
  { actor, db, files }: { readonly actor: Actor; readonly db: Reader; readonly files: Files },
): Promise<ReviewView> {
  const { submitted, history, firstReviewer, secondReviewer, owner, enteredBy } = application;
  const acting = history.flatMap(({ by, onBehalfOf }) => [by, onBehalfOf]);
  const staff = [firstReviewer, secondReviewer, enteredBy, ...acting].filter((id) => id !== owner);
  const [photoUrl, assisted, nameOf] = await Promise.all([
    photoUrlOf(files, submitted),
    assistanceOf(files, application),
    namesOf(db, staff),
  ]);
  const conflict = conflictOf(actor, application);
  const hidden = conflict === 'own';
  const reviewer = (id: string | undefined) => (id ? { id, name: nameOf(id) } : null);
  const whoIs = (id: string) => (id === owner ? (submitted?.identity.name ?? '') : id && nameOf(id));
  return {
    id: application._id,
    reference: application.reference,
    state: application.state,
    version: application.version,
    submittedAt: iso(application.submittedAt),
    dueAt: iso(application.dueAt),
    form: submitted ? masked(submitted) : {},
    photoUrl,
    notes: { ...application.notes },
    checklist: hidden ? null : (application.checklist ?? null),
    opinion: hidden ? null : (application.opinion ?? null),
    firstReviewer: reviewer(firstReviewer),
    secondReviewer: reviewer(secondReviewer),
    sendBackReason: hidden ? null : (application.sendBackReason ?? null),
    history: history.map(({ action, at, by, onBehalfOf }) => ({
      action,
      at: at.toISOString(),
      by: onBehalfOf ? `${whoIs(by)}（代${nameOf(onBehalfOf)}）` : whoIs(by),
    })),
    assisted: assisted && { ...assisted, guardian: maskedGuardian(assisted.guardian), by: nameOf(enteredBy ?? '') },
    conflict,
    can: staffCan(actor, application),
  };
}
