/** What may be spent. Sizes in bytes of the release build; a check or a benchmark holds each line. */
const KB = 1024;

export const packages = {
  /** WeChat refuses more than 2 MB per package; slow phones ask for less. */
  main: 600 * KB,
  subPackage: 250 * KB,
  whole: 1600 * KB,
  /** WeChat's code panel warns at 200 KB of pictures in the package. */
  pictures: 200 * KB,
} as const;

/** UTF-8 bytes of one `setData`; WeChat warns at 256 KB. */
export const setData = {
  firstFrame: 10 * KB,
  pageOfTwentyRows: 20 * KB,
  tap: 2 * KB,
} as const;

/** What a page may draw: WeChat warns at 1000 nodes; Taro's templates slow down below 16 levels. */
export const drawing = { nodes: 999, depth: 15 } as const;

export const functionBundle = {
  /** A function that answers people. */
  bytes: 1600 * KB,
  /** A function of timers only: nobody waits for it to start, so dictionaries live there. */
  timersBytes: 2400 * KB,
  /** Time to load the bundle ÷ time to require the SDK unbundled, in the same run; for functions that answer people. */
  loadRatio: 0.6,
} as const;

/** Gzipped bytes of the browser build's scripts and styles that the first page loads. */
export const browserFirstLoad = 350 * KB;

/** Database calls per use case besides actor, begin and commit; delivery counts apart. */
export const databaseCalls = {
  write: 6,
  read: 3,
  /** Home, workbench and the member page gather in parallel. */
  gather: 6,
} as const;

/** Endpoints that gather what a whole page shows. */
export const gathering: readonly string[] = [
  'account.home',
  'account.workbench',
  'account.me',
  'membership.member',
  'membership.myMember',
  'membership.myDisclosures',
  'account.consents',
  'account.myData',
  'membership.reviewApplication',
  'governance.meeting',
  'governance.meetings',
];

/** Items of one call that the numbers below are for: a batch of new members, and a page of applications. */
const newMembers = 12;
const applicationsAtOnce = 20;

/**
 * Commands that take more calls than others because of what they do at once. Besides what is named, each has two calls for the
 * journal and two for its record: 4 together, 3 when the record is new and only written.
 */
export const batches: Readonly<Record<string, number>> = {
  // The applications, the rule, a row for each item and one for the batch.
  'governance.addItems': 4 + 2 + newMembers + 1,
  // Each item not reached is read and written, as is each application of a batch.
  'governance.closeMeeting': 4 + 2 * newMembers,
  // The meeting, the agenda that numbers the item, and the units whose look-ups may stand against it.
  'governance.decideItem': 4 + 3,
  // The batch and the item that leaves it, each read and written, besides the meeting.
  'governance.pullOutItem': 4 + 2 + 2,
  // Each application is read and written; the record besides is the officer's account, which is not counted.
  'membership.acceptApplications': 2 + 2 * applicationsAtOnce,
  // The rule; a recommender by a code, which is read and used up, and whose member is read; the number reserved (2), and a
  // corrected one's predecessor given free (2).
  'membership.submitApplication': 4 + 1 + 3 + 2 + 2,
  // The slot of the person (2), the rule, and the application before, which is read and no longer open to an appeal.
  'membership.startApplication': 3 + 2 + 1 + 2,
  // The member and the rule; the first code of a day makes its counter (2).
  'membership.createInvitation': 3 + 2 + 2,
  // The member; a corrected identity number or credit code is reserved (2) and the one before given free (2).
  'membership.decideChange': 4 + 2 + 2 + 2,
  // The record besides the claim, the counter (2 when the first of an hour makes it) and the row that the person sees.
  'membership.callBack': 3 + 1 + 2 + 1,
  // The counter (2 when the first of an hour makes it), the row that the person sees; for a member also the change it is for.
  'membership.revealPerson': 4 + 2 + 1,
  'membership.revealMember': 4 + 2 + 1 + 1,
};

/** Documents a query may examine for the number it returns. */
export const examined = (returned: number): number => 2 * returned + 20;

/** Time of an indexed page of 20 out of 1 million documents ÷ the same out of 10 thousand. */
export const growthRatio = 2;
