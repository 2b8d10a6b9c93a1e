import { rules } from '../../shared/rules/endpoints';
import { reasonKinds, reasonTemplates as templates } from '../../shared/rules/templates';
import { useCase } from '../platform/use-case';
import { rulesOf } from './book';

/** The phrases in force, by what a reason is for. */
export const reasonTemplates = useCase(rules.reasonTemplates, {
  async run({ db, now }) {
    const rule = await rulesOf(db, now);
    return { templates: Object.fromEntries(reasonKinds.map((kind) => [kind, [...rule(templates[kind]).value]])) };
  },
});
