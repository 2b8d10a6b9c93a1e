import { membership } from '../../../shared/membership/endpoints';
import { useCase } from '../../platform/use-case';
import { applicationForStaff, moved, movedAnswer, store } from '../moves';
import { categoryOf } from '../policies';
import { entryOf } from './compliance-entries';
import { takeEvidence } from './evidence';

/** Notes what a look-up found about a unit that applies; earlier results stay. */
export const recordCompliance = useCase(membership.recordCompliance, {
  journal: (input) => ({ aggregate: `applications:${input.applicationId}`, action: 'application.check' }),
  async run(context) {
    const { actor, input, tx, now } = context;
    const application = await applicationForStaff(tx, actor, input);
    const looked = moved(application, 'check', { actor, now });
    const entry = entryOf(input, categoryOf(application), actor.id, now);
    await takeEvidence(context, { file: input.file }, application.owner);
    const compliance = [...(application.compliance ?? []), entry];
    return movedAnswer(await store(tx, { ...looked, compliance }, 'application.checked', { check: entry.check }));
  },
});
