const member = { memberId: 'm', version: 1 };
const grounds = { reason: '连续两年未参加活动', basis: '章程第十条' };
const at = '2026-11-27T06:30:00.000Z';

/** A well-formed input of every endpoint about standing and the certificates that go with it. */
export const standingInputs = {
  myStanding: {},
  warnMember: { ...member, ...grounds },
  liftWarning: { ...member, ...grounds },
  recordDeath: { ...member, diedOn: '2026-11-01', evidence: '死亡医学证明' },
  transferOut: { ...member, ...grounds, to: '浙江省慈善联合总会' },
  remindMember: { ...member, channel: 'phone', text: '请您确认信息', evidence: '通话登记第 12 号' },
  proposeMeasure: { ...member, ...grounds, kind: 'suspend' },
  withdrawMeasure: { measureId: 'm', version: 1, reason: '会员已改正' },
  answerMeasure: { measureId: 'm', version: 1, answer: '我有说明' },
  resign: { memberId: 'm', dataChoice: 'keep' },
  settleResignation: member,
  applyPlannedMove: { memberId: 'm', effectiveAt: at },
  followMeasure: {
    measureId: 'm',
    meetingId: 'g',
    itemId: 'i',
    action: 'schedule',
    meetingTitle: '会长办公会',
    meetingAt: at,
  },
  concludeMeasure: { measureId: 'm', itemId: 'i', outcome: 'passed', resolution: '同意', decidedAt: at },
  lapseMeasure: { measureId: 'm' },
  reissueCertificate: { ...member, reason: '姓名变更' },
  followCertificate: { memberId: 'm' },
  revokeCertificate: { ...member, reason: '被冒用' },
} as const;
