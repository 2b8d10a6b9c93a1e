import type { ErrorCode } from '../../shared/contract/errors';
import { idOf } from './canonical';
import { logFailure } from './log';
import { addOnce, database, operators } from './sdk';
import type { Actor } from './types';

/**
 * Notes that somebody was refused: one row per actor, endpoint and hour, with a count. Never keeps the refusal from being
 * answered.
 */
export async function noteRefusal(actor: Actor, endpoint: string, code: ErrorCode, now: Date): Promise<void> {
  const hour = now.toISOString().slice(0, 13);
  const _id = idOf('refusal', actor.openid, endpoint, hour);
  try {
    if (await countUp(_id, code, now)) return;
    const first = { _id, actor: actor.id, endpoint, code, hour, count: 1, firstAt: now, lastAt: now };
    if (!(await addOnce('refusals', first))) await countUp(_id, code, now);
  } catch (error) {
    logFailure(error, { event: 'refusal.unrecorded', endpoint, code });
  }
}

async function countUp(id: string, code: ErrorCode, now: Date): Promise<boolean> {
  const { stats } = await database
    .collection('refusals')
    .doc(id)
    .update({ data: { count: operators.inc(1), code, lastAt: now } });
  return stats.updated > 0;
}
