import { governance } from '../../../shared/governance/endpoints';
import { AppError } from '../../platform/errors';
import { useCase } from '../../platform/use-case';
import { minutesOf, minutesRecords, movedMinutes } from '../minutes-records';

/** Puts what the secretary adds into the sections named; what the record says stays. Submitted minutes become a draft again. */
export const saveMinutes = useCase(governance.saveMinutes, {
  journal: (input) => ({ aggregate: `minutes:${input.meetingId}`, action: 'minutes.save' }),
  async run({ input, actor, tx }) {
    const minutes = await minutesOf(tx, input.meetingId, input.version);
    const texts = new Map(input.texts.map(({ key, text }) => [key, text]));
    for (const key of texts.keys())
      if (!minutes.sections.some((section) => section.key === key))
        throw new AppError('request.invalid', { fields: { texts: 'field.unknown' } });
    const sections = minutes.sections.map((section) => ({ ...section, text: texts.get(section.key) ?? section.text }));
    const editors = [...new Set([...minutes.editors, actor.id])];
    const saved = movedMinutes(minutes, 'save', { sections, editors });
    const { version } = await tx.replace(minutesRecords, saved, { expecting: input.version });
    if (minutes.state !== 'draft') tx.emit({ type: 'minutes.reopened', meeting: minutes._id });
    return { id: minutes._id, version };
  },
});
