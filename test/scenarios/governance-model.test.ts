import fc from 'fast-check';
import { type Choice, choices } from '../../shared/governance/voting';
import { type Chamber, planned, waitingApplications } from '../support/chamber';
import { startCloud, type TestCloud } from '../support/cloud';
import { type Office, openOffice, refusal, seatCount } from '../support/office';

const runs = process.env.SOAK ? 40 : 3;
const perBatch = 3;

let cloud: TestCloud;
let office: Office;
let waiting: string[];

beforeAll(async () => {
  cloud = await startCloud();
  office = await openOffice(cloud);
  waiting = (await waitingApplications(cloud, office, 1, runs * perBatch)).map(({ id }) => id);
}, 600_000);
afterAll(() => cloud?.close());

type Move =
  | { readonly do: 'arrive' | 'leave' | 'excuse'; readonly seat: number }
  | { readonly do: 'open' | 'decide' | 'pullOut'; readonly item: number }
  | { readonly do: 'vote' | 'correct'; readonly item: number; readonly seat: number; readonly choice: Choice }
  | { readonly do: 'adjourn' | 'resume' };

const seat = fc.nat(seatCount - 1);
const item = fc.nat(3);
const choice = fc.constantFrom(...choices);
const move: fc.Arbitrary<Move> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('arrive' as const), seat }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('leave' as const, 'excuse' as const), seat }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('open' as const), item }) },
  { weight: 5, arbitrary: fc.record({ do: fc.constant('decide' as const), item }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('pullOut' as const), item: fc.constant(0) }) },
  { weight: 14, arbitrary: fc.record({ do: fc.constant('vote' as const), item: fc.nat(1), seat, choice }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('correct' as const), item: fc.nat(1), seat, choice }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('adjourn' as const, 'resume' as const) }) },
);

interface ModelItem {
  state: 'pending' | 'open' | 'decided';
  applications: string[];
  readonly votes: Map<number, Choice>;
  corrections: number;
  /** As decided: it never changes again. */
  decided?: { readonly outcome: string; readonly approve: number; readonly recuse: number; readonly present: number };
}

/** What the whole thing should come to, in a few lines of whole numbers: more than half of the seats, more than half of the base. */
class Model {
  running = true;
  readonly present = new Set<number>();
  readonly items: ModelItem[];

  constructor(applications: readonly string[]) {
    const fresh = (): ModelItem => ({ state: 'pending', applications: [], votes: new Map(), corrections: 0 });
    this.items = [{ ...fresh(), applications: [...applications] }, fresh(), fresh()];
  }

  /** Plays a move. @returns the code that refuses it, or 'ok' */
  play(next: Move): string {
    if (!('seat' in next) && !('item' in next)) {
      if (this.running !== (next.do === 'adjourn')) return 'wrongStatus';
      this.running = !this.running;
      return 'ok';
    }
    if ('item' in next) return this.onItem(next);
    if (next.do === 'leave' && !this.present.has(next.seat)) return 'wrongStatus';
    if (next.do === 'arrive') this.present.add(next.seat);
    else this.present.delete(next.seat);
    return 'ok';
  }

  private onItem(next: Extract<Move, { readonly item: number }>): string {
    const one = this.items[next.item];
    if (!one) return 'absent';
    if (!this.running) return 'wrongStatus';
    if (next.do === 'pullOut') return this.pullOut(one);
    if (next.do === 'open') {
      if (one.state !== 'pending') return 'wrongStatus';
      one.state = 'open';
      return 'ok';
    }
    if (one.state !== 'open') return 'wrongStatus';
    return 'choice' in next ? this.choose(one, next) : this.decide(one);
  }

  private pullOut(one: ModelItem): string {
    if (one.state === 'decided' || one.votes.size > 0 || one.applications.length < 2) return 'wrongStatus';
    const [first = '', ...rest] = one.applications;
    one.applications = rest;
    this.items.push({ state: 'pending', applications: [first], votes: new Map(), corrections: 0 });
    return 'ok';
  }

  private choose(one: ModelItem, { do: what, seat: by, choice: chosen }: Extract<Move, { readonly choice: Choice }>): string {
    const before = one.votes.get(by);
    if (what === 'vote' && before !== undefined) return 'stale';
    if (what === 'correct' && before === undefined) return 'wrongStatus';
    if (what === 'correct' && before === chosen) return 'request.invalid';
    if (!this.present.has(by)) return 'auth.forbidden';
    one.votes.set(by, chosen);
    if (what === 'correct') one.corrections += 1;
    return 'ok';
  }

