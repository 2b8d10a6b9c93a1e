import { openRoom } from '../support/membership/meeting';
import { held, isLost, outcomes, run } from '../support/membership/race';
import { type Enrolled, enrolMembers, grounds, measure, schedule, seen, stored, verified } from '../support/membership/standing';
import type { World } from '../support/membership/world';

/** A call waits for everything that follows from it: the barrier would else outlast the time that delivery is given. */
const patient = { file: 'cloudfunctions/platform/delivery.ts', find: 'const patience = 800;', by: 'const patience = 15_000;' };

const free = new WeakMap<World, Enrolled[]>();

/** A member in good standing; a few are enrolled at once. */
async function newMember(world: World): Promise<Enrolled> {
  const some = free.get(world) ?? [];
  if (some.length === 0) some.push(...(await enrolMembers(world, 4)));
  free.set(world, some);
  return some.pop() as Enrolled;
}

const file = (name: string) => `cloudfunctions/membership/standing/${name}.ts`;

describe('a resignation at the moment of an expulsion', () => {
  async function race(world: World) {
    const officer = await world.staff('o-officer', 'liaisonOfficer');
    const room = await openRoom(world);
    let who: Enrolled;
    let measureId: string;
    let voted: Awaited<ReturnType<typeof room.voted>>;
    return run(world, {
      calls: { service: 'database', collection: 'members' },
      interruptions: 1,
      prepare: async () => {
        who = await newMember(world);
        const proposal = { ...seen(world, who.id), ...grounds, kind: 'expel' } as const;
        ({ measureId } = await officer.call('membership.proposeMeasure', proposal));
        voted = await room.voted(await schedule(world, room, [measureId]), 'approve');
      },
      actors: {
        A: (tag) => who.phone.call('membership.resign', { memberId: who.id, dataChoice: 'keep' }, { tag }),
        B: (tag) => room.secretary.call('governance.decideItem', voted, { tag }),
      },
      check: async () => {
        await world.settle();
        const { standing, standingHistory } = stored(world, who.id) as ReturnType<typeof stored> & {
          readonly standingHistory: readonly unknown[];
        };
        // Exactly one of them had effect, and the measure says which.
        expect(standingHistory).toHaveLength(2);
        const state = measure(world, measureId)?.state;
        expect([standing, state]).toEqual(standing === 'resigned' ? ['resigned', 'lapsed'] : ['expelled', 'decided']);
        expect((await verified(world, who.token)).certificate?.standing).toBe(standing);
      },
    });
  }

  test('has one outcome, whichever comes first', async () => {
    expect((await held(race, [patient])).orders).toBeGreaterThan(1);
  });

  test('without looking at the standing before the decision is carried out it has two: the guard is what holds', () =>
    isLost(
      [
        patient,
        {
          file: file('conclude-measure'),
          find: 'if (member && hasLostObject(measure, member)) {',
          by: 'if (member && member.standing === "never") {',
        },
        {
          file: file('moves'),
          find: "if (!move || refusal === 'wrongStatus') throw wrongStanding(member);\n  if (refusal) throw new AppError(refusal);\n  return move;",
          by: "return move ?? ({ to: 'expelled' } as const);",
        },
      ],
      race,
    ));
});

describe('a resignation at the moment of a proposal', () => {
  async function race(world: World) {
    const officer = await world.staff('o-officer', 'liaisonOfficer');
    let who: Enrolled;
    return run(world, {
      calls: { service: 'database', collection: 'members' },
      interruptions: 1,
      prepare: async () => {
        who = await newMember(world);
      },
      actors: {
        A: (tag) => who.phone.call('membership.resign', { memberId: who.id, dataChoice: 'keep' }, { tag }),
        B: (tag) => officer.call('membership.proposeMeasure', { ...seen(world, who.id), ...grounds, kind: 'suspend' }, { tag }),
      },
      check: async () => {
        await world.settle();
        const live = world.cloud.emulator.database.documents('measures').filter(({ live: key }) => key === `${who.id}.suspend`);
        expect(live).toEqual([]);
        expect(stored(world, who.id).standing).toBe('resigned');
      },
    });
  }

  test('leaves no measure under way about somebody who has left', async () => {
    await held(race, [patient]);
  });

  test('without the measure being looked at again it does: the guard is what holds', () =>
    isLost(
      [
        patient,
        {
          file: file('reactions'),
          find: 'mergedReactions(agenda, lapsing, telling, lines)',
          by: 'mergedReactions(agenda, telling, lines)',
        },
      ],
      race,
    ));
});

describe('two measures of one kind proposed at once', () => {
  async function race(world: World) {
    const [first, second] = [await world.staff('o-first', 'liaisonOfficer'), await world.staff('o-other', 'secondReviewer')];
    let who: Enrolled;
    const input = () => ({ ...seen(world, who.id), ...grounds, kind: 'suspend' }) as const;
    return run(world, {
      calls: { service: 'database', collection: 'measures' },
      prepare: async () => {
        who = await newMember(world);
      },
      actors: {
        A: (tag) => first.call('membership.proposeMeasure', input(), { tag }),
        B: (tag) => second.call('membership.proposeMeasure', input(), { tag }),
      },
      check: (results) => expect(outcomes(results)).toEqual(['ok', 'wrongStatus']),
    });
  }

  test('are one', async () => {
    await held(race, [patient]);
  });

  test('without the key that is taken they are two: the guard is what holds', () =>
    isLost([patient, { file: file('propose-measure'), find: 'live: `${member._id}.${kind}`,', by: 'live: newId(),' }], race));
});
