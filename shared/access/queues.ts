import type { Permission } from './permissions';

/** Permissions whose holders find in their workbench what waits for them; each is the name of a queue. */
export const staffQueues: readonly Permission[] = [
  'application.review',
  'application.secondReview',
  'application.decideAppeal',
  'meeting.manage',
  'minutes.check',
  'member.manage',
  'rule.approve',
];
