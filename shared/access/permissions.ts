/** Every permission there is. Code asks for these, never for roles; a typo does not compile. */
export const permissions = [
  'application.submit', // apply for oneself, follow and withdraw it
  'application.read', // staff: see applications of one's scope
  'application.review', // accept, return, recommend
  'application.secondReview', // endorse or send back; never the first reviewer
  'application.assist', // enter an application for somebody who comes to the desk 代办
  'application.assign', // give an application or a member to another city federation 归口
  'application.decideAppeal', // uphold or dismiss an appeal against a rejection
  'person.reveal', // see a full ID number, with a reason
  'meeting.read',
  'meeting.manage', // plan, agenda, attendance, record votes, close
  'meeting.vote', // sign in and vote for one's own seat
  'minutes.check', // check what somebody else drafted, before it is published
  'member.read',
  'member.manage', // claims, change requests, warnings, proposals of measures, certificates
  'rule.read',
  'rule.propose',
  'rule.approve', // never one's own proposal
  'role.read',
  'role.assign',
  'audit.read', // work stored decisions out again, under their own rule and under another version
  'story.edit',
  'event.manage', // create, publish, change and cancel events, and see who comes
  'training.manage',
] as const;

export type Permission = (typeof permissions)[number];
