import { membership } from '../../../shared/membership/endpoints';
import { mayDo } from '../../../shared/membership/standing';
import { organisation } from '../../../shared/organisation';
import { AppError } from '../../platform/errors';
import type { Actor } from '../../platform/types';
import { useCase } from '../../platform/use-case';
import { hasEnded, type Measure, measuresOf } from '../measures';
import { ownMember } from '../members';
import { addressesOf } from '../review/evidence';
import { moveRefusal } from './policies';
import { filesOfStanding, presentStanding } from './standing-view';

/** How the person, or a unit that they represent, stands; officers go by their office. */
export const myStanding = useCase(membership.myStanding, {
  async run({ actor, input, db, files }) {
    const member = await ownMember(db, actor, input.memberId);
    if (!member || !mayDo(member.standing, 'seeRecord')) throw new AppError('notFound');
    const [found, urlOf] = await Promise.all([measuresOf(db, member._id), addressesOf(files, filesOfStanding(member))]);
    const answers = mayDo(member.standing, 'answerMeasure');
    return {
      memberId: member._id,
      version: member.version,
      number: member.number,
      kind: member.kind,
      name: member.name,
      ...presentStanding(
        member,
        found,
        () => organisation.office,
        (measure) => ({ answer: answers && mayAnswer(actor, measure) }),
        urlOf,
      ),
      can: { resign: moveRefusal(actor, member, 'resign') === undefined },
    };
  },
});

const mayAnswer = (actor: Actor, measure: Measure): boolean => measure.parties.includes(actor.id) && !hasEnded(measure);
