import { command } from '../../platform/reactions';
import type { Reaction, ServedContext } from '../../platform/types';
import { listMembers } from './list-members';
import { listName } from './list-name';
import { staffMember } from './staff-member';

const follow: Reaction = command('listName', listName, ({ event }) =>
  typeof event.member === 'string' ? { memberId: event.member } : undefined,
);

/** The register: search, lists, one member on one page. */
export const registerArea: ServedContext = {
  useCases: [listMembers, staffMember, listName],
  reactions: {
    'member.admitted': [follow],
    'member.enrolled': [follow],
    // Anything else that may change what a member is found by.
    'member.changed': [follow],
    'member.contentErased': [follow],
    'person.recordForgotten': [follow],
  },
};
