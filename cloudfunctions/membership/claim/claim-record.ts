import { membership } from '../../../shared/membership/endpoints';
import { AppError } from '../../platform/errors';
import { useCase } from '../../platform/use-case';
import { membersOnFile } from '../members';
import { newReference } from '../references';
import { claimKeyOf } from './claim-keys';
import { presentOwnClaim } from './claim-view';
import { claimFacts, claims } from './claims';

/** What one person may try in an hour: enough for a slip of the finger, too little to guess four digits. */
const tries = { max: 5, perSeconds: 3600 } as const;

/**
 * Somebody says that a record on file is theirs 注册. Whether one fits is kept for the officers; to the claimant, and in the
 * database calls that are made, a hit and a miss are the same.
 */
export const claimRecord = useCase(membership.claimRecord, {
  journal: (_input, output) => ({ aggregate: `claims:${output.id}`, action: 'claim.open' }),
  async run({ actor, input, tx, db, now, newId, limit }) {
    if (input.kind === 'individual' && actor.memberId !== undefined)
      throw new AppError('wrongStatus', { message: '您的会籍已经登记在这个微信号上' });
    await limit('claim.record', tries);
    const fitting = await membersOnFile(db, claimKeyOf(input.kind, input.name, input.lastFour));
    const cities = [...new Set(fitting.map(({ city }) => city))];
    const claim = await tx.add(
      claims,
      {
        _id: newId(),
        reference: newReference('DJ', now),
        kind: input.kind,
        state: 'open',
        owner: actor.id,
        live: actor.id,
        matches: fitting.map(({ _id }) => _id),
        city: cities.length === 1 ? (cities[0] ?? null) : null,
        at: now,
        typed: { name: input.name, lastFour: input.lastFour },
      },
      new AppError('wrongStatus', { message: '您已有一件登记正在核对，请等工作人员的消息' }),
    );
    tx.emit({ type: 'claim.opened', ...claimFacts(claim) });
    return presentOwnClaim(claim);
  },
});
