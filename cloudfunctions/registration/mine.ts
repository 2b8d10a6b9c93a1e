import { registration as endpoints } from '../../shared/registration/endpoints';
import { useCase } from '../platform/use-case';
import { newestOf, presentRegistration } from './registrations';
import { readSeats } from './seats';

/** The person's newest registration for something, with the place in line. */
export const mine = useCase(endpoints.mine, {
  async run({ actor, input, db }) {
    const newest = await newestOf(db, actor.id, input.offeringId);
    if (!newest) return null;
    return presentRegistration(newest, newest.state === 'waiting' ? await readSeats(newest.offering) : undefined);
  },
});
