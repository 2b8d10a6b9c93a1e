import { account } from '../../shared/account/endpoints';
import { useCase } from '../platform/use-case';

/** Has the lines of everybody's workbench made anew from the journal; a timer does it within minutes. */
export const rebuildWorkbench = useCase(account.rebuildWorkbench, {
  journal: (_input, _output, actor) => ({ aggregate: `accounts:${actor.id}`, action: 'account.rebuildWorkbench' }),
  async run({ tx, now }) {
    tx.emit({ type: 'workbench.rebuildAsked' });
    return { askedAt: now.toISOString() };
  },
});
