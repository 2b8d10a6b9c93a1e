import type { ReasonKind } from '@shared/rules/templates';

/** What an officer can do with a member: the words of each, and what follows. Keys as in `can`. */
export interface MemberAction {
  readonly key: string;
  readonly title: string;
  /** Verb and object of the button. */
  readonly button: string;
  /** What follows, above the button. */
  readonly consequence: string;
  readonly templates?: ReasonKind;
  /** Fields besides the reason. */
  readonly fields: readonly (
    | 'basis'
    | 'effectiveOn'
    | 'until'
    | 'to'
    | 'diedOn'
    | 'channel'
    | 'evidence'
    | 'file'
    | 'name'
    | 'post'
    | 'mobile'
    | 'code'
    | 'letter'
  )[];
  /** The reason's own name; without one none is asked for. */
  readonly reason?: string;
}

const reason = '理由（会员看得到）';

export const memberActions: readonly MemberAction[] = [
  {
    key: 'remind',
    title: '提醒会员',
    button: '记下这次提醒',
    consequence: '记入会员档案并告诉会员；这是提出视为退会的前提',
    templates: 'remind',
    fields: ['channel', 'evidence', 'file'],
    reason: '提醒的内容',
  },
  {
    key: 'warn',
    title: '预警',
    button: '确认预警',
    consequence: '会员马上收到通知，权利不变，证书仍有效',
    templates: 'warn',
    fields: ['basis', 'effectiveOn'],
    reason,
  },
  {
    key: 'liftWarning',
    title: '解除预警',
    button: '解除预警',
    consequence: '会员恢复正常在籍，并收到通知',
    templates: 'liftWarning',
    fields: ['basis'],
    reason,
  },
  {
    key: 'suspend',
    title: '提请暂停会籍',
    button: '提请会议暂停',
    consequence: '只有会议能决定；决定前会籍不变，会员可以写说明',
    templates: 'measure',
    fields: ['basis', 'until'],
    reason,
  },
  {
    key: 'deemResigned',
    title: '提请视为退会',
    button: '提请视为退会',
    consequence: '要有提醒记录并等满期限；由会议决定，会员可以写说明',
    templates: 'measure',
    fields: ['basis'],
    reason,
  },
  {
    key: 'expel',
    title: '提请除名',
    button: '提请会议除名',
    consequence: '只有会议能决定；决定前会籍不变，会员可以写说明',
    templates: 'measure',
    fields: ['basis'],
    reason,
  },
  {
    key: 'reinstate',
    title: '提请恢复会籍',
    button: '提请会议恢复',
    consequence: '由会议决定；通过后会员恢复在籍，编号不变',
    templates: 'measure',
    fields: ['basis'],
    reason,
  },
  {
    key: 'reissueCertificate',
    title: '补发证书',
    button: '补发证书',
    consequence: '颁发新证书，旧证书上的二维码马上失效',
    templates: 'certificate',
    fields: [],
    reason: '补发的理由',
  },
  {
    key: 'revokeCertificate',
    title: '注销证书',
    button: '注销证书',
    consequence: '扫码的人马上看到证书已注销；会籍不变，可以再补发',
    templates: 'certificate',
    fields: [],
    reason: '注销的理由',
  },
  {
    key: 'changeRepresentative',
    title: '代办变更单位代表',
    button: '录入变更',
    consequence: '由另一位工作人员核对后，新代表接手，原代表不能再办理',
    fields: ['name', 'post', 'mobile', 'code', 'letter'],
  },
  {
    key: 'transferOut',
    title: '转出',
    button: '确认转出',
    consequence: '会员关系转到外地，证书失效，不能撤回',
    fields: ['to', 'basis', 'effectiveOn'],
    reason,
  },
  {
    key: 'recordDeath',
    title: '登记亡故',
    button: '确认登记',
    consequence: '证书失效，不再给这个账号发任何消息，不能撤回',
    fields: ['diedOn', 'evidence', 'file'],
  },
  {
    key: 'settleResignation',
    title: '退会善后已办完',
    button: '已办完',
    consequence: '工作台上的这一项会划去',
    fields: [],
  },
];
