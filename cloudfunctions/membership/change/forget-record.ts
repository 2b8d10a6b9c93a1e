import { moveOf } from '../../../shared/lifecycle';
import { membership } from '../../../shared/membership/endpoints';
import { applicationLifecycle } from '../../../shared/membership/lifecycle';
import { mayDo } from '../../../shared/membership/standing';
import { AppError } from '../../platform/errors';
import { shownCodes } from '../../platform/shown-codes';
import type { Reader, RecordType, Stored, WriteContext } from '../../platform/types';
import { useCase } from '../../platform/use-case';
import { type Application, applications } from '../applications';
import { claimFacts, claims, endClaim } from '../claim/claims';
import { type Member, members, storeMember } from '../members';
import { factsOf, moved } from '../moves';
import { isUnit, withoutPeople } from '../profiles';
import { applicantSlot, releaseIdentity, reservations } from '../reservations';

type Context = WriteContext<typeof membership.forgetRecord>;
type Input = Context['input'];

const collectionOf = {
  application: 'applications',
  claim: 'claims',
  member: 'members',
  slot: 'reservations',
  unitSlot: 'reservations',
  shownCode: 'staffCodes',
} as const;
const slotKinds = { slot: 'individual', unitSlot: 'unit' } as const;
type Slot = keyof typeof slotKinds;
const isSlot = (record: Input['record']): record is Slot => record === 'slot' || record === 'unitSlot';
const idOf = ({ record, id }: Input) => (isSlot(record) ? applicantSlot(id, slotKinds[record]) : id);

/**
 * Takes out of one record what stood for a person whose account was closed; what was sealed went with their key. Its event
 * `person.recordForgotten` leads to the next record.
 */
export const forgetRecord = useCase(membership.forgetRecord, {
  journal: (input) => ({ aggregate: `${collectionOf[input.record]}:${idOf(input)}`, action: 'person.forget' }),
  async run(context) {
    const { input, tx } = context;
    const account = await forgetting[input.record](context);
    tx.emit({ type: 'person.recordForgotten', account, ...(input.record === 'member' && { member: input.id }) });
    return { forgotten: true };
  },
});

/** @returns the account of the person who is forgotten */
const forgetting: Readonly<Record<Input['record'], (context: Context) => Promise<string>>> = {
  async application(context) {
    const { tx, actor, input, now } = context;
    const application = await tx.get(applications, input.id);
    if (!application) throw new AppError('notFound');
    const underWay = moveOf(applicationLifecycle, application.state, 'withdraw') !== undefined;
    const ended = underWay ? moved(application, 'withdraw', { actor, now }, { dueAt: undefined }) : application;
    // What came of it may be in other hands by now: its number stands for the membership and goes with that.
    if (application.member === undefined) await releaseIdentity(tx, application.identity, application._id);
    await tx.replace(applications, withoutContent(ended), { expecting: application.version });
    // Nobody is left to be told.
    if (underWay) tx.emit({ type: 'application.withdrawn', ...factsOf(application), owner: undefined });
    return application.owner;
  },
  async claim({ tx, actor, input, now }) {
    const claim = await tx.get(claims, input.id);
    if (!claim) throw new AppError('notFound');
    await endClaim(tx, claim, { actor, now }, { state: 'rejected' });
    tx.emit({ type: 'claim.rejected', ...claimFacts(claim), owner: undefined });
    return claim.owner;
  },
  async member({ tx, input, now }) {
    const member = await tx.get(members, input.id);
    if (!member?.account) throw new AppError('notFound');
    if (member.kind === 'unit' && !wantsErasure(member)) {
      await storeMember(tx, unclaimed(member));
      return member.account;
    }
    await releaseIdentity(tx, member.identity, member.application);
    await storeMember(tx, forgottenMember(member, now));
    // The account's own key went with it; data that came from elsewhere have another.
    if (member.person !== member.account) tx.eraseKey(member.person);
    return member.account;
  },
  slot: forgetSlot,
  unitSlot: forgetSlot,
  async shownCode({ tx, input }) {
    const code = await tx.get(shownCodes, input.id);
    if (!code) throw new AppError('notFound');
    await tx.remove(shownCodes, code);
    return input.id;
  },
};

async function forgetSlot({ tx, input }: Context): Promise<string> {
  const slot = await tx.get(reservations, idOf(input));
  if (!slot) throw new AppError('notFound');
  await tx.remove(reservations, slot);
  return input.id;
}

/** A record without anything that was sealed in it. */
export const emptied = <T extends Stored>(type: RecordType<T>, record: T): T => ({
  ...record,
  ...Object.fromEntries(type.sealed.map((field) => [field, undefined])),
  ...type.erased,
});

/** An application of which only the course is left. */
export const withoutContent = (application: Application): Application => ({
  ...emptied(applications, application),
  identity: undefined,
  named: undefined,
  retention: 'erased',
});

/** Whether a member that left asked for its data to go. */
export const wantsErasure = ({ standing, dataChoice }: Member): boolean => standing === 'resigned' && dataChoice === 'erase';

/**
 * A unit in nobody's hands: it is no person, and its record is not erased with the account of whoever spoke for it. Once it has
 * left nobody has to be reached there any more, so their names and mobiles go.
 */
function unclaimed(member: Member): Member {
  const { profile } = member;
  const stays = mayDo(member.standing, 'actAsMember') || !isUnit(profile);
  return { ...member, account: undefined, profile: stays ? profile : withoutPeople(profile) };
}

/** A member of whom number, standing and their history are left. */
export const forgottenMember = (member: Member, now: Date): Member => ({
  ...emptied(members, member),
  account: undefined,
  identity: '',
  erasedAt: now,
});

/** The next record that stands for a person whose account was closed; undefined when none is left. */
export async function nextToForget(db: Reader, account: string): Promise<Input | undefined> {
  const found = await db.find(applications, { where: { owner: account }, order: [['startedAt', 'desc']], limit: 100 });
  const application = found.find(({ retention }) => retention !== 'erased');
  if (application) return { record: 'application', id: application._id };
  const [claim] = await db.find(claims, { where: { live: account }, limit: 1 });
  if (claim) return { record: 'claim', id: claim._id };
  for (const kind of ['individual', 'unit'] as const) {
    const [member] = await db.find(members, { where: { account, kind }, limit: 1 });
    if (member) return { record: 'member', id: member._id };
  }
  for (const record of ['slot', 'unitSlot'] as const)
    if (await db.get(reservations, applicantSlot(account, slotKinds[record]))) return { record, id: account };
  return (await db.get(shownCodes, account)) && { record: 'shownCode', id: account };
}
