const member = { memberId: 'm', version: 1 };
const change = { changeId: 'c', version: 1 };

/** A well-formed input of every endpoint about changes and privacy. */
export const changeInputs = {
  myMember: {},
  requestChange: { ...member, changes: [{ field: 'work.post', value: '工程师' }] },
  withdrawChange: change,
  confirmDetails: member,
  changeRepresentative: { ...member, name: '云若溪', post: '主任', mobile: '15600000077', code: 'ABCDEFGH' },
  changeRequests: {},
  changeRequest: { changeId: 'c' },
  decideChange: { ...change, decision: 'approve' },
  revealMember: { memberId: 'm', reason: '核对证件' },
  myDisclosures: {},
  askConfirmation: { memberId: 'm' },
  endApplication: { applicationId: 'a' },
  forgetRecord: { record: 'member', id: 'm' },
  eraseMembership: { memberId: 'm' },
  eraseRecord: { record: 'change', id: 'c' },
  followMinutes: {
    record: 'measure',
    id: 'm',
    meetingId: 'g',
    meetingTitle: '会长办公会',
    publishedAt: '2026-11-27T06:30:00.000Z',
  },
  retainApplication: { applicationId: 'a', action: 'warn' },
} as const;
