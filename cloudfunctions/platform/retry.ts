import { isConflict, isDuplicate } from './database-errors';
import { AppError } from './errors';
import { Conflict, Duplicate } from './transaction';

/** Times a transaction is tried before the person is told that it is busy. */
export const attempts = 8;

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** Full jitter: between nothing and 20 ms doubled with each attempt, never above 800 ms. */
const backoff = (attempt: number) => Math.random() * Math.min(800, 20 * 2 ** attempt);

/** The commit's answer was lost: whether it happened shows by the journal row that the next attempt looks for first. */
export class CommitUnknown extends Error {}

/**
 * Repeats a whole transaction while it meets others, at most eight times, then answers `busy`. The SDK does not repeat by
 * itself: it loses the code of a conflict that a write reports.
 */
export async function retrying<T>(attempt: (count: number) => Promise<T>): Promise<T> {
  let duplicates = 0;
  for (let count = 0; count < attempts; count += 1) {
    try {
      return await attempt(count);
    } catch (error) {
      if (error instanceof Duplicate && ++duplicates > 1) throw error.refusal;
      if (!mayRepeat(error)) throw error;
    }
    await pause(backoff(count));
  }
  throw new AppError('busy');
}

const mayRepeat = (error: unknown) =>
  error instanceof Conflict ||
  error instanceof Duplicate ||
  error instanceof CommitUnknown ||
  isConflict(error) ||
  isDuplicate(error);
