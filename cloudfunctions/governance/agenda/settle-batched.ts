import { governance } from '../../../shared/governance/endpoints';
import { useCase } from '../../platform/use-case';
import { agendaItems, movedItem } from '../agenda-items';

/** Closes an application's own record once its batch is decided: from then on it may come before another meeting. */
export const settleBatched = useCase(governance.settleBatched, {
  journal: (input) => ({ aggregate: `agendaItems:${input.itemId}`, action: 'agendaItem.settle' }),
  async run({ input, tx }) {
    const item = await tx.get(agendaItems, input.itemId);
    if (item?.state !== 'pending' || item.batch === undefined) return { settled: false };
    const batch = await tx.get(agendaItems, item.batch);
    if (batch?.state !== 'decided') return { settled: false };
    await tx.replace(agendaItems, movedItem(item, 'settle'), { expecting: item.version });
    return { settled: true };
  },
});
