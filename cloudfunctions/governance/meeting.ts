import { governance } from '../../shared/governance/endpoints';
import { applicationFacts } from '../membership';
import { accounts } from '../platform/accounts';
import { AppError } from '../platform/errors';
import type { Actor, Reader } from '../platform/types';
import { useCase } from '../platform/use-case';
import { itemsOf, type PlacedItem } from './agenda-items';
import { type Meeting, meetings } from './meetings';
import { meetingView } from './view';

/** One meeting with seats, agenda and votes. */
export const meeting = useCase(governance.meeting, {
  async run({ input, db, actor }) {
    const [found, items] = await Promise.all([db.get(meetings, input.meetingId), itemsOf(db, input.meetingId)]);
    if (!found) throw new AppError('notFound');
    const [holders, applicants] = await Promise.all([holderNames(db, found), applicantNames(db, actor, items)]);
    return meetingView(found, items, { holders, applicants }, actor);
  },
});

async function holderNames(db: Reader, { seats }: Meeting): Promise<ReadonlyMap<string, string>> {
  const people = await db.getMany(
    accounts,
    seats.flatMap(({ holder }) => holder ?? []),
  );
  return new Map(people.map(({ _id, name }) => [_id, name ?? '']));
}

/** Names are opened for those who may see applications; for anybody else the reference stands in their place. */
async function applicantNames(db: Reader, actor: Actor, items: readonly PlacedItem[]): Promise<ReadonlyMap<string, string>> {
  if (!actor.may('application.read')) return new Map();
  const ids = items.map(({ item }) => item.applicationId);
  const facts = await applicationFacts(db, ids);
  return new Map(facts.map(({ id, name }) => [id, name]));
}
