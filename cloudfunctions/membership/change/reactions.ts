import { pages } from '../../../shared/pages';
import { system } from '../../platform/actor';
import { idOf } from '../../platform/canonical';
import { execute } from '../../platform/command';
import type { DueChange } from '../../platform/due';
import type { InboxEntry } from '../../platform/inbox';
import { command, dueChange, inboxEntry } from '../../platform/reactions';
import type { Happening, Reaction } from '../../platform/types';
import { latestOf } from '../application/held';
import { removeReplaced } from '../application/remove-replaced';
import { isEnded } from '../applications';
import { endApplication } from './end-application';
import { eraseRest } from './erase-record';
import { followPublished } from './follow-minutes';
import { forgetRecord, nextToForget } from './forget-record';

const text = ({ event }: Happening, field: string) => String(event[field] ?? '');

/** One entry in the inbox of the account that an event names. */
const tell = (name: string, account: string, kind: (happening: Happening) => string, page = pages.myMember()): Reaction =>
  inboxEntry(name, (happening): readonly InboxEntry[] => {
    const reader = text(happening, account);
    const facts = { reference: text(happening, 'reference'), until: text(happening, 'until') };
    return reader === '' ? [] : [{ account: reader, kind: kind(happening), facts, page }];
  });

const line = (happening: Happening): string => `decideChange:${text(happening, 'change')}`;

const opened = dueChange('workbench', (happening): readonly DueChange[] => {
  const { by, not = [], dueAt } = happening.event;
  return [
    {
      key: line(happening),
      open: {
        queue: 'member.manage',
        city: text(happening, 'city'),
        kind: 'decideChange',
        record: text(happening, 'member'),
        reference: text(happening, 'reference'),
        page: pages.change(text(happening, 'change')),
        dueAt: new Date(String(dueAt)),
        not: [String(by), ...(not as readonly string[])],
      },
    },
  ];
});
const closed = dueChange('workbench', (happening): readonly DueChange[] => [{ key: line(happening), close: true }]);

/** Named after the record and its person, not the event: delivered twice, the event finds other records left the second time. */
const forgetNext: Reaction = {
  name: 'forgetNext',
  transacts: true,
  async deliver(happening, { db }) {
    const account = text(happening, 'account');
    const input = await nextToForget(db, account);
    if (!input) return undefined;
    const requestId = idOf('forget', input.record, input.id, account);
    return (await execute({ useCase: forgetRecord, input, person: system, requestId })).row;
  },
};

/** What follows from changes, withdrawn consents and closed accounts. */
export const changeReactions: Readonly<Record<string, readonly Reaction[]>> = {
  'change.requested': [opened, tell('tellMember', 'account', () => 'changeRequested')],
  'change.withdrawn': [closed],
  'change.decided': [
    closed,
    tell('tellMember', 'account', ({ event }) => (event.decision === 'approve' ? 'changeApproved' : 'changeRejected')),
  ],
  'member.representativeChanged': [
    tell('tellBefore', 'before', () => 'representativeLeft', pages.inbox()),
    tell('tellNew', 'account', () => 'representativeTaken'),
  ],
  'member.confirmationAsked': [tell('tellMember', 'account', () => 'confirmationAsked')],
  'application.draftExpiring': [tell('tellApplicant', 'owner', () => 'draftExpiring', pages.apply())],
  'consent.withdrawn': [
    command('endApplication', endApplication, async (happening, db) => {
      const application = await latestOf(db, text(happening, 'account'));
      return application && !isEnded(application) ? { applicationId: application._id } : undefined;
    }),
  ],
  'account.closed': [forgetNext],
  'person.recordForgotten': [forgetNext],
  'member.contentErased': [eraseRest, removeReplaced],
  'minutes.published': [followPublished],
};
