import * as z from 'zod/mini';
import { once } from '../../contract/endpoint';
import { Instant } from '../../schema';

/** An appeal against a rejection, and what came of it. */
export const Appeal = once(() =>
  z.object({
    reason: z.string(),
    at: Instant,
    /** Open until somebody decided. */
    outcome: z.nullable(z.enum(['upheld', 'dismissed'])),
    answer: z.nullable(z.string()),
    decidedAt: z.nullable(Instant),
  }),
);
