import { cloudFiles } from '../../platform/files';
import type { Reaction } from '../../platform/types';

/** Removes files that nothing refers to any more, once what replaced them is committed. */
export const removeReplaced: Reaction = {
  // The name of the time when only photographs were replaced: it is part of stored ids.
  name: 'removeReplacedPhoto',
  async deliver({ event }) {
    const gone = [event.file, ...(Array.isArray(event.files) ? event.files : [])].filter((file) => typeof file === 'string');
    if (gone.length > 0) await cloudFiles.remove(gone);
    return undefined;
  },
};
