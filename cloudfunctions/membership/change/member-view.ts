import { maskMobile } from '../../../shared/identity/mask';
import { changeWay, changeWays } from '../../../shared/membership/change-fields';
import type { MemberView } from '../../../shared/membership/endpoints/change';
import { maskedField } from '../../../shared/membership/field-words';
import { mayDo, type Right, standingLifecycle } from '../../../shared/membership/standing';
import type { Actor } from '../../platform/types';
import { isOwn, type Member } from '../members';
import { isUnit } from '../profiles';
import type { MemberChange } from './changes';
import { valueOf } from './fields';
import { changeCan } from './policies';

/** Every field that a member can change, with what it holds. */
export const detailsOf = (member: Member): MemberView['details'] =>
  Object.keys(changeWays[member.kind]).map((field) => {
    const value = valueOf(member, field);
    return {
      field,
      value: typeof value === 'string' ? value : [...value],
      masked: maskedField(field, value),
      way: changeWay(member.kind, field) ?? null,
    };
  });

/** Who represents a unit; null for a person. */
export function representativeOf({ profile }: Member): MemberView['representative'] {
  if (!isUnit(profile)) return null;
  const { representativeName: name, representativePost: post, representativeMobile: mobile } = profile.people;
  return { name, post, mobile: maskMobile(mobile) };
}

/** Changes that wait for staff. */
export const openChangesOf = (actor: Actor, changes: readonly MemberChange[]): MemberView['openChanges'] =>
  changes
    .filter(({ state }) => state === 'open')
    .map((change) => ({
      id: change._id,
      version: change.version,
      reference: change.reference,
      kind: change.kind,
      fields: [...change.fields],
      at: change.at.toISOString(),
      can: changeCan(actor, change, ['withdraw']),
    }));

/** What the person can do on their page now. */
export function memberCanOf(actor: Actor, member: Member): Record<string, boolean> {
  const may = (right: Right) => isOwn(actor, member) && mayDo(member.standing, right);
  const change = may('changeDetails');
  return {
    change,
    confirm: change,
    changeRepresentative: member.kind === 'unit' && may('changeRepresentative'),
    resign: 'resign' in standingLifecycle[member.standing] && isOwn(actor, member),
  };
}
