import { membership } from '../../../shared/membership/endpoints';
import { AppError } from '../../platform/errors';
import type { WriteContext } from '../../platform/types';
import { useCase } from '../../platform/use-case';
import { type AgendaEntry, type Application, applications, isEnded } from '../applications';
import { moved, store } from '../moves';

type Context = WriteContext<typeof membership.followAgenda>;

/**
 * Follows the agenda: the application waits for the meeting whose item names it, on the date the meeting has now. An item that
 * was taken off stays off, so that it does not matter in which order the events arrive.
 */
export const followAgenda = useCase(membership.followAgenda, {
  journal: (input) => ({ aggregate: `applications:${input.applicationId}`, action: `application.${input.action}` }),
  async run(context) {
    const { input, tx } = context;
    const application = await tx.get(applications, input.applicationId);
    if (!application) throw new AppError('notFound');
    const known = application.agenda.find(({ item }) => item === input.itemId);
    if (isEnded(application) || (known && (!known.on || input.action === 'schedule'))) return { state: application.state };
    const entry = entryOf(input);
    const followed = withEntry(application, entry, context);
    const changed = followed.state !== application.state;
    const event = changed && entry.on ? 'schedule' : input.action;
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

const entryOf = ({ itemId, meetingId, meetingTitle, meetingAt, action }: Context['input']): AgendaEntry => ({
  item: itemId,
  meeting: meetingId,
  title: meetingTitle,
  at: new Date(meetingAt),
  on: action !== 'unschedule',
});

/** The application with the news of one item; it is on the agenda while any item says so. */
function withEntry(application: Application, entry: AgendaEntry, context: Context): Application {
  const agenda = [...application.agenda.filter(({ item }) => item !== entry.item), entry];
  const scheduled = agenda.some(({ on }) => on);
  if (scheduled && application.state === 'awaitingMeeting') return moved(application, 'schedule', context, { agenda });
  if (!scheduled && application.state === 'onAgenda') return moved(application, 'unschedule', context, { agenda });
  return { ...application, agenda };
}
