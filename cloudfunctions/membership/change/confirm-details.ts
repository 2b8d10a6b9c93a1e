import { membership } from '../../../shared/membership/endpoints';
import { useCase } from '../../platform/use-case';
import { storeMember } from '../members';
import { addChange } from './changes';
import { ownMember } from './own-member';

/** Once a year, with one tap: the data still hold. */
export const confirmDetails = useCase(membership.confirmDetails, {
  journal: (input) => ({ aggregate: `members:${input.memberId}`, action: 'member.confirm' }),
  async run({ actor, input, tx, now, newId }) {
    const member = await ownMember(tx, actor, input);
    const row = { _id: newId(), kind: 'confirmation', state: 'applied', by: actor.id, entered: false, at: now } as const;
    await addChange(tx, member, { ...row, fields: [], changes: [] });
    const { version } = await storeMember(tx, { ...member, confirmedAt: now, activeAt: now });
    tx.emit({ type: 'member.confirmed', member: member._id, city: member.city });
    return { memberId: member._id, version, confirmedAt: now.toISOString() };
  },
});
