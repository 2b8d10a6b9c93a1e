import { membership } from '../../../shared/membership/endpoints';
import { AppError } from '../../platform/errors';
import { useCase } from '../../platform/use-case';
import { members } from '../members';
import { presentChange } from './change-view';
import { memberChanges } from './changes';
import { manages } from './policies';

/** One change as staff see it. Another city's looks like a missing one, as does a field history that needs no decision. */
export const changeRequest = useCase(membership.changeRequest, {
  async run(context) {
    const { actor, input, db } = context;
    const change = await db.get(memberChanges, input.changeId, (found) => manages(actor, found) && found.state !== 'applied');
    const member = change && (await db.get(members, change.member));
    if (!member) throw new AppError('notFound');
    return presentChange(change, member, context);
  },
});
