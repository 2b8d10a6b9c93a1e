import { isDelegable } from '../../shared/access/delegation';
import { account } from '../../shared/account/endpoints';
import { delegationDays } from '../../shared/rules/rules';
import { type Account, accounts } from '../platform/accounts';
import { AppError } from '../platform/errors';
import type { Transaction } from '../platform/types';
import { useCase } from '../platform/use-case';
import { rulesOf } from '../rules';
import { isStaff } from './grants';
import { namedAccount } from './named-account';

const day = 24 * 3600_000;

/** Stand-ins one person can be for at once or later: more is a mistake. */
const mostAbsent = 5;

interface Period {
  readonly begins: Date;
  readonly ends: Date;
}

/** Lets a colleague do one's own work during an absence. */
export const delegate = useCase(account.delegate, {
  journal: (_input, _output, actor) => ({ aggregate: `accounts:${actor.id}`, action: 'account.delegate' }),
  async run(context) {
    const { input, actor, tx, db, now, newId } = context;
    const rule = await rulesOf(db, now);
    const period = periodOf(input, now, rule(delegationDays).value);
    const own = await tx.get(accounts, actor.id);
    // Only what one holds oneself can be handed over: what one was handed is not.
    if (!own?.grants.some(isDelegable)) throw new AppError('auth.forbidden');
    const standIns = (own.standIns ?? []).filter(({ ends }) => ends > now);
    if (standIns.some((other) => other.begins < period.ends && period.begins < other.ends))
      throw invalid('begins', 'date.overlaps');
    const other = await standInOf(tx, await namedAccount(context), actor.id);
    const standsInFor = (other.standsInFor ?? []).filter(({ ends }) => ends > now);
    if (standsInFor.length >= mostAbsent) throw invalid('code', 'standIn.tooMany');
    const id = newId();
    const given = { id, to: other._id, reason: input.reason, ...period };
    await tx.replace(accounts, { ...own, standIns: [...standIns, given] }, { expecting: own.version });
    const received = { id, from: own._id, ...period };
    await tx.replace(accounts, { ...other, standsInFor: [...standsInFor, received] }, { expecting: other.version });
    tx.emit({ type: 'delegation.given', delegation: id, from: own._id, to: other._id, ...instants(period) });
    return { id };
  },
});

const instants = ({ begins, ends }: Period) => ({ beginsAt: begins.toISOString(), endsAt: ends.toISOString() });

/** @throws request.invalid unless it ends later than it begins and than now, is not too long and begins within a year */
function periodOf(input: { readonly begins: string; readonly ends: string }, now: Date, mostDays: number): Period {
  // What is to begin earlier begins now: nothing is done in somebody's name after the fact.
  const begins = new Date(Math.max(Date.parse(input.begins), now.getTime()));
  const ends = new Date(input.ends);
  if (begins.getTime() > now.getTime() + 365 * day) throw invalid('begins', 'date.tooFar');
  if (ends <= begins) throw invalid('ends', 'date.endBeforeBegin');
  if (ends.getTime() - begins.getTime() > mostDays * day) throw invalid('ends', 'date.tooLong');
  return { begins, ends };
}

/** @throws request.invalid for oneself, and for anybody who is not on the staff: nobody comes in this way */
async function standInOf(tx: Transaction, id: string, self: string): Promise<Account> {
  if (id === self) throw invalid('code', 'standIn.self');
  const found = await tx.get(accounts, id);
  if (!found || !isStaff(found.grants)) throw invalid('code', 'standIn.notStaff');
  return found;
}

const invalid = (field: string, code: string) => new AppError('request.invalid', { fields: { [field]: code } });
