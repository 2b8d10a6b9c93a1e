import { governance } from '../../../shared/governance/endpoints';
import { page } from '../../platform/cursor';
import { useCase } from '../../platform/use-case';
import { lateBodies } from '../body/list-bodies';
import { meetings } from '../meetings';

/** Meetings, those to come and in session first, then the newest; twenty a page, the first with the bodies that should have met. */
export const listMeetings = useCase(governance.meetings, {
  async run({ input, db, actor, now }) {
    const listed = page(db, meetings, { where: {}, order: [['listed', 'desc']], limit: 20 }, input.cursor);
    const [{ rows, next }, late] = await Promise.all([listed, input.cursor ? [] : lateBodies(db, now)]);
    const summaries = rows.map(({ _id, body, title, at, place, mode, state, agenda }) => ({
      id: _id,
      body,
      title,
      at: at.toISOString(),
      place,
      mode,
      state,
      items: agenda.length,
    }));
    return { rows: summaries, late, next, can: { plan: actor.may('meeting.manage') } };
  },
});
