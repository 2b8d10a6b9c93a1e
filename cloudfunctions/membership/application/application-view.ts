import type { ApplicationView } from '../../../shared/membership/endpoints';
import { progressOf } from '../../../shared/membership/progress';
import type { AttachmentLists } from '../../../shared/rules/measures';
import { draftRetentionDays, onlineApplicationAge, reviewWorkingDays, unitAttachments } from '../../../shared/rules/rules';
import type { Actor, Files, Reader } from '../../platform/types';
import { rulesOf } from '../../rules';
import { meetingIn } from '../agenda-entries';
import { type Application } from '../applications';
import { attachmentsOf } from '../papers';
import { namesOf } from '../people';
import { applicantCan } from '../policies';
import type { Profile } from '../profiles';
import { barredUntil, canAppeal } from '../rejections';
import { valueAt } from '../review/differences';
import { presentAppeal } from '../review/present-appeal';
import { assistanceOf } from './assistance';
import { onlineFrom } from './online-from';
import { timeline } from './timeline';

interface Context {
  readonly actor: Actor;
  readonly db: Reader;
  readonly files: Files;
  readonly now: Date;
}

const day = 24 * 3600 * 1000;

/** A short-lived address of the photograph in a form. */
export async function photoUrlOf(files: Files, form: Application['form'] | Profile | undefined): Promise<string | null> {
  const photo = form && 'photo' in form ? form.photo?.photo : undefined;
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

/** Papers by category, as answers have them. */
export const listed = (papers: AttachmentLists) =>
  Object.fromEntries(Object.entries(papers).map(([category, list]) => [category, list.map((paper) => ({ ...paper }))]));

/** The application as its owner sees it. At most one database read, for the name of the officer. */
export async function presentApplication(application: Application, { actor, db, files, now }: Context): Promise<ApplicationView> {
  const { kind, officer, submittedAt, form, notes, state, updatedAt } = application;
  const meeting = meetingIn(application.agenda);
  const [photoUrl, attachments, assisted, nameOf, rule] = await Promise.all([
    photoUrlOf(files, form),
    attachmentsOf(files, form.attachments),
    assistanceOf(files, application),
    namesOf(db, [officer]),
    rulesOf(db, now),
  ]);
  const papers = rule(unitAttachments).value;
  return {
    id: application._id,
    reference: application.reference,
    kind,
    state,
    version: application.version,
    updatedAt: updatedAt.toISOString(),
    submittedAt: submittedAt?.toISOString() ?? null,
    form,
    photoUrl,
    attachments,
    papers: kind === 'unit' ? listed(papers) : null,
    progress: progressOf(kind, form, now, papers, onlineFrom(application, rule)),
    notes: state === 'returned' ? { ...notes } : {},
    returned: state === 'returned' ? returnedFields(application) : [],
    steps: [...timeline(application)],
    meeting: meeting ? { id: meeting.meeting, title: meeting.title, at: meeting.at.toISOString() } : null,
    officer: officer ? { name: nameOf(officer) } : null,
    decisionReason: state === 'rejected' ? (application.explanation ?? application.resolution ?? null) : null,
    rejection: presentRejection(application, now),
    appeal: presentAppeal(application),
    keptUntil: state === 'draft' ? new Date(updatedAt.getTime() + rule(draftRetentionDays).value * day).toISOString() : null,
    terms: {
      onlineAge: rule(onlineApplicationAge).value,
      reviewDays: rule(reviewWorkingDays).value,
      draftDays: rule(draftRetentionDays).value,
    },
    memberId: application.member ?? null,
    assisted,
    can: applicantCan(actor, application, now),
  };
}
