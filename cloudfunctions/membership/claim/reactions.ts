import { endOfWorkingDay } from '../../../shared/dates';
import { pages } from '../../../shared/pages';
import { calendar } from '../../../shared/rules/calendar';
import { claimWorkingDays } from '../../../shared/rules/rules';
import { dueChange, inboxEntry } from '../../platform/reactions';
import type { Happening, Reaction } from '../../platform/types';
import { rulesOf } from '../../rules';

const text = ({ event }: Happening, field: string) => String(event[field] ?? '');
const lineOf = (happening: Happening) => `confirmClaim:${text(happening, 'claim')}`;

const open = dueChange('workbench', async (happening, db) => {
  const rule = await rulesOf(db, happening.at);
  const dueAt = endOfWorkingDay(happening.at, rule(claimWorkingDays).value, rule(calendar).value);
  return [
    {
      key: lineOf(happening),
      open: {
        queue: 'member.manage',
        city: text(happening, 'city') || null,
        kind: 'confirmClaim',
        record: text(happening, 'claim'),
        reference: text(happening, 'reference'),
        page: pages.claim(text(happening, 'claim')),
        dueAt,
        // Nobody confirms their own.
        not: [text(happening, 'owner')],
      },
    },
  ];
});

const close = dueChange('workbench', (happening) => [{ key: lineOf(happening), close: true }]);

const tellClaimant = (kind: string, page: (happening: Happening) => string) =>
  inboxEntry('tellClaimant', (happening) => [
    { account: text(happening, 'owner'), kind, facts: { reference: text(happening, 'reference') }, page: page(happening) },
  ]);

/** A unit's is named: the claimant may have one of their own. */
const certificateOf = (happening: Happening) =>
  pages.certificate(text(happening, 'kind') === 'unit' ? text(happening, 'member') : undefined);

/** Whoever held the record until now hears of it, and how to object; their account can no longer open it. */
const tellReplaced = inboxEntry('tellReplaced', (happening) => {
  const account = text(happening, 'replaced');
  return account === '' ? [] : [{ account, kind: 'memberRebound', facts: {}, page: '' }];
});

/** What follows from a claim: a line for the officers, and word to those concerned. */
export const claimReactions: Readonly<Record<string, readonly Reaction[]>> = {
  'claim.opened': [open, tellClaimant('claimReceived', pages.claimRecord)],
  'claim.confirmed': [close, tellClaimant('claimConfirmed', certificateOf), tellReplaced],
  'claim.rejected': [close, tellClaimant('claimRejected', pages.claimRecord)],
};
