import { environment } from '../../config/environment';
import type { Emulator, Person } from '../../emulator';
import { dayOf, yearOf } from '../../shared/dates';
import { actAs } from './acting';
import { applicants, type DemoApplicant, type Stage } from './applicants';
import { changeDetails, withdrawConsent } from './changes';
import { claimScenes } from './claims';
import { deliverAll, deliverDue } from './delivery';
import { enrol } from './enrolment';
import { apply, atVersion, correct, fillIn, review } from './journey';
import { holdMeeting, planMeeting, pullOut, putOnAgenda } from './meetings';
import { publishMinutes, sendNotice } from './minutes';
import { administrator, everyStaff, many, officer, seats, second, signInApplicants } from './people';
import { registered } from './registered';
import { rejectionScenes } from './rejections';
import { changeRule, proposeRule, standIn } from './rules';
import { appoint, firstAdministrator, seatBody } from './staff';
import { standingScenes } from './standing';
import { unitScenes } from './unit';

const day = 24 * 3600 * 1000;

/** Whom the local sign-in page offers. */
export const demoPeople: readonly Person[] = [...signInApplicants, ...everyStaff, administrator].map(
  ({ openid, name, note }) => ({
    openid,
    name,
    note,
  }),
);

/** A moment of the story, so many days before (or after) now at an hour of Shanghai; what happens then, happens in order. */
interface Scene {
  readonly at: number;
  play(): Promise<void>;
}

/** What the story remembers from scene to scene. */
interface Story {
  readonly emulator: Emulator;
  readonly now: number;
  /** Application ids and versions by openid. */
  readonly applications: Map<string, { readonly id: string; readonly version: number }>;
}

/**
 * Fills an empty store by acting through the endpoints with the clock moved into the past: about 40 invented members, units
 * and applicants over the 13 cities, applications in every state, one meeting held and one to come. The clock ends at now.
 */
export async function seedDemo(emulator: Emulator): Promise<void> {
  const story: Story = { emulator, now: emulator.clock.now(), applications: new Map() };
  const began = performance.now();
  await emulator.clock.set(hour(story, 60, 9));
  await openFederation(story);
  const at = (days: number, clock: number) => hour(story, days, clock);
  const scenes = [
    ...applicants.flatMap((applicant) => scenesOf(story, applicant)),
    ...meetingScenes(story),
    ...rejectionScenes(emulator, at),
    ...ruleScenes(story),
    ...claimScenes(emulator, at),
    ...standingScenes(emulator, at),
    ...unitScenes(emulator, at),
    { at: hour(story, 2, 10), play: () => changeDetails(emulator) },
    { at: hour(story, 2, 11), play: () => withdrawConsent(emulator) },
  ];
  for (const scene of scenes.sort((a, b) => a.at - b.at)) {
    await emulator.clock.set(scene.at);
    await deliverDue(emulator);
    await scene.play();
  }
  await emulator.clock.set(story.now);
  await deliverAll(emulator);
  await emulator.timers.fire('jobs', 'readNames');
  // Filling it took its time too.
  await emulator.clock.set(story.now + performance.now() - began);
}

/** `days` before the day of now, at an hour of Shanghai. */
function hour({ now }: Story, days: number, clock: number): number {
  return Date.parse(
    `${dayOf(now - days * day)}T${String(Math.floor(clock)).padStart(2, '0')}:${clock % 1 ? '30' : '00'}:00+08:00`,
  );
}

/** Staff with their roles, the seats of the president's office, and the register of earlier members. */
async function openFederation({ emulator, now }: Story): Promise<void> {
  const chief = actAs(emulator, administrator.openid);
  await firstAdministrator(chief, administrator.name, environment.FIRST_ADMINISTRATOR_CODE.localOnly);
  const accounts = new Map<string, string>();
  for (const { openid, name, grants } of everyStaff)
    accounts.set(openid, await appoint(chief, actAs(emulator, openid), name, grants));
  await seatBody(
    chief,
    'presidentsOffice',
    seats.map(({ openid }) => accounts.get(openid) ?? null),
  );
  await enrol(emulator, registered(accounts), { year: yearOf(now), number: 9 });
}

/** Stages in the order of the way, as far as the officers carry an application. */
const reviewed: readonly Stage[] = [
  'awaitingSecondReview',
  'awaitingMeeting',
  'onAgenda',
  'inBatch',
  'admitted',
  'rejected',
  'appealed',
];

