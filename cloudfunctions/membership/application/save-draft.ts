import { membership } from '../../../shared/membership/endpoints';
import type { DraftForm, DraftSection } from '../../../shared/membership/form';
import { progressOf } from '../../../shared/membership/progress';
import { useCase } from '../../platform/use-case';
import { applications } from '../applications';
import { moved, ownApplication } from '../moves';

/** Keeps one section of the form as typed so far, finished or not. */
export const saveDraft = useCase(membership.saveDraft, {
  journal: (input) => ({ aggregate: `applications:${input.applicationId}`, action: 'application.save' }),
  async run({ actor, input, tx, now }) {
    const application = await ownApplication(tx, actor, input);
    const form = withSection(application.form, input.draft);
    const saved = await tx.replace(applications, moved(application, 'save', { actor, now }, { form }), {
      expecting: application.version,
    });
    return {
      version: saved.version,
      savedAt: now.toISOString(),
      progress: progressOf(form, now, application.enteredBy !== undefined),
    };
  },
});

const withSection = (form: DraftForm, { section, values }: DraftSection): DraftForm => ({ ...form, [section]: values });
