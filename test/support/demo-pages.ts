import type { Emulator } from '../../emulator';
import { sectionsOf } from '../../shared/membership/form';

/** One way to open a page of the demonstration, as somebody who finds something there. */
export interface DemoVisit {
  /** As in app.json, without query. */
  readonly page: string;
  readonly openid: string;
  readonly query: Readonly<Record<string, string>>;
}

/** The address with its query, as `navigateTo` wants it, without the leading slash. */
export const addressOf = ({ page, query }: Pick<DemoVisit, 'page' | 'query'>): string => {
  const search = new URLSearchParams(query).toString();
  return search ? `${page}?${search}` : page;
};

/** Who opens what; `ids` are asked for once the demonstration is there. */
interface Plan {
  readonly page: string;
  readonly openid: string;
  readonly query?: (ids: DemoIds) => Readonly<Record<string, string>>;
}

interface DemoIds {
  application(state: string): string;
  /** The only application of somebody. */
  applicationOf(openid: string): string;
  meeting(state: string): string;
  readonly certificate: string;
  /** A certificate that another one has replaced. */
  readonly replaced: string;
  /** A change that waits, and a unit that `demo-many` represents. */
  readonly change: string;
  readonly unit: string;
  readonly member: string;
  readonly warned: string;
  /** The claim of somebody, and the application that an officer entered. */
  claimOf(openid: string): string;
  readonly assisted: string;
}

const page = (root: string, name: string) => `${root}pages/${name}/index`;
const at = (address: string, openids: readonly string[], query?: Plan['query']): readonly Plan[] =>
  openids.map((openid) => ({ page: address, openid, ...(query ? { query } : {}) }));

/** Every page of the app at least once, those that change with the person or the state more often. */
const plans: readonly Plan[] = [
  ...at(page('', 'home'), ['demo-visitor', 'demo-applicant-8', 'demo-applicant-19', 'demo-officer']),
  ...at(page('', 'events'), ['demo-visitor']),
  ...at(page('', 'stories'), ['demo-visitor']),
  ...at(page('', 'me'), ['demo-visitor', 'demo-many']),
  ...at(page('membership/', 'apply'), ['demo-visitor', 'demo-applicant-1', 'demo-applicant-8']),
  ...sectionsOf('individual').flatMap((section) => at(page('membership/', 'form'), ['demo-applicant-1'], () => ({ section }))),
  ...at(page('membership/', 'apply'), ['demo-visitor'], () => ({ kind: 'unit' })),
  ...at(page('membership/', 'track'), ['demo-unit'], () => ({ kind: 'unit' })),
  ...at(page('membership/', 'check'), ['demo-applicant-1', 'demo-applicant-8']),
  ...at(page('membership/', 'submitted'), ['demo-applicant-4']),
  ...at(page('membership/', 'track'), ['demo-applicant-8', 'demo-applicant-14', 'demo-applicant-24', 'demo-applicant-25']),
  ...at(page('membership/', 'certificate'), ['demo-applicant-19']),
  ...at(page('membership/', 'certificate'), ['demo-many'], ({ unit }) => ({ member: unit })),
  ...at(page('membership/', 'verify'), ['demo-visitor'], ({ certificate }) => ({ token: certificate })),
  ...at(page('membership/', 'verify'), ['demo-visitor'], ({ replaced }) => ({ token: replaced })),
  ...at(page('membership/', 'verify'), ['demo-visitor'], () => ({ token: 'nobodyHasThisToken0000' })),
  ...at(page('membership/', 'claim'), ['demo-visitor', 'demo-claimant']),
  ...at(page('membership/', 'invite'), ['demo-visitor', 'demo-many']),
  ...at(page('membership/', 'apply'), ['demo-officer'], ({ assisted }) => ({ of: assisted })),
  ...at(page('membership/', 'check'), ['demo-officer'], ({ assisted }) => ({ of: assisted })),
  ...at(page('account/', 'inbox'), ['demo-visitor', 'demo-applicant-19']),
  ...at(page('account/', 'settings'), ['demo-visitor']),
  ...at(page('account/', 'roles'), ['demo-visitor', 'demo-administrator']),
  ...at(page('account/', 'delegation'), ['demo-visitor', 'demo-city', 'demo-many']),
  ...at(page('member/', 'mine'), ['demo-visitor', 'demo-applicant-19', 'demo-many']),
  ...at(page('member/', 'change'), ['demo-applicant-19'], () => ({ section: 'contact' })),
  ...at(page('member/', 'change'), ['demo-applicant-19'], () => ({ section: 'identity' })),
  ...at(page('member/', 'representative'), ['demo-many'], ({ unit }) => ({ id: unit })),
  ...at(page('member/', 'privacy'), ['demo-visitor', 'demo-applicant-12', 'demo-applicant-19']),
  ...at(page('staff/', 'changes'), ['demo-officer']),
  ...at(page('staff/', 'change'), ['demo-officer'], ({ change }) => ({ id: change })),
  ...at(page('staff/', 'workbench'), ['demo-visitor', 'demo-officer']),
  ...at(page('member/', 'standing'), ['demo-visitor', 'demo-many', 'demo-seat-4']),
  ...at(page('member/', 'resign'), ['demo-visitor', 'demo-many']),
  ...at(page('staff/', 'members'), ['demo-officer']),
  ...at(page('staff/', 'member'), ['demo-officer'], ({ member }) => ({ id: member })),
  ...at(page('staff/', 'member'), ['demo-officer'], ({ warned }) => ({ id: warned })),
  ...at(page('staff/', 'member'), ['demo-officer'], ({ unit }) => ({ id: unit })),
  ...at(page('staff/', 'claims'), ['demo-officer']),
  ...at(page('staff/', 'claim'), ['demo-officer'], ({ claimOf }) => ({ id: claimOf('demo-claimant') })),
  ...at(page('staff/', 'claim'), ['demo-second'], ({ claimOf }) => ({ id: claimOf('demo-new-phone') })),
  ...at(page('staff/', 'assist'), ['demo-visitor', 'demo-officer']),
  ...at(page('staff/', 'assisted'), ['demo-officer'], ({ assisted }) => ({ id: assisted })),
  ...at(page('staff/', 'review'), ['demo-officer'], ({ application }) => ({ id: application('submitted') })),
  ...at(page('staff/', 'review'), ['demo-officer'], ({ application }) => ({ id: application('underReview') })),
  ...at(page('staff/', 'review'), ['demo-second'], ({ application }) => ({ id: application('awaitingSecondReview') })),
  ...at(page('staff/', 'review'), ['demo-officer'], ({ applicationOf }) => ({ id: applicationOf('demo-applicant-26') })),
  ...at(page('staff/', 'review'), ['demo-officer'], ({ applicationOf }) => ({ id: applicationOf('demo-unit') })),
  ...at(page('staff/', 'review'), ['demo-third'], ({ application }) => ({ id: application('appealed') })),
  ...at(page('staff/', 'applications'), ['demo-officer']),
  ...at(page('staff/', 'compliance'), ['demo-officer'], ({ unit }) => ({ id: unit })),
  ...at(page('meetings/', 'meetings'), ['demo-secretary']),
  ...at(page('meetings/', 'meeting'), ['demo-secretary'], ({ meeting }) => ({ id: meeting('planned') })),
  ...at(page('meetings/', 'meeting'), ['demo-secretary'], ({ meeting }) => ({ id: meeting('closed') })),
  ...at(page('staff/', 'rules'), ['demo-administrator']),
  ...at(page('staff/', 'rule'), ['demo-administrator'], () => ({ key: 'application.reapplicationDays' })),
  ...at(page('staff/', 'rule'), ['demo-officer'], () => ({ key: 'voting.council' })),
  ...at(page('staff/', 'rule'), ['demo-auditor'], () => ({ key: 'draft.retentionDays' })),
  ...at(page('staff/', 'rule'), ['demo-administrator'], () => ({ key: 'calendar' })),
  ...at(page('staff/', 'replay'), ['demo-administrator'], () => ({ key: 'voting.presidentsOffice', version: '1' })),
  ...at(page('meetings/', 'vote'), ['demo-president'], ({ meeting }) => ({ id: meeting('planned') })),
  ...at(page('meetings/', 'minutes'), ['demo-secretary'], ({ meeting }) => ({ id: meeting('closed') })),
  ...at(page('meetings/', 'bodies'), ['demo-secretary']),
  ...at(page('meetings/', 'body'), ['demo-secretary', 'demo-administrator'], () => ({ body: 'presidentsOffice' })),
  ...at(page('account/', 'minutes'), ['demo-applicant-19'], ({ meeting }) => ({ id: meeting('closed') })),
];

