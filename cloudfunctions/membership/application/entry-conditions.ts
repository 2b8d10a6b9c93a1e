import { unitCategories } from '../../../shared/membership/categories';
import { membership } from '../../../shared/membership/endpoints';
import { unitAttachments, unitConditions } from '../../../shared/rules/rules';
import { useCase } from '../../platform/use-case';
import { rulesOf } from '../../rules';
import { listed } from './application-view';

/** What each category of unit needs, by the rules in force: the same for everybody who asks. */
export const entryConditions = useCase(membership.entryConditions, {
  async run({ db, now }) {
    const rule = await rulesOf(db, now);
    return {
      categories: unitCategories.map((category) => ({ category, conditions: [...rule(unitConditions[category]).value] })),
      papers: listed(rule(unitAttachments).value),
    };
  },
});
