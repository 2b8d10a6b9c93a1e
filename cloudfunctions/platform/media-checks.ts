import { idOf } from './canonical';
import { log } from './log';
import { addOnce, caller } from './sdk';
import { isForeign } from './timers';

type MediaVerdict = 'pass' | 'review' | 'risky';

/** WeChat's message about a picture it was asked to check: comes late, twice or never. */
interface MediaCheckMessage {
  readonly Event?: unknown;
  readonly trace_id?: unknown;
  readonly result?: { readonly suggest?: unknown };
}

const isVerdict = (value: unknown): value is MediaVerdict => value === 'pass' || value === 'review' || value === 'risky';

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
