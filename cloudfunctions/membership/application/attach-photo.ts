import { membership } from '../../../shared/membership/endpoints';
import { checkedUpload } from '../../platform/checked-upload';
import { useCase } from '../../platform/use-case';
import { applications } from '../applications';
import { factsOf, moved, ownApplication } from '../moves';

/** Takes an uploaded photograph into the form once owner, size and kind are checked; the one before it is removed. */
export const attachPhoto = useCase(membership.attachPhoto, {
  journal: (input) => ({ aggregate: `applications:${input.applicationId}`, action: 'application.attachPhoto' }),
  async run(context) {
    const { actor, input, tx, now } = context;
    const application = await ownApplication(tx, actor, input);
    const before = application.form.photo?.photo;
    const changed = moved(application, 'save', { actor, now }, { form: { ...application.form, photo: { photo: input.fileId } } });
    const { url: photoUrl } = await checkedUpload(context, {
      fileId: input.fileId,
      kinds: ['jpeg', 'png'],
      path: 'photo.photo',
      wrongKind: 'file.kind',
      of: application.owner,
    });
    const { version } = await tx.replace(applications, changed, { expecting: application.version });
    if (before && before !== input.fileId) tx.emit({ type: 'file.replaced', ...factsOf(application), file: before });
    return { version, savedAt: now.toISOString(), photoUrl };
  },
});
