import { registration as endpoints } from '../../shared/registration/endpoints';
import { useCase } from '../platform/use-case';
import { presentRegistration, registrations } from './registrations';
import { readSeats } from './seats';

/** The person's newest registration for something, with the place in line. */
export const mine = useCase(endpoints.mine, {
  async run({ actor, input, db }) {
    const where = { account: actor.id, offering: input.offeringId };
    const [latest] = await db.find(registrations, { where, order: [['at', 'desc']], limit: 1 });
    if (!latest) return null;
    return presentRegistration(latest, latest.state === 'waiting' ? await readSeats(latest.offering) : undefined);
  },
});