  private decide(one: ModelItem): string {
    const present = this.present.size;
    if (2 * present <= seatCount) return 'meeting.noQuorum';
    const counted = [...this.present].map((by) => one.votes.get(by));
    if (counted.includes(undefined)) return 'vote.incomplete';
    const approve = counted.filter((one) => one === 'approve').length;
    const recuse = counted.filter((one) => one === 'recuse').length;
    const outcome = 2 * approve > present - recuse ? 'passed' : 'notPassed';
    one.state = 'decided';
    one.decided = { outcome, approve, recuse, present };
    return 'ok';
  }
}

/** Makes the same move through the door, each seat from its own phone. @returns the code that refuses it, or 'ok' */
async function made(chamber: Chamber, next: Move): Promise<string> {
  const done = makes(chamber, next).then(() => 'ok');
  return done.catch(async (error: unknown) => (await refusal(Promise.reject(error))).code);
}

async function makes(chamber: Chamber, next: Move): Promise<unknown> {
  const { secretary, seats } = office;
  const { id: meetingId } = chamber;
  switch (next.do) {
    case 'arrive':
      return seats[next.seat]?.call('governance.signIn', { meetingId, presence: next.seat % 2 === 0 ? 'onSite' : 'remote' });
    case 'leave':
      return chamber.leave(next.seat);
    case 'excuse': {
      const { version } = await chamber.view();
      const noted = { meetingId, version, seat: `seat-${next.seat + 1}`, presence: 'excused' } as const;
      return secretary.call('governance.recordAttendance', noted);
    }
    case 'adjourn':
      return chamber.adjourn();
    case 'resume':
      return chamber.move('governance.resumeMeeting');
    case 'open':
      return chamber.open(next.item + 1);
    case 'decide':
      return chamber.decide(next.item + 1);
    case 'pullOut': {
      const { applications } = await chamber.item(1);
      return chamber.pullOut(1, applications[0]?.applicationId ?? '');
    }
    case 'vote':
      return chamber.cast(next.item + 1, next.seat, next.choice);
    case 'correct':
      return chamber.correct(next.item + 1, next.seat, next.choice);
  }
}

/** What must be true after every move, whatever came before. */
async function compare(chamber: Chamber, model: Model): Promise<void> {
  const { state, seats, items, quorum } = await chamber.view();
  expect(state).toBe(model.running ? 'inSession' : 'adjourned');
  const present = seats.flatMap(({ presence }, index) => (presence === 'onSite' || presence === 'remote' ? [index] : []));
  expect(present).toEqual([...model.present].sort());
  expect(quorum).toMatchObject({ present: present.length, reached: 2 * present.length > seatCount });
  expect(items).toHaveLength(model.items.length);
  for (const [index, wanted] of model.items.entries()) {
    const found = items[index];
    expect([found?.order, found?.state]).toEqual([index + 1, wanted.state]);
    const given = [...wanted.votes].map(([by, chosen]) => `seat-${by + 1} ${chosen}`).sort();
    expect(found?.votes.map((vote) => `${vote.seat} ${vote.choice}`).sort()).toEqual(given);
    expect(found?.corrections).toHaveLength(wanted.corrections);
    if (wanted.decided) {
      const { outcome, approve, recuse, present: then } = wanted.decided;
      expect(found).toMatchObject({ outcome, present: then, tally: { approve, recuse } });
    }
  }
  const batch = items[0]?.applications.map(({ applicationId }) => applicationId);
  expect(batch).toEqual(model.items[0]?.applications);
}

test('whatever seats and secretary do, in any order, a meeting comes to what whole numbers say', async () => {
  let run = 0;
  const moves = fc.array(move, { minLength: 30, maxLength: 45 });
  const outcomes = new Set<string>();
  const property = fc.asyncProperty(moves, async (sequence) => {
    const applications = waiting.slice(run * perBatch, (run + 1) * perBatch);
    run += 1;
    const chamber = await planned(cloud, office);
    await chamber.add(applications, { together: true });
    for (const title of ['甲', '乙']) await chamber.addMatter(title);
    await chamber.start([]);
    const model = new Model(applications);
    const opening: Move[] = [0, 1, 2].map((by) => ({ do: 'arrive', seat: by }));
    for (const next of [...opening, ...sequence]) {
      const wanted = model.play(next);
      if (wanted === 'absent') continue;
      outcomes.add(`${next.do} ${wanted}`);
      expect([next, await made(chamber, next)]).toEqual([next, wanted]);
      await compare(chamber, model);
    }
  });
  await fc.assert(property, { seed: 20_241_122, numRuns: runs, endOnFailure: true });
  const reached = ['vote ok', 'vote auth.forbidden', 'pullOut ok', 'adjourn ok', 'leave ok'];
  expect([...outcomes]).toEqual(expect.arrayContaining(reached));
}, 600_000);
