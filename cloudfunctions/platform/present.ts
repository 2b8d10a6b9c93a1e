import * as z from 'zod/mini';
import type { Endpoint, OutputOf } from '../../shared/contract/endpoint';
import { PlainError } from './errors';

/**
 * The answer with the keys its output schema names and no other, at any depth. Idempotent, as a stored answer passes twice.
 *
 * @throws when the use case answered something else than its contract says
 */
export function present<E extends Endpoint>(endpoint: E, result: unknown): OutputOf<E> {
  const presented = z.safeParse(endpoint.output(), result);
  if (presented.success) return presented.data as OutputOf<E>;
  const where = presented.error.issues.map((issue) => issue.path.join('.')).join(', ');
  throw new PlainError(`${endpoint.name} answers against its contract: ${where}`);
}
