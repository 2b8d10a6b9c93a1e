import { membership } from '../../../shared/membership/endpoints';
import { useCase } from '../../platform/use-case';
import { applications } from '../applications';
import { factsOf, moved, ownApplication } from '../moves';
import { checkedPhoto } from './checked-file';

/** Takes an uploaded photograph into the form once owner, size and kind are checked; the one before it is removed. */
export const attachPhoto = useCase(membership.attachPhoto, {
  journal: (input) => ({ aggregate: `applications:${input.applicationId}`, action: 'application.attachPhoto' }),
  async run({ actor, input, tx, files, now }) {
    const application = await ownApplication(tx, actor, input);
    const before = application.form.photo?.photo;
    const changed = moved(application, 'save', { actor, now }, { form: { ...application.form, photo: { photo: input.fileId } } });
    const photoUrl = await checkedPhoto(files, actor, input.fileId, 'photo.photo');
    const { version } = await tx.replace(applications, changed, { expecting: application.version });
    if (before && before !== input.fileId) tx.emit({ type: 'file.replaced', ...factsOf(application), file: before });
    return { version, savedAt: now.toISOString(), photoUrl };
  },
});
