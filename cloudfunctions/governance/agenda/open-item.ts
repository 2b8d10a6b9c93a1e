import { governance } from '../../../shared/governance/endpoints';
import { useCase } from '../../platform/use-case';
import { agendaItems, assertInSession, itemOf, movedItem } from '../agenda-items';

/** Opens the vote on an item. `version` is the item's. */
export const openItem = useCase(governance.openItem, {
  journal: (input) => ({ aggregate: `agendaItems:${input.itemId}`, action: 'agendaItem.open' }),
  async run({ input, tx }) {
    const { meeting, item } = await itemOf(tx, input.meetingId, input.itemId);
    assertInSession(meeting);
    const { version } = await tx.replace(agendaItems, movedItem(item, 'open'), { expecting: input.version });
    return { id: item._id, version };
  },
});
