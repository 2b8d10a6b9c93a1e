import { membership } from '../../../shared/membership/endpoints';
import { AppError } from '../../platform/errors';
import type { WriteContext } from '../../platform/types';
import { useCase } from '../../platform/use-case';
import { type AgendaEntry, meetingIn, withNews } from '../agenda-entries';
import { type Application, applications, isEnded } from '../applications';
import { moved, store } from '../moves';

type Context = WriteContext<typeof membership.followAgenda>;

/** Follows the agenda: the application waits for the meeting whose item names it, on the date the meeting has now. */
export const followAgenda = useCase(membership.followAgenda, {
  journal: (input) => ({ aggregate: `applications:${input.applicationId}`, action: `application.${input.action}` }),
  async run(context) {
    const { input, tx } = context;
    const application = await tx.get(applications, input.applicationId);
    if (!application) throw new AppError('notFound');
    const agenda = isEnded(application) ? undefined : withNews(application.agenda, input);
    if (!agenda) return { state: application.state };
    const followed = withAgenda(application, agenda, context);
    const changed = followed.state !== application.state;
    const event = changed && meetingIn(agenda) ? 'schedule' : input.action;
    // Another date is told, another item of the same application is not.
    if (!changed && input.action !== 'reschedule') {
      await tx.replace(applications, followed, { expecting: application.version });
      return { state: followed.state };
    }
    const { meetingId, meetingTitle, meetingAt } = input;
    await store(tx, followed, `application.${event}d`, { meeting: meetingId, meetingTitle, meetingAt });
    return { state: followed.state };
  },
});

/** It is on the agenda while any item says so. */
function withAgenda(application: Application, agenda: readonly AgendaEntry[], context: Context): Application {
  const scheduled = meetingIn(agenda) !== undefined;
  if (scheduled && application.state === 'awaitingMeeting') return moved(application, 'schedule', context, { agenda });
  if (!scheduled && application.state === 'onAgenda') return moved(application, 'unschedule', context, { agenda });
  return { ...application, agenda };
}
