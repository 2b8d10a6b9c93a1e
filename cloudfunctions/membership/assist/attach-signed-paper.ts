import { membership } from '../../../shared/membership/endpoints';
import { checkedUpload } from '../../platform/checked-upload';
import { AppError } from '../../platform/errors';
import { useCase } from '../../platform/use-case';
import { presentApplication } from '../application/application-view';
import { factsOf } from '../moves';
import { changeAssistance } from './change-assistance';

/** Takes the scan of a signed paper once owner, size and kind are checked; the one before it is removed. */
export const attachSignedPaper = useCase(membership.attachSignedPaper, {
  journal: (input) => ({ aggregate: `applications:${input.applicationId}`, action: 'application.attachSignedPaper' }),
  async run(context) {
    const { input, tx } = context;
    let before: string | undefined;
    const changed = await changeAssistance(context, (assistance, kind) => {
      if (kind === 'unit' && input.paper === 'guardian')
        throw new AppError('request.invalid', { fields: { 'papers.guardian': 'field.unknown' } });
      before = assistance.papers[input.paper];
      return { ...assistance, papers: { ...assistance.papers, [input.paper]: input.fileId } };
    });
    await checkedUpload(context, {
      fileId: input.fileId,
      kinds: ['jpeg', 'png'],
      path: `papers.${input.paper}`,
      wrongKind: 'file.kind',
      of: changed.owner,
    });
    // Said as of a photograph: the reaction that removes it is the same.
    if (before && before !== input.fileId) tx.emit({ type: 'photo.replaced', ...factsOf(changed), file: before });
    return presentApplication(changed, context);
  },
});
