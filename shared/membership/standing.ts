import type { Lifecycle } from '../lifecycle';

/** Standings 会籍状态 of a member. */
export const standings = [
  'active',
  'warned',
  'suspended',
  'resigned',
  'deemedResigned',
  'expelled',
  'transferred',
  'deceased',
] as const;

export type Standing = (typeof standings)[number];

/**
 * Who makes a move: the member (or the representative of the unit) by a notice, staff, a meeting's decision on a measure, or
 * the day for which it was planned.
 */
export type StandingMover = 'member' | 'member.manage' | 'meeting' | 'system';

const leaving = {
  /** 退会 is a notice: nobody approves it. */
  resign: { to: 'resigned', by: 'member' },
  recordDeath: { to: 'deceased', by: 'member.manage', needs: 'evidence' },
} as const;
const decided = {
  suspend: { to: 'suspended', by: 'meeting' },
  expel: { to: 'expelled', by: 'meeting' },
  deemResigned: { to: 'deemedResigned', by: 'meeting' },
} as const;
const transfer = { transferOut: { to: 'transferred', by: 'member.manage', needs: 'reason' } } as const;

/** Standing → move → where it leads, who makes it and what must come with it. What is not here cannot happen. */
export const standingLifecycle = {
  active: { warn: { to: 'warned', by: 'member.manage', needs: 'reason' }, ...decided, ...transfer, ...leaving },
  warned: { liftWarning: { to: 'active', by: 'member.manage', needs: 'reason' }, ...decided, ...transfer, ...leaving },
  suspended: {
    reinstate: { to: 'active', by: 'meeting' },
    /** The time for which the meeting suspended is over. */
    endSuspension: { to: 'active', by: 'system' },
    expel: decided.expel,
    ...leaving,
  },
  // Whoever left by themself applies anew and gets a new number.
  resigned: {},
  deemedResigned: { recordDeath: leaving.recordDeath },
  expelled: { reinstate: { to: 'active', by: 'meeting' }, recordDeath: leaving.recordDeath },
  transferred: {},
  deceased: {},
} as const satisfies Lifecycle<Standing, StandingMover>;

const good = ['active', 'warned'] as const;
const bound = [...good, 'suspended'] as const;
const left = ['resigned', 'deemedResigned', 'transferred'] as const;

/** What each standing may do: the one table. A right that is not named for a standing is not there. */
const rights = {
  /** The certificate is in force. */
  certificateInForce: good,
  /** Their recommendation of an applicant counts. */
  recommend: good,
  /** Make invitation codes. */
  invite: good,
  /** Sign up for events and training. */
  signUp: good,
  submitStory: good,
  submitRequest: good,
  /** 知情权: minutes published to the members concerned. */
  readMinutes: good,
  /** Keep one's own data current, and confirm them once a year. */
  changeDetails: bound,
  changeRepresentative: bound,
  /** The account acts as this member or as the representative of this unit. */
  actAsMember: bound,
  /** Answer a measure, or speak against it. */
  answerMeasure: [...bound, 'deemedResigned', 'expelled'],
  /** Look at one's own record, its history and its certificate. */
  seeRecord: [...bound, ...left, 'expelled'],
  /** Messages and entries in the inbox about the membership. */
  receiveNotices: [...bound, ...left, 'expelled'],
  /** Apply for membership anew. */
  applyAgain: left,
} as const satisfies Readonly<Record<string, readonly Standing[]>>;

export type Right = keyof typeof rights;

/** Every right there is, in the order in which a member's page shows them. */
export const rightKeys = Object.keys(rights) as readonly Right[];

/** Whether somebody in this standing has a right; a standing that this release does not know has none. */
export const mayDo = (standing: string, right: Right): boolean => (rights[right] as readonly string[]).includes(standing);

/** Measures 措施 that only a meeting decides; each is named like the move that it makes. */
export const measureKinds = ['suspend', 'expel', 'deemResigned', 'reinstate'] as const;
export type MeasureKind = (typeof measureKinds)[number];

export const measureStates = ['proposed', 'onAgenda', 'decided', 'withdrawn', 'lapsed'] as const;
export type MeasureState = (typeof measureStates)[number];

/** Proposed by staff, decided by a meeting; it lapses when the member has left before. */
export const measureLifecycle = {
  proposed: {
    schedule: { to: 'onAgenda', by: 'system' },
    withdraw: { to: 'withdrawn', by: 'member.manage', needs: 'reason' },
    lapse: { to: 'lapsed', by: 'system' },
  },
  onAgenda: {
    unschedule: { to: 'proposed', by: 'system' },
    decide: { to: 'decided', by: 'system' },
    withdraw: { to: 'withdrawn', by: 'member.manage', needs: 'reason' },
    lapse: { to: 'lapsed', by: 'system' },
  },
  decided: {},
  withdrawn: {},
  lapsed: {},
} as const satisfies Lifecycle<MeasureState>;

/** Nothing more happens to it; another of its kind may be proposed. */
export const endedMeasureStates: readonly MeasureState[] = ['decided', 'withdrawn', 'lapsed'];

/** Ways in which a reminder reached the member. */
export const reminderChannels = ['phone', 'visit', 'letter', 'wechat'] as const;
