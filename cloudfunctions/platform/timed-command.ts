import type { Endpoint, InputOf } from '../../shared/contract/endpoint';
import { system } from './actor';
import { idOf } from './canonical';
import { execute } from './command';
import { AppError } from './errors';
import { logFailure } from './log';
import type { UseCase } from './types';

/**
 * Runs a write as the system because its time has come. `occasion` names what it is done for, so that the same occasion is
 * served once; the timer of deliveries brings what follows from it.
 *
 * @returns false when it could not be done now: the timer finds it again
 */
export async function timedCommand<E extends Endpoint>(
  useCase: UseCase<E>,
  input: InputOf<E>,
  occasion: readonly string[],
): Promise<boolean> {
  try {
    await execute({ useCase, input, person: system, requestId: idOf('timed', useCase.endpoint.name, ...occasion) });
    return true;
  } catch (error) {
    const code = error instanceof AppError ? error.code : 'internal';
    logFailure(error, { event: 'timed.failed', endpoint: useCase.endpoint.name, code });
    return false;
  }
}
