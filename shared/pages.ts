const forKind = (kind: string | undefined) => (kind === 'unit' ? '?kind=unit' : '');
const ofKind = (kind: string | undefined) => (kind === 'unit' ? 'kind=unit&' : '');

/**
 * Addresses of pages that both sides name: a function puts them into an inbox or workbench entry, the client goes there.
 * Without a leading slash, as WeChat's messages want them.
 */
export const pages = {
  /** An application, the person's own or (kind `unit`) the one that they make for a unit. */
  track: (kind?: string) => `membership/pages/track/index${forKind(kind)}`,
  apply: (kind?: string) => `membership/pages/apply/index${forKind(kind)}`,
  /** The certificate of a membership, a unit's plaque; without one named, the person's own. */
  certificate: (memberId?: string) => `membership/pages/certificate/index${memberId ? `?member=${memberId}` : ''}`,
  /** How a membership stands: its history, measures under way and the notice of leaving. */
  myStanding: (memberId: string) => `member/pages/standing/index?id=${memberId}`,
  resign: (memberId: string) => `member/pages/resign/index?id=${memberId}`,
  verify: (token: string) => `membership/pages/verify/index?token=${token}`,
  claimRecord: () => 'membership/pages/claim/index',
  invite: () => 'membership/pages/invite/index',
  delegation: () => 'account/pages/delegation/index',
  myMember: () => 'member/pages/mine/index',
  privacy: () => 'member/pages/privacy/index',
  changes: () => 'staff/pages/changes/index',
  change: (changeId: string) => `staff/pages/change/index?id=${changeId}`,
  inbox: () => 'account/pages/inbox/index',
  workbench: () => 'staff/pages/workbench/index',
  members: () => 'staff/pages/members/index',
  member: (memberId: string) => `staff/pages/member/index?id=${memberId}`,
  review: (applicationId: string) => `staff/pages/review/index?id=${applicationId}`,
  claims: () => 'staff/pages/claims/index',
  claim: (claimId: string) => `staff/pages/claim/index?id=${claimId}`,
  assist: () => 'staff/pages/assist/index',
  assisted: (applicationId: string) => `staff/pages/assisted/index?id=${applicationId}`,
  /** The pages of the applicant, for one that an officer entered. */
  fillInAssisted: (applicationId: string, kind?: string) => `membership/pages/apply/index?${ofKind(kind)}of=${applicationId}`,
  checkAssisted: (applicationId: string, kind?: string) => `membership/pages/check/index?${ofKind(kind)}of=${applicationId}`,
  rules: () => 'staff/pages/rules/index',
  rule: (key: string) => `staff/pages/rule/index?key=${key}`,
  /** Stored decisions worked out again; with a rule's version also under that one. */
  replay: (key?: string, version?: number) => `staff/pages/replay/index${key && version ? `?key=${key}&version=${version}` : ''}`,
  compliance: (memberId: string) => `staff/pages/compliance/index?id=${memberId}`,
  applications: () => 'staff/pages/applications/index',
  meetings: () => 'meetings/pages/meetings/index',
  meeting: (meetingId: string) => `meetings/pages/meeting/index?id=${meetingId}`,
  bodies: () => 'meetings/pages/bodies/index',
  body: (body: string) => `meetings/pages/body/index?body=${body}`,
  minutes: (meetingId: string) => `meetings/pages/minutes/index?id=${meetingId}`,
  readMinutes: (meetingId: string) => `account/pages/minutes/index?id=${meetingId}`,
  vote: (meetingId: string) => `meetings/pages/vote/index?id=${meetingId}`,
} as const;
