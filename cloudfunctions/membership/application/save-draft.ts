import { membership } from '../../../shared/membership/endpoints';
import { type DraftForm, type DraftSection, sectionsOf } from '../../../shared/membership/form';
import { progressOf } from '../../../shared/membership/progress';
import { unitAttachments } from '../../../shared/rules/rules';
import { AppError } from '../../platform/errors';
import { useCase } from '../../platform/use-case';
import { rulesOf } from '../../rules';
import { applications } from '../applications';
import { moved, ownApplication } from '../moves';
import { onlineFrom } from './online-from';

/** Keeps one section of the form as typed so far, finished or not. */
export const saveDraft = useCase(membership.saveDraft, {
  journal: (input) => ({ aggregate: `applications:${input.applicationId}`, action: 'application.save' }),
  async run({ actor, input, tx, db, now }) {
    const application = await ownApplication(tx, actor, input);
    if (!sectionsOf(application.kind).includes(input.draft.section))
      throw new AppError('request.invalid', { fields: { draft: 'field.unknown' } });
    const rule = await rulesOf(db, now);
    const form = withSection(application.form, input.draft);
    const saved = await tx.replace(applications, moved(application, 'save', { actor, now }, { form }), {
      expecting: application.version,
    });
    return {
      version: saved.version,
      savedAt: now.toISOString(),
      progress: progressOf(application.kind, form, now, rule(unitAttachments).value, onlineFrom(application, rule)),
    };
  },
});

const withSection = (form: DraftForm, { section, values }: DraftSection): DraftForm => ({ ...form, [section]: values });
