import { membership } from '../../../shared/membership/endpoints';
import { AppError } from '../../platform/errors';
import { cloudFiles, isOwnUpload, kindOf } from '../../platform/files';
import type { Files, Reaction } from '../../platform/types';
import { useCase } from '../../platform/use-case';
import { applications } from '../applications';
import { factsOf, moved, ownApplication } from '../moves';

const maxBytes = 5 * 1024 * 1024;

/** Takes an uploaded photograph into the form once owner, size and kind are checked; the one before it is removed. */
export const attachPhoto = useCase(membership.attachPhoto, {
  journal: (input) => ({ aggregate: `applications:${input.applicationId}`, action: 'application.attachPhoto' }),
  async run({ actor, input, tx, files, now }) {
    const application = await ownApplication(tx, actor, input);
    const before = application.form.photo?.photo;
    const changed = moved(application, 'save', { actor, now }, { form: { ...application.form, photo: { photo: input.fileId } } });
    // Said alike whether such a file exists or not.
    if (!isOwnUpload(input.fileId, actor.id)) throw refused('file.owner');
    const photoUrl = await checkedPhoto(files, input.fileId);
    const { version } = await tx.replace(applications, changed, { expecting: application.version });
    if (before && before !== input.fileId) tx.emit({ type: 'photo.replaced', ...factsOf(application), file: before });
    return { version, savedAt: now.toISOString(), photoUrl };
  },
});

const refused = (code: string) => new AppError('file.refused', { fields: { 'photo.photo': code } });

/** The address of a file that is there, not too large and really a picture. */
async function checkedPhoto(files: Files, fileId: string): Promise<string> {
  const [url] = await files.urls([fileId]);
  if (url === undefined) throw refused('file.missing');
  const bytes = await files.download(fileId, maxBytes).catch((error: unknown) => {
    throw error instanceof AppError ? refused('file.tooLarge') : error;
  });
  const kind = kindOf(bytes);
  if (kind !== 'jpeg' && kind !== 'png') throw refused('file.kind');
  return url;
}

/** Removes the photograph that was replaced, once the replacement is committed. */
export const removeReplacedPhoto: Reaction = {
  name: 'removeReplacedPhoto',
  async deliver({ event }) {
    if (typeof event.file === 'string') await cloudFiles.remove([event.file]);
    return undefined;
  },
};
