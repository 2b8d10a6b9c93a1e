import { account } from '../../shared/account/endpoints';
import type { OwnApplication } from '../membership';
import { ownApplication } from '../membership';
import { accounts } from '../platform/accounts';
import type { Actor, Reader } from '../platform/types';
import { useCase } from '../platform/use-case';
import { isStaff } from './grants';
import { unreadOf } from './list-inbox';
import { memberCard, membershipsOf } from './member-card';
import { waitingFor } from './queues';

/** Everything the home page shows. */
export const home = useCase(account.home, {
  async run({ db, actor }) {
    const [application, forUnit, { own, units }, unread, due, staffName] = await Promise.all([
      // Once admitted, the membership stands in the place of the application.
      actor.memberId === undefined ? ownApplication(db, actor.id, 'individual') : undefined,
      ownApplication(db, actor.id, 'unit'),
      membershipsOf(db, actor),
      unreadOf(db, actor.id),
      isStaff(actor.grants) ? waitingFor(db, actor) : undefined,
      nameOfStaff(db, actor),
    ]);
    return {
      name: own?.name ?? staffName ?? application?.name ?? null,
      application: application && !own ? applicationCard(application) : null,
      unitApplication: forUnit && forUnit.state !== 'admitted' ? { ...applicationCard(forUnit), name: forUnit.name } : null,
      member: own ? memberCard(own) : null,
      units: units.map(memberCard),
      unread,
      withdrawn: [...actor.withdrawn],
      due: due?.lines.length ?? null,
      dueCapped: due?.capped ?? false,
    };
  },
});

/** Only staff are called by the name of their account; reading it for everybody would cost each of them a call. */
async function nameOfStaff(db: Reader, actor: Actor): Promise<string | undefined> {
  if (!isStaff(actor.grants) || actor.memberId !== undefined) return undefined;
  return (await db.get(accounts, actor.id))?.name;
}

function applicationCard({ id, reference, state, done, of, meetingAt, meetingTitle }: OwnApplication) {
  return { id, reference, state, done, of, meetingAt: meetingAt?.toISOString() ?? null, meetingTitle };
}
