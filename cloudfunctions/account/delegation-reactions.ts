import { pages } from '../../shared/pages';
import { inboxEntry } from '../platform/reactions';
import type { Happening, Reaction } from '../platform/types';

const field = ({ event }: Happening, name: string) => String(event[name] ?? '');
const entry = (happening: Happening, account: string, kind: string, ...facts: readonly string[]) => ({
  account,
  kind,
  facts: Object.fromEntries(facts.map((name) => [name, field(happening, name)])),
  page: pages.delegation(),
});

/** The other of the two learns that a delegation was given or ended. */
export const delegationReactions: Readonly<Record<string, readonly Reaction[]>> = {
  'delegation.given': [
    inboxEntry('tellStandIn', (happening) => [
      entry(happening, field(happening, 'to'), 'delegationReceived', 'beginsAt', 'endsAt'),
    ]),
  ],
  'delegation.ended': [inboxEntry('tellOther', (happening) => [entry(happening, field(happening, 'other'), 'delegationEnded')])],
};
