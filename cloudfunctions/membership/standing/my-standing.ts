import { membership } from '../../../shared/membership/endpoints';
import { mayDo } from '../../../shared/membership/standing';
import { organisation } from '../../../shared/organisation';
import { AppError } from '../../platform/errors';
import type { Actor } from '../../platform/types';
import { useCase } from '../../platform/use-case';
import { hasEnded, type Measure, measuresOf } from '../measures';
import { ownMember } from '../members';
import { moveRefusal } from './policies';
import { presentStanding } from './standing-view';

/** How the person, or a unit that they represent, stands; officers go by their office. */
export const myStanding = useCase(membership.myStanding, {
  async run({ actor, input, db }) {
    const member = await ownMember(db, actor, input.memberId);
    if (!member || !mayDo(member.standing, 'seeRecord')) throw new AppError('notFound');
    const found = await measuresOf(db, member._id);
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
      ),
      can: { resign: moveRefusal(actor, member, 'resign') === undefined },
    };
  },
});

const mayAnswer = (actor: Actor, measure: Measure): boolean => measure.parties.includes(actor.id) && !hasEnded(measure);
