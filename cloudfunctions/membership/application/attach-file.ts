import { filesPerPaper } from '../../../shared/membership/categories';
import { membership } from '../../../shared/membership/endpoints';
import { progressOf } from '../../../shared/membership/progress';
import { unitAttachments } from '../../../shared/rules/rules';
import { checkedUpload, pictureOrDocument } from '../../platform/checked-upload';
import { AppError } from '../../platform/errors';
import type { Files, Reader } from '../../platform/types';
import { useCase } from '../../platform/use-case';
import { rulesOf } from '../../rules';
import { type Application, applications } from '../applications';
import { factsOf, moved, ownApplication } from '../moves';
import { attachmentsOf, filesIn } from '../papers';

/** Takes an uploaded scan or PDF into the papers of a unit once owner, size and kind are checked. */
export const attachFile = useCase(membership.attachFile, {
  journal: (input) => ({ aggregate: `applications:${input.applicationId}`, action: 'application.attachFile' }),
  async run(context) {
    const { actor, input, tx, now } = context;
    const application = await ownApplication(tx, actor, input);
    const { kind, fileId } = input;
    const { attachments } = application.form;
    const before = attachments?.[kind] ?? [];
    const path = `attachments.${kind}`;
    if (application.kind !== 'unit') throw new AppError('request.invalid', { fields: { [path]: 'field.unknown' } });
    if (before.length >= filesPerPaper) throw new AppError('file.refused', { fields: { [path]: 'files.tooMany' } });
    // A file stands in one place only: what is removed there is gone.
    if (filesIn(attachments).some(({ file }) => file === fileId))
      throw new AppError('file.refused', { fields: { [path]: 'file.twice' } });
    const form = { ...application.form, attachments: { ...attachments, [kind]: before } };
    const changed = moved(application, 'save', { actor, now }, { form });
    const upload = { fileId, kinds: pictureOrDocument, path, of: application.owner };
    const { kind: type } = await checkedUpload(context, upload);
    const stored = await tx.replace(
      applications,
      { ...changed, form: { ...form, attachments: { ...attachments, [kind]: [...before, { file: fileId, type }] } } },
      { expecting: application.version },
    );
    return papersAnswer(stored, context);
  },
});

/** Takes a file out of the papers; it is deleted once that is committed, unless it was handed in before. */
export const removeFile = useCase(membership.removeFile, {
  journal: (input) => ({ aggregate: `applications:${input.applicationId}`, action: 'application.removeFile' }),
  async run({ actor, input, tx, db, files, now }) {
    const application = await ownApplication(tx, actor, input);
    const place = filesIn(application.form.attachments).find(({ file }) => file === input.fileId);
    if (!place) throw new AppError('notFound');
    const { attachments } = application.form;
    const left = (attachments?.[place.kind] ?? []).filter(({ file }) => file !== input.fileId);
    const form = { ...application.form, attachments: { ...attachments, [place.kind]: left } };
    const stored = await tx.replace(applications, moved(application, 'save', { actor, now }, { form }), {
      expecting: application.version,
    });
    const { submitted } = application;
    const handedIn = filesIn(submitted && 'attachments' in submitted ? submitted.attachments : undefined);
    // What was handed in is still what the reviewers look at; it goes when the corrected form takes its place.
    if (!handedIn.some(({ file }) => file === input.fileId))
      tx.emit({ type: 'file.replaced', ...factsOf(application), file: input.fileId });
    return papersAnswer(stored, { db, files, now });
  },
});

/** What both answer: the papers as they are now, and how far the form is. */
async function papersAnswer(
  { kind, version, form }: Application,
  { db, files, now }: { readonly db: Reader; readonly files: Files; readonly now: Date },
) {
  const [attachments, rule] = await Promise.all([attachmentsOf(files, form.attachments), rulesOf(db, now)]);
  const progress = progressOf(kind, form, now, rule(unitAttachments).value);
  return { version, savedAt: now.toISOString(), progress, attachments };
}
