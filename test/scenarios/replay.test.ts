import * as fc from 'fast-check';
import { dayOf } from '../../shared/dates';
import { startCloud, type TestCloud } from '../support/cloud';
import { itemsOf, type Office, openOffice, person, refusal, seatCount } from '../support/office';

let cloud: TestCloud;
let office: Office;
const day = 24 * 3600_000;
const clock = () => cloud.emulator.clock;
const auditor = () => person(cloud, 'o-auditor');
const second = () => person(cloud, 'o-administrator-2');
const choices = ['approve', 'against', 'abstain', 'recuse'] as const;
type Choice = (typeof choices)[number];
const body = 'presidentsOffice';

beforeAll(async () => {
  cloud = await startCloud();
  office = await openOffice(cloud);
  for (const [openid, role] of [
    ['o-auditor', 'auditor'],
    ['o-administrator-2', 'administrator'],
  ] as const) {
    const { code } = await person(cloud, openid).call('account.myStaffCode', { name: '某某' });
    await office.administrator.call('account.grantRole', { code, role });
  }
});
afterAll(() => cloud?.close());

/** A meeting in session about so many matters. */
async function session(matters: number): Promise<string> {
  const { secretary } = office;
  const at = new Date(clock().now() + 3600_000).toISOString();
  const planned = await secretary.call('governance.planMeeting', { body, at, place: '总会会议室' });
  let { version } = planned;
  for (let number = 1; number <= matters; number += 1)
    ({ version } = await secretary.call('governance.addMatter', {
      meetingId: planned.id,
      version,
      title: `事项${number}`,
      text: '讨论',
    }));
  await secretary.call('governance.startMeeting', { meetingId: planned.id, version });
  return planned.id;
}

/** Notes who sits there and how they vote, and decides. @returns the outcome, or why there is none */
async function decide(meetingId: string, itemId: string, seats: readonly (Choice | undefined)[]): Promise<string> {
  const { secretary } = office;
  const read = () => secretary.call('governance.meeting', { meetingId });
  for (const [index, choice] of seats.entries()) {
    const { version } = await read();
    const presence = choice === undefined ? 'excused' : index % 2 === 0 ? 'onSite' : 'remote';
    await secretary.call('governance.recordAttendance', { meetingId, version, seat: `seat-${index + 1}`, presence });
  }
  const item = async () => (await read()).items.find(({ id }) => id === itemId);
  await secretary.call('governance.openItem', { meetingId, itemId, version: (await item())?.version ?? 0 });
  for (const [index, choice] of seats.entries())
    if (choice !== undefined)
      await secretary.call('governance.recordVote', { meetingId, itemId, seat: `seat-${index + 1}`, choice });
  const decided = secretary.call('governance.decideItem', { meetingId, itemId, version: (await item())?.version ?? 0 });
  return decided.then(
    ({ outcome }) => outcome,
    (error: { code: string }) => error.code,
  );
}

/** Two thirds of those present must approve, from the day after tomorrow on. */
async function stricter(): Promise<void> {
  const { proposals, inForce } = await office.administrator.call('rules.rule', { key: `voting.${body}` });
  expect(proposals).toEqual([]);
  const { id: proposalId } = await office.administrator.call('rules.proposeRule', {
    key: `voting.${body}`,
    value: { ...(inForce.value as object), pass: { kind: 'atLeast', numerator: 2, denominator: 3 } },
    effectiveFrom: dayOf(clock().now() + 2 * day),
    source: '章程修正案',
    note: '与理事会一致',
  });
  await second().call('rules.approveProposal', { proposalId });
}

const replay = async (version?: number) => {
  const under = version === undefined ? {} : { under: { key: `voting.${body}`, version } };
  const first = await auditor().call('governance.replayDecisions', under);
  const rest = first.next ? await auditor().call('governance.replayDecisions', { ...under, cursor: first.next }) : { rows: [] };
  return [...first.rows, ...rest.rows];
};

const room = fc.array(fc.option(fc.constantFrom(...choices), { nil: undefined }), { minLength: seatCount, maxLength: seatCount });
const outcomes = new Map<string, string>();

test('every stored decision of a history with random attendance and votes gives its result again', async () => {
  const rooms = fc.sample(room, { seed: 20261122, numRuns: 9 });
  // Three to two: passed by more than half, not by two thirds.
  rooms.push(['approve', 'approve', 'approve', 'against', 'against']);
  const meetingId = await session(rooms.length);
  for (const [index, { id }] of (await itemsOf(office, meetingId)).entries()) {
    const outcome = await decide(meetingId, id, rooms[index] ?? []);
    if (outcome === 'passed' || outcome === 'notPassed') outcomes.set(id, outcome);
    else expect(outcome).toBe('meeting.noQuorum');
  }
  expect(new Set(outcomes.values())).toEqual(new Set(['passed', 'notPassed']));
  const replayed = await replay();
  expect(new Map(replayed.map(({ item, stored }) => [item, stored]))).toEqual(outcomes);
  expect(replayed.filter(({ same, rule }) => !same || rule !== `voting.${body}@1`)).toEqual([]);
});

test('under a changed rule the case that hung on it comes out differently, and only what the rule says', async () => {
  await stricter();
  const replayed = await replay(2);
  expect(replayed.every(({ same }) => same)).toBe(true);
  const differs = replayed.filter(({ stored, under }) => under !== stored);
  expect(differs).toMatchObject([{ stored: 'passed', under: 'notPassed' }]);
  const none = { under: { key: `voting.${body}`, version: 3 } };
  expect((await refusal(auditor().call('governance.replayDecisions', none))).code).toBe('notFound');
});

test('a session goes by the rule of its beginning, and every decision replays under the rule it names', async () => {
  const begun = await session(1);
  await clock().advance(2 * day);
  const later = await session(1);
  const votes: readonly Choice[] = ['approve', 'approve', 'approve', 'against', 'against'];
  const decided = async (meetingId: string) => {
    const [item] = await itemsOf(office, meetingId);
    return { item: item?.id ?? '', outcome: await decide(meetingId, item?.id ?? '', votes) };
  };
  // A session that began before the day of the new rule goes by the old one to its end.
  const [old, fresh] = [await decided(begun), await decided(later)];
  expect([old.outcome, fresh.outcome]).toEqual(['passed', 'notPassed']);
  const replayed = await replay(2);
  expect(replayed.every(({ same }) => same)).toBe(true);
  const of = (id: string) => replayed.find(({ item }) => item === id);
  expect(of(old.item)).toMatchObject({ rule: `voting.${body}@1`, stored: 'passed', under: 'notPassed' });
  expect(of(fresh.item)).toMatchObject({ rule: `voting.${body}@2`, stored: 'notPassed', under: 'notPassed' });
});
