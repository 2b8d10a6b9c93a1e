/** Every permission there is. Code asks for these, never for roles; a typo does not compile. */
export const permissions = [
  'application.submit', // apply for oneself, follow and withdraw it
  'application.read', // staff: see applications of one's scope
  'application.review', // accept, return, recommend
  'application.secondReview', // endorse or send back; never the first reviewer
  'person.reveal', // see a full ID number, with a reason
  'meeting.read',
  'meeting.manage', // plan, agenda, attendance, record votes, close
  'meeting.vote', // sign in and vote for one's own seat
  'member.read',
  'role.read',
  'role.assign',
  'audit.read',
  'story.edit',
  'training.manage',
] as const;

export type Permission = (typeof permissions)[number];