/** The visits without their ids, for naming tests before the demonstration is there. */
export const demoVisitNames: readonly (readonly [number, string, string])[] = plans.map(
  ({ page: address, openid, query }, index) => [index, address, `${openid}${query ? `, ${index}` : ''}`] as const,
);

/** The `index`-th visit, with the ids of a seeded demonstration. */
export function demoVisit(emulator: Emulator, index: number): DemoVisit {
  const plan = plans[index];
  if (!plan) throw new RangeError(`there are ${plans.length} visits`);
  const first = (collection: string, state?: string) => {
    const found = emulator.database.documents(collection).find((document) => state === undefined || document.state === state);
    if (!found) throw new Error(`the demonstration has no ${state ?? ''} document in ${collection}`);
    return String(found._id);
  };
  const idWhere = (collection: string, fits: (document: Readonly<Record<string, unknown>>) => boolean) => {
    const found = emulator.database.documents(collection).find(fits);
    if (!found) throw new Error(`the demonstration has no such document in ${collection}`);
    return String(found._id);
  };
  const ids: DemoIds = {
    application: (state) => first('applications', state),
    meeting: (state) => first('meetings', state),
    get warned() {
      return idWhere('members', ({ standing }) => standing === 'warned');
    },
    get replaced() {
      const valid = new Set(emulator.database.documents('members').map(({ certificate }) => certificate));
      return idWhere('certificates', ({ _id }) => !valid.has(_id));
    },
    get member() {
      return first('members');
    },
    applicationOf: (openid) => {
      const owner = idWhere('accounts', (account) => account.openid === openid);
      return idWhere('applications', (application) => application.owner === owner);
    },
    claimOf: (openid) => {
      const owner = idWhere('accounts', (account) => account.openid === openid);
      return idWhere('claims', (claim) => claim.owner === owner);
    },
    get assisted() {
      return idWhere('applications', ({ enteredBy }) => enteredBy !== undefined);
    },
    get change() {
      return first('memberChanges', 'open');
    },
    get unit() {
      const representative = idWhere('accounts', (account) => account.openid === 'demo-many');
      return idWhere('members', ({ kind, account }) => kind === 'unit' && account === representative);
    },
    get certificate() {
      return first('certificates');
    },
  };
  return { page: plan.page, openid: plan.openid, query: plan.query?.(ids) ?? {} };
}
