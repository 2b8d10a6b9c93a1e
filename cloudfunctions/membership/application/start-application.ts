import { dateForDocuments } from '../../../shared/dates';
import { membership } from '../../../shared/membership/endpoints';
import { mayDo } from '../../../shared/membership/standing';
import { AppError } from '../../platform/errors';
import type { Transaction, WriteContext } from '../../platform/types';
import { useCase } from '../../platform/use-case';
import { type Application, applications, isEnded } from '../applications';
import { members } from '../members';
import { factsOf } from '../moves';
import { barredUntil } from '../rejections';
import { applicantSlot, type Reservation, reservations } from '../reservations';
import { presentApplication } from './application-view';
import { newApplication } from './new-application';

type Context = WriteContext<typeof membership.startApplication>;

/** Begins an application, or answers the one of this kind that the person already has under way. */
export const startApplication = useCase(membership.startApplication, {
  journal: (_input, output) => ({ aggregate: `applications:${output.id}`, action: 'application.start' }),
  async run(context) {
    const { tx, actor, input } = context;
    const slot = await tx.get(reservations, applicantSlot(actor.id, input.kind));
    const earlier = slot && (await tx.get(applications, slot.application));
    // Admitted stands for the person's membership until that ends; a contact person may apply for another unit.
    const isMember = actor.memberId !== undefined || (earlier?.state === 'admitted' && !(await hasLeft(tx, earlier)));
    if (input.kind === 'individual' && isMember) throw new AppError('wrongStatus', { message: '您已经是会员，不用再申请' });
    if (earlier && !isEnded(earlier)) return presentApplication(earlier, context);
    const until = earlier && barredUntil(earlier, context.now);
    if (until) throw tooEarly(until);
    const begun = await begin(context, slot);
    // Beginning anew ends the time to appeal: both write the rejected one, so that only one of them happens.
    if (earlier?.state === 'rejected')
      await tx.replace(applications, { ...earlier, followedBy: begun._id }, { expecting: earlier.version });
    return presentApplication(begun, context);
  },
});

/** Whether the membership that an application led to is another account's now, or has ended so that the person may apply again. */
async function hasLeft(tx: Transaction, { member: memberId, owner }: Application): Promise<boolean> {
  const member = memberId === undefined ? undefined : await tx.get(members, memberId);
  return member !== undefined && (member.account !== owner || mayDo(member.standing, 'applyAgain'));
}

const tooEarly = (from: Date) =>
  new AppError('wrongStatus', {
    message: `${dateForDocuments(from)}起可以重新申请`,
    fields: { reapplyFrom: from.toISOString() },
  });

async function begin(context: Context, slot: Reservation | undefined): Promise<Application> {
  const { tx, actor, input } = context;
  const empty = newApplication(context, input.kind, actor.id);
  const form = input.kind === 'unit' && input.category ? { unit: { category: input.category } } : {};
  const application = await tx.add(applications, { ...empty, form }, new AppError('busy'));
  await takeSlot(tx, applicantSlot(actor.id, input.kind), slot, application._id);
  tx.emit({ type: 'application.started', ...factsOf(application) });
  return application;
}

async function takeSlot(tx: Transaction, _id: string, slot: Reservation | undefined, application: string): Promise<void> {
  if (slot) await tx.replace(reservations, { ...slot, application }, { expecting: slot.version });
  else await tx.add(reservations, { _id, application }, new AppError('busy'));
}
