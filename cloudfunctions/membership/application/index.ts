import { command } from '../../platform/reactions';
import type { JournalEvent, Reaction, ServedContext } from '../../platform/types';
import { type AgendaNews, newsIn } from '../agenda-entries';
import { appealApplication } from './appeal-application';
import { application } from './application';
import { attachFile, removeFile } from './attach-file';
import { attachPhoto } from './attach-photo';
import { concludeApplication } from './conclude-application';
import { entryConditions } from './entry-conditions';
import { followAgenda } from './follow-agenda';
import { listDisclosures } from './list-disclosures';
import { myApplication } from './my-application';
import { removeReplaced } from './remove-replaced';
import { saveDraft } from './save-draft';
import { startApplication } from './start-application';
import { submitApplication } from './submit-application';
import { withdrawApplication } from './withdraw-application';

const text = (event: JournalEvent, field: string) => String(event[field] ?? '');

/** Agendas also have measures and matters: those are about no application. */
const isOurs = ({ application: about }: JournalEvent) => about !== undefined;

const onAgenda = (action: AgendaNews['action']): Reaction =>
  command('followAgenda', followAgenda, ({ event }) =>
    isOurs(event) ? { applicationId: text(event, 'application'), ...newsIn(event, action) } : undefined,
  );

const onDecision: Reaction = command('concludeApplication', concludeApplication, ({ event }) =>
  isOurs(event)
    ? {
        applicationId: text(event, 'application'),
        itemId: text(event, 'item'),
        outcome: event.outcome === 'passed' ? ('passed' as const) : ('notPassed' as const),
        resolution: text(event, 'resolution'),
        decidedAt: text(event, 'decidedAt'),
      }
    : undefined,
);

/** What an applicant does, and what a meeting's decision means for an application. */
export const applicationArea: ServedContext = {
  useCases: [
    startApplication,
    saveDraft,
    attachPhoto,
    attachFile,
    removeFile,
    entryConditions,
    submitApplication,
    withdrawApplication,
    appealApplication,
    myApplication,
    application,
    listDisclosures,
    concludeApplication,
    followAgenda,
  ],
  reactions: {
    'agenda.scheduled': [onAgenda('schedule')],
    'agenda.unscheduled': [onAgenda('unschedule')],
    'agenda.rescheduled': [onAgenda('reschedule')],
    'agendaItem.decided': [onDecision],
    'file.replaced': [removeReplaced],
    // As it was called when only photographs were replaced; such events may still wait for delivery.
    'photo.replaced': [removeReplaced],
  },
};
