import { system } from '../../platform/actor';
import { execute } from '../../platform/command';
import { Keyring } from '../../platform/keyring';
import { logFailure } from '../../platform/log';
import { DatabaseReader } from '../../platform/reader';
import { members } from '../members';
import { applyPlannedMove } from './apply-planned-move';

/** The timer stops taking members after this time, in ms: its function is given 60 s. */
const budget = 40_000;

/** The timer's part of standing: moves whose day has come, a hundred at a time, each exactly once. */
export async function makePlannedMoves(): Promise<{ readonly made: number; readonly failed: number }> {
  const started = performance.now();
  const db = new DatabaseReader(new Keyring());
  const where = { plannedFor: { lte: new Date() } };
  const waiting = await db.find(members, { where, order: [['plannedFor', 'asc']], limit: 100 });
  let [made, failed] = [0, 0];
  for (const { _id, plannedFor } of waiting) {
    if (performance.now() - started > budget || !plannedFor) break;
    const input = { memberId: _id, effectiveAt: plannedFor.toISOString() };
    try {
      await execute({
        useCase: applyPlannedMove,
        input,
        person: system,
        requestId: `plannedMove-${_id}-${plannedFor.getTime()}`,
      });
      made += 1;
    } catch (error) {
      failed += 1;
      logFailure(error, { event: 'plannedMove.failed' });
    }
  }
  return { made, failed };
}