/** What happens to one application before a meeting sees it. */
function scenesOf(story: Story, applicant: DemoApplicant): readonly Scene[] {
  const { emulator, applications } = story;
  const { openid, stage, daysAgo } = applicant;
  const person = actAs(emulator, openid);
  const known = () => applications.get(openid) ?? { id: '', version: 0 };
  const keep = async (step: Promise<{ readonly id: string; readonly version: number }>) =>
    void applications.set(openid, await step);
  const scene = (later: number, clock: number, play: () => Promise<void>): Scene => ({
    at: hour(story, daysAgo - later, clock),
    play,
  });
  const first = actAs(emulator, officer.openid);
  const handIn = scene(0, 10, () => keep(stage === 'draft' ? fillIn(person, applicant, 3) : handedIn(story, applicant)));
  const accept = scene(1, 11, () => keep(first.call('membership.acceptApplication', atVersion(known()))));
  if (stage === 'underReview') return [handIn, accept];
  const giveBack = scene(2, 15, () => keep(first.call('membership.returnApplication', { ...atVersion(known()), notes })));
  if (stage === 'returned') return [handIn, accept, giveBack];
  if (stage === 'resubmitted')
    return [handIn, accept, giveBack, scene(5, 20, () => keep(correct(person, known(), { ...applicant, ...corrected })))];
  if (stage === 'withdrawn')
    return [handIn, scene(2, 9, () => keep(person.call('membership.withdrawApplication', atVersion(known()))))];
  if (!reviewed.includes(stage)) return [handIn];
  const recommend = scene(2, 10, () => keep(review(first, known())));
  if (stage === 'awaitingSecondReview') return [handIn, recommend];
  const endorse = () => actAs(emulator, second.openid).call('membership.endorseApplication', atVersion(known()));
  return [handIn, recommend, scene(3, 16, () => keep(endorse()))];
}

/** Who recommends whom, openid by name: an officer who may not review it, and a seat that may only recuse itself. */
const recommenders: Readonly<Record<string, string>> = { 康小满: many.openid, 江以南: 'demo-seat-4' };

async function handedIn({ emulator }: Story, applicant: DemoApplicant) {
  const person = actAs(emulator, applicant.openid);
  const recommender = recommenders[applicant.name];
  if (recommender === undefined) return apply(person, applicant);
  const { member } = await actAs(emulator, recommender).call('account.me', {});
  return apply(person, { ...applicant, ...(member ? { recommender: member.number } : {}) });
}

const notes = [
  { field: 'work.employer', note: '单位名称请按登记证书写全称。' },
  { field: 'purpose.plan', note: '请写明每月能参加几次，在哪里。' },
];

/** What an applicant writes instead. */
const corrected = { employer: '南京市示例区示例社区服务中心', plan: '每月两个周六在示例社区助老食堂服务，每次三小时。' };

/** The meeting ten days ago, and the one three days from now. */
function meetingScenes(story: Story): readonly Scene[] {
  const { emulator, applications } = story;
  const meetings = new Map<string, string>();
  const idsOf = (...stages: readonly Stage[]) =>
    applicants.filter(({ stage }) => stages.includes(stage)).flatMap(({ openid }) => applications.get(openid)?.id ?? []);
  const plan = (name: string, days: number) => async () =>
    void meetings.set(name, await planMeeting(emulator, new Date(hour(story, days, 14.5))));
  const agenda = (name: string, ...stages: readonly Stage[]) => putOnAgenda(emulator, meetings.get(name) ?? '', idsOf(...stages));
  return [
    { at: hour(story, 30, 9), play: plan('held', 10) },
    { at: hour(story, 28, 9.5), play: () => agenda('held', 'admitted', 'rejected', 'appealed') },
    {
      at: hour(story, 10, 14.5),
      play: () => holdMeeting(emulator, meetings.get('held') ?? '', new Set(idsOf('rejected', 'appealed'))),
    },
    { at: hour(story, 9, 9), play: plan('next', -3) },
    { at: hour(story, 8, 15), play: () => publishMinutes(emulator, meetings.get('held') ?? '') },
    { at: hour(story, 6, 9.5), play: () => agenda('next', 'onAgenda') },
    { at: hour(story, 6, 9.5), play: () => putOnAgenda(emulator, meetings.get('next') ?? '', idsOf('inBatch'), true) },
    { at: hour(story, 5, 10), play: () => pullOut(emulator, meetings.get('next') ?? '', idsOf('inBatch')[0] ?? '') },
    { at: hour(story, 6, 10), play: () => sendNotice(emulator, meetings.get('next') ?? '') },
  ];
}

/** A changed rule, one that waits for approval, and a colleague who is away. */
const ruleScenes = (story: Story): readonly Scene[] => [
  { at: hour(story, 50, 9), play: () => changeRule(story.emulator) },
  { at: hour(story, 1, 16), play: () => proposeRule(story.emulator) },
  { at: hour(story, 1, 17), play: () => standIn(story.emulator) },
];
