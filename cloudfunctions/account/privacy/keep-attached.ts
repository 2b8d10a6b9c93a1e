import type { Reaction } from '../../platform/types';
import { passUploads } from '../../platform/uploads';

/** A file that became part of a record is no longer swept, and goes with that record, whoever uploaded it. */
export const keepAttached: Reaction = {
  name: 'keepAttached',
  async deliver({ event }) {
    const path = String(event.file).replace(/^cloud:\/\/[^/]+\//, '');
    await passUploads([path], String(event.of));
    return undefined;
  },
};
