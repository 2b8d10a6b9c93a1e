import { idOf } from './canonical';
import { log } from './log';
import { addOnce, caller, database } from './sdk';
import { isForeign } from './timers';

export type MediaVerdict = 'pass' | 'review' | 'risky';

/** WeChat's message about a picture it was asked to check: comes late, twice or never. */
interface MediaCheckMessage {
  readonly Event?: unknown;
  readonly trace_id?: unknown;
  readonly result?: { readonly suggest?: unknown };
}

const isVerdict = (value: unknown): value is MediaVerdict => value === 'pass' || value === 'review' || value === 'risky';

/** What WeChat found for a check that was asked for; undefined while it has not answered. */
export async function mediaVerdict(traceId: string): Promise<MediaVerdict | undefined> {
  const { data } = await database.collection('mediaChecks').doc(idOf('mediaCheck', traceId)).get();
  return isVerdict(data?.verdict) ? data.verdict : undefined;
}

/**
 * Entry point of the function that WeChat pushes messages to. The first verdict of a check is kept; any other message is
 * thanked for and dropped.
 */
export async function servePush(message: MediaCheckMessage): Promise<'success'> {
  const { Event, trace_id: traceId, result } = message ?? {};
  if (isForeign(caller())) {
    log({ event: 'push.refused' });
  } else if (Event === 'wxa_media_check' && typeof traceId === 'string' && isVerdict(result?.suggest)) {
    await addOnce('mediaChecks', { _id: idOf('mediaCheck', traceId), verdict: result.suggest, at: new Date() });
  }
  return 'success';
}
