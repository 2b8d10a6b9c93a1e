import { pages } from '../../shared/pages';
import { ruleOfKey } from '../../shared/rules/all';
import { dueChange, inboxEntry } from '../platform/reactions';
import type { Happening, Reaction } from '../platform/types';
import { approveBefore } from './times';

const field = ({ event }: Happening, name: string) => String(event[name] ?? '');
const line = (happening: Happening) => `approveRule:${field(happening, 'proposal')}`;
const titleOf = (happening: Happening) => ruleOfKey(field(happening, 'rule'))?.title ?? field(happening, 'rule');

const close = dueChange('closeLine', (happening) => [{ key: line(happening), close: true }]);

/** The proposer learns what became of it. */
const tell = (kind: string) =>
  inboxEntry('tellProposer', (happening) => [
    {
      account: field(happening, 'by'),
      kind,
      facts: { rule: titleOf(happening), effectiveFrom: field(happening, 'effectiveFrom') },
      page: pages.rule(field(happening, 'rule')),
    },
  ]);

/** Every proposal waits in the workbench of those who may approve it, its proposer left out. */
export const ruleReactions: Readonly<Record<string, readonly Reaction[]>> = {
  'rule.proposed': [
    dueChange('openLine', (happening) => [
      {
        key: line(happening),
        open: {
          queue: 'rule.approve',
          city: null,
          kind: 'approveRule',
          record: field(happening, 'proposal'),
          reference: titleOf(happening),
          page: pages.rule(field(happening, 'rule')),
          dueAt: approveBefore(field(happening, 'effectiveFrom')),
          not: [field(happening, 'by')],
        },
      },
    ]),
  ],
  'rule.approved': [close, tell('ruleApproved')],
  'rule.rejected': [close, tell('ruleRejected')],
  'rule.withdrawn': [close],
};
