import { closeAnchor } from '../platform/close-anchor';
import { deliverPending } from '../platform/delivery';
import { wakeLines } from '../platform/due';
import { sweepPlatform } from '../platform/housekeeping';
import { reactionsOf } from '../platform/reactions';
import { rebuildDue } from '../platform/rebuild-due';
import { serveTimers, type Timer } from '../platform/timers';
import type { ServedContext } from '../platform/types';

/**
 * Entry point of the timers. `contexts` are all there are: here the reactions of every event are finished. `chores` are the timers
 * of single contexts.
 */
export function serveJobs(contexts: readonly ServedContext[], chores: Readonly<Record<string, Timer>> = {}) {
  const reactions = reactionsOf(contexts);
  return serveTimers({
    ...chores,
    deliver: () => deliverPending(reactions),
    anchor: () => closeAnchor(new Date()),
    rebuildDue: () => rebuildDue(reactions),
    wakeLines: async () => ({ lines: await wakeLines(new Date()) }),
    sweep: () => sweepPlatform(new Date()),
  });
}
