import { account } from '../../shared/account/endpoints';
import { useCase } from '../platform/use-case';

/** Notes that WeChat's dialog was accepted; the ledger that messages draw on follows from the event. */
export const recordAcceptance = useCase(account.recordAcceptance, {
  journal: (_input, _output, actor) => ({ aggregate: `accounts:${actor.id}`, action: 'account.acceptMessages' }),
  async run({ input, actor, tx }) {
    const templates = [...new Set(input.templates)];
    tx.emit({ type: 'messages.accepted', account: actor.id, templates });
    return { templates };
  },
});
