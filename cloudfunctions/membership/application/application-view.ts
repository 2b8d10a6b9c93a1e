import type { ApplicationView } from '../../../shared/membership/endpoints';
import { progressOf } from '../../../shared/membership/progress';
import { draftRetentionDays } from '../../../shared/rules/rules';
import type { Actor, Files, Reader } from '../../platform/types';
import { rulesOf } from '../../rules';
import { type Application, meetingOf } from '../applications';
import { namesOf } from '../people';
import { applicantCan } from '../policies';
import { barredUntil, canAppeal } from '../rejections';
import { valueAt } from '../review/differences';
import { presentAppeal } from '../review/present-appeal';
import { assistanceOf } from './assistance';
import { timeline } from './timeline';

interface Context {
  readonly actor: Actor;
  readonly db: Reader;
  readonly files: Files;
  readonly now: Date;
}

const day = 24 * 3600 * 1000;

/** A short-lived address of the photograph in a form. */
export async function photoUrlOf(files: Files, form: Application['form'] | undefined): Promise<string | null> {
  const photo = form?.photo?.photo;
  if (!photo) return null;
  const [url] = await files.urls([photo]);
  return url ?? null;
}

/** What an officer noted at each field, with the value as it was handed in. */
const returnedFields = ({ notes, submitted }: Application) =>
  Object.entries(notes).map(([field, note]) => ({ field, note, was: valueAt(submitted, field) }));

/** What a rejection leaves open to the applicant. */
function presentRejection(application: Application, now: Date): ApplicationView['rejection'] {
  const { state, rejection, explanation } = application;
  if (state !== 'rejected' || !rejection) return null;
  return {
    explained: explanation !== undefined,
    appealUntil: canAppeal(application, now) ? rejection.appealUntil.toISOString() : null,
    reapplyFrom: barredUntil(application, now)?.toISOString() ?? null,
  };
}

/** The application as its owner sees it. At most one database read, for the name of the officer. */
export async function presentApplication(application: Application, { actor, db, files, now }: Context): Promise<ApplicationView> {
  const { officer, submittedAt, form, notes, state, updatedAt } = application;
  const meeting = meetingOf(application);
  const [photoUrl, assisted, nameOf, rule] = await Promise.all([
    photoUrlOf(files, form),
    assistanceOf(files, application),
    namesOf(db, [officer]),
    rulesOf(db, now),
  ]);
  return {
    id: application._id,
    reference: application.reference,
    kind: application.kind,
    state,
    version: application.version,
    updatedAt: updatedAt.toISOString(),
    submittedAt: submittedAt?.toISOString() ?? null,
    form,
    photoUrl,
    progress: progressOf(form, now, application.enteredBy !== undefined),
    notes: state === 'returned' ? { ...notes } : {},
    returned: state === 'returned' ? returnedFields(application) : [],
    steps: [...timeline(application)],
    meeting: meeting ? { id: meeting.meeting, title: meeting.title, at: meeting.at.toISOString() } : null,
    officer: officer ? { name: nameOf(officer) } : null,
    decisionReason: state === 'rejected' ? (application.explanation ?? application.resolution ?? null) : null,
    rejection: presentRejection(application, now),
    appeal: presentAppeal(application),
    keptUntil: state === 'draft' ? new Date(updatedAt.getTime() + rule(draftRetentionDays).value * day).toISOString() : null,
    assisted,
    can: applicantCan(actor, application, now),
  };
}
