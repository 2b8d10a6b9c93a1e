import { governance } from '../../../shared/governance/endpoints';
import { AppError } from '../../platform/errors';
import { useCase } from '../../platform/use-case';
import { meetings } from '../meetings';
import { opensPapers } from '../policies';

/** A short-lived address of a paper, for the holders of its seats and the secretary. */
export const paper = useCase(governance.paper, {
  async run({ input, actor, db, files }) {
    const meeting = await db.get(meetings, input.meetingId, opensPapers(actor));
    const found = meeting?.notices.flatMap(({ papers }) => papers).find(({ id }) => id === input.paperId);
    const [url] = found ? await files.urls([found.file]) : [];
    if (url === undefined) throw new AppError('notFound');
    return { url };
  },
});
