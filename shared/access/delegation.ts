import type { Permission } from './permissions';
import type { Role, RoleGrant } from './roles';

const never: readonly Role[] = ['administrator', 'member'];

/** Whether a role can be handed to a stand-in: never administration, and membership is nobody's office. */
export const isDelegable = ({ role }: RoleGrant): boolean => !never.includes(role);

/** A seat is personal: nobody votes for somebody else, whatever role they hand over. */
export const isPersonal = (permission: Permission): boolean => permission === 'meeting.vote';
