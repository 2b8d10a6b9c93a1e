import type { New, WriteContext } from '../../platform/types';
import type { Application } from '../applications';
import { newReference } from '../references';

/** A draft with nothing in it, as it is stored first. */
export const newApplication = (
  { actor, now, newId }: Pick<WriteContext<never>, 'actor' | 'now' | 'newId'>,
  kind: Application['kind'],
  owner: string,
): New<Application> => ({
  _id: newId(),
  reference: newReference('SQ', now),
  kind,
  state: 'draft',
  owner,
  startedAt: now,
  updatedAt: now,
  consents: [],
  agenda: [],
  history: [{ action: 'start', at: now, by: actor.id }],
  form: {},
  notes: {},
});
