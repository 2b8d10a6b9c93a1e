import type { RegistrationView } from '../../shared/registration/endpoints';
import type { Actor, Reader } from '../platform/types';
import { presentRegistration, registrations } from './registrations';
import { readSeats } from './seats';

/** What an offering's page shows of its registration. Two database calls. */
export async function registrationOf(
  db: Reader,
  actor: Pick<Actor, 'id'>,
  offering: string,
  capacity: number,
): Promise<{ readonly mine: RegistrationView | null; readonly free: number; readonly waiting: number }> {
  const where = { account: actor.id, offering };
  const [seats, [latest]] = await Promise.all([
    readSeats(offering),
    db.find(registrations, { where, order: [['at', 'desc']], limit: 1 }),
  ]);
  return {
    mine: latest ? presentRegistration(latest, seats) : null,
    free: seats?.free ?? capacity,
    waiting: seats?.line.length ?? 0,
  };
}
