import { type Exploration, explore, type Scenario } from '../../../emulator/faults/explore';
import type { Replacement } from '../../../scripts/replace-once';
import type { Refusal } from '../cloud';
import type { Applicant, World } from './world';
import { openWorld } from './world';

type Parts = Pick<Scenario, 'calls' | 'prepare' | 'actors' | 'check'> & {
  /** How often an actor is interrupted, where what `prepare` makes is costly; default: two show nearly every race. */
  readonly interruptions?: number;
  /** Orders that are tried outside of the soak run. */
  readonly most?: number;
};

/** Runs the actors in the orders that are tried, each on what `prepare` makes anew; the soak run takes all orders. */
export const run = (world: World, { interruptions = 2, most = 12, ...parts }: Parts): Promise<Exploration> =>
  explore({ faults: world.cloud.emulator.faults, ...(process.env.SOAK ? {} : { interruptions, most }), ...parts });

/** Holds a race in a cloud of its own, perhaps with guards taken out. */
export async function held<T>(race: (world: World) => Promise<T>, without: readonly Replacement[] = []): Promise<T> {
  const world = await openWorld({ without });
  try {
    return await race(world);
  } finally {
    await world.close();
  }
}

/** The same race with a guard taken out must be lost in some order. */
export async function isLost(without: readonly Replacement[], race: (world: World) => Promise<unknown>): Promise<void> {
  await expect(held(race, without)).rejects.toThrow(/^in the order/);
}

/** Codes of the refused and `ok` of the others, sorted. */
export const outcomes = (results: Parameters<Scenario['check']>[0]): readonly string[] =>
  Object.values(results)
    .map((result) => (result.status === 'fulfilled' ? 'ok' : (result.reason as Refusal).code))
    .sort();

let people = 0;

/** An openid that no other person of this test has. */
export const newOpenid = (): string => `o-racer-${(people += 1)}`;

/** A new applicant with a finished form. */
export const newApplicant = (world: World, idNumber?: string): Promise<Applicant> =>
  world.applicant(newOpenid(), idNumber ? { identity: { idNumber } } : {});

/** Path of a source file of membership, for a replacement. */
export const file = (name: string): string => `cloudfunctions/membership/${name}.ts`;

const versionUnread = (visible: string): Replacement => ({
  file: file('moves'),
  find: `${visible});
  if (!application) throw new AppError('notFound');
  if (application.version !== version) throw new AppError('stale');`,
  by: `${visible});
  if (!application) throw new AppError('notFound');
  void version;`,
});

/** The applicant's own moves without the look at the version they saw. */
export const ownVersionUnread = versionUnread('isTheirs(actor, found)');

/** Officers' moves without the look at the version they saw. */
export const staffVersionUnread = versionUnread('staffSees(actor, found)');
