import type { RegistrationView } from '../../shared/registration/endpoints';
import type { Actor, Reader } from '../platform/types';
import { newestOf, presentRegistration } from './registrations';
import { readSeats } from './seats';

/** What an offering's page shows of its registration. Two database calls. */
export async function registrationOf(
  db: Reader,
  actor: Pick<Actor, 'id'>,
  offering: string,
  capacity: number,
): Promise<{ readonly mine: RegistrationView | null; readonly free: number; readonly waiting: number }> {
  const [seats, newest] = await Promise.all([readSeats(offering), newestOf(db, actor.id, offering)]);
  return {
    mine: newest ? presentRegistration(newest, seats) : null,
    free: seats?.free ?? capacity,
    waiting: seats?.line.length ?? 0,
  };
}
