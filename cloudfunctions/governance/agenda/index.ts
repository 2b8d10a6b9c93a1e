import type { ServedContext } from '../../platform/types';
import { addItems } from './add-items';
import { addMatter } from './add-matter';
import { followWithdrawal } from './follow-withdrawal';
import { openItem } from './open-item';
import { postponeItem } from './postpone-item';
import { pullOutItem } from './pull-out-item';
import { agendaReactions } from './reactions';
import { removeItem } from './remove-item';
import { settleBatched } from './settle-batched';

/** What a meeting is to decide. */
export const agendaArea: ServedContext = {
  useCases: [addItems, addMatter, removeItem, pullOutItem, openItem, postponeItem, followWithdrawal, settleBatched],
  reactions: agendaReactions,
};
