import { idOf } from './canonical';
import { AppError } from './errors';
import { addOnce, caller, database, operators } from './sdk';
import type { Actor, ReadContext } from './types';

/** Calls a person may make at once, and how many more each second, in one warm instance. */
const burst = 300;
const perSecond = 20;
const remembered = 10_000;
const buckets = new Map<string, { tokens: number; at: number }>();

/**
 * The limit against floods: in the instance's memory, without a database call.
 *
 * @throws limit.exceeded
 */
export function checkFlood(who: string, at = performance.now()): void {
  const bucket = buckets.get(who) ?? { tokens: burst, at };
  bucket.tokens = Math.min(burst, bucket.tokens + ((at - bucket.at) / 1000) * perSecond) - 1;
  bucket.at = at;
  // The oldest first: a map keeps the order of insertion.
  buckets.delete(who);
  buckets.set(who, bucket);
  if (buckets.size > remembered) buckets.delete(buckets.keys().next().value as string);
  if (bucket.tokens < 0) {
    bucket.tokens = Math.max(bucket.tokens, -burst);
    throw new AppError('limit.exceeded');
  }
}

/** `limit` of a use case: counts the caller's calls under a name in a counter document per window of time. */
export function counted(actor: Actor): ReadContext<never>['limit'] {
  return async (name, { max, perSeconds }) => {
    if (actor.kind === 'system') return;
    const who = actor.openid || caller().ip;
    const now = Date.now();
    const window = Math.floor(now / (perSeconds * 1000));
    const id = idOf('limit', name, who, String(window));
    if (await countUp(id, max)) return;
    const expiresAt = new Date((window + 1) * perSeconds * 1000);
    const first = await addOnce('limits', { _id: id, count: 1, expiresAt });
    if (!first && !(await countUp(id, max))) throw new AppError('limit.exceeded');
  };
}

/** One conditional update decides, so that a thousand callers at once are counted exactly. */
async function countUp(id: string, max: number): Promise<boolean> {
  const below = database.collection('limits').where({ _id: id, count: operators.lt(max) });
  const { stats } = await below.update({ data: { count: operators.inc(1) } });
  return stats.updated > 0;
}
