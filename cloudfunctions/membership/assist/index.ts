import { pages } from '../../../shared/pages';
import { dueChange } from '../../platform/reactions';
import type { Reaction, ServedContext } from '../../platform/types';
import { attachSignedPaper } from './attach-signed-paper';
import { listAssisted } from './list-assisted';
import { saveGuardian } from './save-guardian';
import { startAssisted } from './start-assisted';

/** What came back for correction waits for the officer who entered it; the person has no inbox. */
const correction = (opens: boolean): Reaction =>
  dueChange('correctAssisted', ({ event }) => {
    const { application, enteredBy, reference } = event;
    if (typeof application !== 'string' || typeof enteredBy !== 'string') return [];
    const key = `correctAssisted:${application}`;
    if (!opens) return [{ key, close: true }];
    const page = pages.assisted(application);
    const line = { queue: `account:${enteredBy}`, city: null, kind: 'correctAssisted', record: application, page, dueAt: null };
    return [{ key, open: { ...line, reference: String(reference ?? '') } }];
  });

/** 代办: what an officer enters for somebody who comes to the desk. */
export const assistArea: ServedContext = {
  useCases: [startAssisted, saveGuardian, attachSignedPaper, listAssisted],
  reactions: {
    'application.returned': [correction(true)],
    'application.resubmitted': [correction(false)],
    'application.withdrawn': [correction(false)],
  },
};
