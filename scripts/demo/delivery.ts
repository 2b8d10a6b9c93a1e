import type { Emulator } from '../../emulator';

/** A round delivers a hundred rows; what failed once comes a round later. */
const rounds = 30;

const waits = (emulator: Emulator) => emulator.database.documents('journal').some(({ state }) => state === 'pending');

/** On a busy machine a request leaves what follows from it to the timer: it runs between the scenes, as it does in the cloud. */
export async function deliverDue(emulator: Emulator): Promise<void> {
  for (let round = 0; round < 3 && waits(emulator); round += 1) await emulator.timers.fire('jobs', 'deliver');
}

/** Lets everything that follows from the story happen, however long it takes; the clock goes on meanwhile. */
export async function deliverAll(emulator: Emulator): Promise<void> {
  for (let round = 0; waits(emulator); round += 1) {
    if (round === rounds) throw new Error('the demonstration does not come to rest: reactions keep failing');
    await emulator.clock.advance(60_000);
    await emulator.timers.fire('jobs', 'deliver');
  }
}
