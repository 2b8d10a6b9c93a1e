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
  'membership.reviewApplication',
  'governance.meeting',
  'governance.meetings',
];

/** Commands over several items, as the demonstration gives them: a batch and some calls per item. */
export const batches: Readonly<Record<string, number>> = {
  /** An insertion for each of 5 items, and one for the batch that they make when they are voted on together. */
  'governance.addItems': databaseCalls.write + 5 + 1,
  /** Each item not reached is read and written, as is each application of a batch: 3 of them. */
  'governance.closeMeeting': databaseCalls.write + 2 * 3,
};

/** Documents a query may examine for the number it returns. */
export const examined = (returned: number): number => 2 * returned + 20;

/** Time of an indexed page of 20 out of 1 million documents ÷ the same out of 10 thousand. */
export const growthRatio = 2;
