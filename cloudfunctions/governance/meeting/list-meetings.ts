import { governance } from '../../../shared/governance/endpoints';
import { page } from '../../platform/cursor';
import { useCase } from '../../platform/use-case';
import { meetings } from '../meetings';

/** Meetings, those to come and in session first, then the newest; twenty a page. */
export const listMeetings = useCase(governance.meetings, {
  async run({ input, db, actor }) {
    const { rows, next } = await page(db, meetings, { where: {}, order: [['listed', 'desc']], limit: 20 }, input.cursor);
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
    return { rows: summaries, next, can: { plan: actor.may('meeting.manage') } };
  },
});
