import { governance } from '../../../shared/governance/endpoints';
import { votingRules } from '../../../shared/rules/rules';
import { applicationFacts, measureFacts } from '../../membership';
import { accounts } from '../../platform/accounts';
import { AppError } from '../../platform/errors';
import type { Actor, Reader } from '../../platform/types';
import { useCase } from '../../platform/use-case';
import { rulesOf } from '../../rules';
import { itemsOf, type PlacedItem } from '../agenda-items';
import { holdersOf, type Meeting, meetings } from '../meetings';
import { meetingView } from './view';

/** One meeting with seats, agenda and votes. */
export const meeting = useCase(governance.meeting, {
  async run({ input, db, actor, now }) {
    const [found, items, rules] = await Promise.all([
      db.get(meetings, input.meetingId),
      itemsOf(db, input.meetingId),
      rulesOf(db, now),
    ]);
    if (!found) throw new AppError('notFound');
    const [holders, subjects] = await Promise.all([holderNames(db, found), subjectNames(db, actor, items)]);
    return meetingView(found, items, { holders, subjects }, found.rule ?? rules(votingRules[found.body]), actor);
  },
});

async function holderNames(db: Reader, found: Meeting): Promise<ReadonlyMap<string, string>> {
  const people = await db.getMany(accounts, holdersOf(found));
  return new Map(people.map(({ _id, name }) => [_id, name ?? '']));
}

/**
 * Names of applicants and of members concerned, for those who may see applications and members; for anybody else the reference
 * stands in their place.
 */
async function subjectNames(db: Reader, actor: Actor, placed: readonly PlacedItem[]): Promise<ReadonlyMap<string, string>> {
  const items = placed.map(({ item }) => item);
  const applications = items.flatMap(
    ({ applicationId, entries = [] }) => applicationId ?? entries.map((one) => one.applicationId),
  );
  const measures = items.flatMap(({ measureId }) => measureId ?? []);
  const facts = await Promise.all([
    actor.may('application.read') ? applicationFacts(db, applications) : [],
    actor.may('member.read') && measures.length > 0 ? measureFacts(db, measures) : [],
  ]);
  return new Map(facts.flat().map(({ id, name }) => [id, name]));
}
