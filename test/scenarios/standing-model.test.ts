import * as fc from 'fast-check';
import { type Standing, standings } from '../../shared/membership/standing';
import type { Phone, Refusal } from '../support/cloud';
import { conclude, type Enrolled, enrolMembers, grounds, measure, seen, stored, verified } from '../support/membership/standing';
import { openWorld, type World } from '../support/membership/world';

/** What may follow from what, written down apart from the program; what is not here is refused. */
const model: Readonly<Record<string, Readonly<Partial<Record<Standing, Standing>>>>> = {
  warn: { active: 'warned' },
  liftWarning: { warned: 'active' },
  resign: { active: 'resigned', warned: 'resigned', suspended: 'resigned' },
  recordDeath: {
    active: 'deceased',
    warned: 'deceased',
    suspended: 'deceased',
    deemedResigned: 'deceased',
    expelled: 'deceased',
  },
  transferOut: { active: 'transferred', warned: 'transferred' },
  suspend: { active: 'suspended', warned: 'suspended' },
  expel: { active: 'expelled', warned: 'expelled', suspended: 'expelled' },
  reinstate: { suspended: 'active' },
};
const actions = Object.keys(model);
const inForce = (standing: Standing) => standing === 'active' || standing === 'warned';

let world: World;
let officer: Phone;
beforeAll(async () => {
  world = await openWorld();
  officer = await world.staff('o-officer', 'liaisonOfficer');
});
afterAll(() => world.close());

/** Tries one action; a measure is proposed and, if that is possible, carried. */
async function attempt(who: Enrolled, action: string): Promise<void> {
  const at = seen(world, who.id);
  switch (action) {
    case 'warn':
      return void (await officer.call('membership.warnMember', { ...at, ...grounds }));
    case 'liftWarning':
      return void (await officer.call('membership.liftWarning', { ...at, ...grounds }));
    case 'resign':
      return void (await who.phone.call('membership.resign', { memberId: who.id, dataChoice: 'keep' }));
    case 'recordDeath':
      return void (await officer.call('membership.recordDeath', { ...at, diedOn: '2026-11-01', evidence: '证明' }));
    case 'transferOut':
      return void (await officer.call('membership.transferOut', { ...at, ...grounds, to: '外省慈善总会' }));
    default: {
      const kind = action as 'suspend' | 'expel' | 'reinstate';
      const { measureId } = await officer.call('membership.proposeMeasure', { ...at, ...grounds, kind });
      await conclude(world, measureId, 'passed');
      expect(measure(world, measureId)).toMatchObject({ state: 'decided', live: measureId });
    }
  }
}

const codeOf = (call: Promise<void>) =>
  call.then(
    () => 'ok',
    (error: Refusal) => error.code,
  );

/** Does what the model says, or refuses and changes nothing; standing, certificate and history agree. */
async function step(who: Enrolled, action: string, entries: number): Promise<number> {
  const before = stored(world, who.id);
  // Whoever was enrolled as expelled has been so for years.
  const longAgo = before.standing === 'expelled' && entries === 1;
  const expected = action === 'reinstate' && longAgo ? 'active' : model[action]?.[before.standing];
  const code = await codeOf(attempt(who, action));
  const after = stored(world, who.id);
  // Resigning twice is one resignation.
  if (expected === undefined && !(action === 'resign' && before.standing === 'resigned')) {
    // Without access any more, the member is a stranger to the record.
    expect(['wrongStatus', 'notFound']).toContain(code);
    expect(after.version).toBe(before.version);
  } else expect(code).toBe('ok');
  expect(after.standing).toBe(expected ?? before.standing);
  const history = (after as unknown as { standingHistory: readonly unknown[] }).standingHistory;
  expect(history).toHaveLength(entries + (expected === undefined ? 0 : 1));
  expect((await verified(world, who.token)).status).toBe(inForce(after.standing) ? 'inForce' : 'notInForce');
  return history.length;
}

test.each(standings)('from %s every move goes where the model says, or nowhere', async (standing) => {
  const enrolled = await enrolMembers(world, actions.length, { standing });
  for (const [index, action] of actions.entries()) await step(enrolled[index] as Enrolled, action, 1);
});

test('any sequence of moves ends where the model ends', async () => {
  const runs = process.env.SOAK ? 60 : 8;
  const waiting = [...(await enrolMembers(world, runs + 4))];
  await fc.assert(
    fc.asyncProperty(fc.array(fc.constantFrom(...actions), { minLength: 5, maxLength: 9 }), async (sequence) => {
      const who = waiting.pop();
      if (!who) return;
      let entries = 1;
      for (const action of sequence) entries = await step(who, action, entries);
    }),
    { seed: 20261122, numRuns: runs, endOnFailure: true },
  );
});
