import { membership } from '../../../shared/membership/endpoints';
import { AppError } from '../../platform/errors';
import { useCase } from '../../platform/use-case';
import { presentApplication } from '../application/application-view';
import { checkedPhoto } from '../application/checked-file';
import { factsOf } from '../moves';
import { changeAssistance } from './change-assistance';

/** Takes the scan of a signed paper once owner, size and kind are checked; the one before it is removed. */
export const attachSignedPaper = useCase(membership.attachSignedPaper, {
  journal: (input) => ({ aggregate: `applications:${input.applicationId}`, action: 'application.attachSignedPaper' }),
  async run(context) {
    const { actor, input, tx, files } = context;
    let before: string | undefined;
    const changed = await changeAssistance(context, (assistance, kind) => {
      if (kind === 'unit' && input.paper === 'guardian')
        throw new AppError('request.invalid', { fields: { 'papers.guardian': 'field.unknown' } });
      before = assistance.papers[input.paper];
      return { ...assistance, papers: { ...assistance.papers, [input.paper]: input.fileId } };
    });
    await checkedPhoto(files, actor, input.fileId, `papers.${input.paper}`);
    // Said as of a photograph: the reaction that removes it is the same.
    if (before && before !== input.fileId) tx.emit({ type: 'photo.replaced', ...factsOf(changed), file: before });
    return presentApplication(changed, context);
  },
});
