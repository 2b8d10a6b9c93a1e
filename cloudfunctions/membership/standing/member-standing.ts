import { membership } from '../../../shared/membership/endpoints';
import { AppError } from '../../platform/errors';
import { useCase } from '../../platform/use-case';
import { measuresOf } from '../measures';
import { isOwn, members } from '../members';
import { namesOf } from '../people';
import { staffSeesMember, withdrawRefusal } from './policies';
import { namedIn, presentStanding } from './standing-view';

/** Standing, reminders and measures of one member, for staff; of their own they see what every member sees. */
export const memberStanding = useCase(membership.memberStanding, {
  async run({ actor, input, db }) {
    const member = await db.get(members, input.memberId, (found) => staffSeesMember(actor, found) && !isOwn(actor, found));
    if (!member) throw new AppError('notFound');
    const [found, nameOf] = await Promise.all([measuresOf(db, member._id), namesOf(db, namedIn(member))]);
    return presentStanding(member, found, nameOf, (measure) => ({ withdraw: withdrawRefusal(actor, measure) === undefined }));
  },
});
