import { environment } from '../../config/environment';
import { type Acting, actAs, Refused } from '../../scripts/demo/acting';
import { type Applicant, apply, reviewTwice } from '../../scripts/demo/journey';
import { appoint, firstAdministrator, seatBody } from '../../scripts/demo/staff';
import { cityCodes } from '../../shared/cities';
import type { TestCloud } from './cloud';

/** Anything with the emulator the office works on. */
type Cloud = Pick<TestCloud, 'emulator'>;

/** A small federation: an administrator, reviewers, a secretary, and a president's office of five seats. */
export interface Office {
  readonly administrator: Acting;
  readonly officer: Acting;
  readonly second: Acting;
  readonly secretary: Acting;
  /** Holders of the seats, in order: `seat-1` to `seat-5`. */
  readonly seats: readonly Acting[];
  /** Account ids by openid. */
  readonly accounts: ReadonlyMap<string, string>;
}

export const seatCount = 5;

/** Who speaks to this cloud; also after a restart. */
export const person = (cloud: Cloud, openid: string): Acting => ({
  openid,
  call: (endpoint, input, options) => actAs(cloud.emulator, openid).call(endpoint, input, options),
  upload: (path, content) => actAs(cloud.emulator, openid).upload(path, content),
});

/** Appoints everybody through the endpoints that people use. */
export async function openOffice(cloud: Cloud): Promise<Office> {
  const named = (openid: string) => person(cloud, openid);
  const administrator = named('o-administrator');
  const accounts = new Map<string, string>();
  const code = environment.FIRST_ADMINISTRATOR_CODE.localOnly;
  accounts.set(administrator.openid, await firstAdministrator(administrator, '管一', code));
  const [officer, second, secretary] = [named('o-officer'), named('o-second'), named('o-secretary')];
  const seats = Array.from({ length: seatCount }, (_, index) => named(`o-seat-${index + 1}`));
  const take = async (who: Acting, name: string, role: 'liaisonOfficer' | 'secondReviewer' | 'meetingSecretary' | 'president') =>
    void accounts.set(who.openid, await appoint(administrator, who, name, [{ role }]));
  await take(officer, '联一', 'liaisonOfficer');
  await take(second, '复一', 'secondReviewer');
  await take(secretary, '秘一', 'meetingSecretary');
  for (const [index, seat] of seats.entries()) await take(seat, `席${index + 1}`, 'president');
  await seatBody(
    administrator,
    'presidentsOffice',
    seats.map(({ openid }) => accounts.get(openid) ?? ''),
  );
  return { administrator, officer, second, secretary, seats, accounts };
}

/** An applicant who differs from every other number in name, mobile and identity number. */
export function applicant(number: number, more: Partial<Applicant> = {}): Applicant {
  return {
    name: `试${'甲乙丙丁戊己庚辛壬癸'[number % 10]}${number}`,
    gender: number % 2 === 0 ? 'female' : 'male',
    birthDate: `19${60 + (number % 40)}-0${1 + (number % 9)}-1${number % 10}`,
    city: cityCodes[number % cityCodes.length] ?? '320100',
    number,
    employer: '示范社会工作站',
    post: '社工',
    fields: ['助老'],
    purpose: '愿意长期参加慈善服务',
    plan: '每月走访两位老人',
    ...more,
  };
}

/** An application that waits for a meeting, with its applicant. */
export async function waitingApplication(
  cloud: Cloud,
  office: Office,
  number: number,
  more: Partial<Applicant> = {},
): Promise<{ readonly who: Acting; readonly id: string }> {
  const who = person(cloud, `o-applicant-${number}`);
  const submitted = await apply(who, applicant(number, more));
  const { id } = await reviewTwice(office.officer, office.second, submitted);
  return { who, id };
}

/** A meeting in session with these applications on its agenda, and the first `present` seats signed in on their phones. */
export async function meetingInSession(cloud: Cloud, office: Office, applicationIds: readonly string[], present = seatCount) {
  const { secretary, seats } = office;
  const at = new Date(cloud.emulator.clock.now() + 3600_000).toISOString();
  const planned = await secretary.call('governance.planMeeting', { body: 'presidentsOffice', at, place: '总会会议室' });
  const meetingId = planned.id;
  const added = await secretary.call('governance.addItems', {
    meetingId,
    version: planned.version,
    applicationIds: [...applicationIds],
  });
  await secretary.call('governance.startMeeting', { meetingId, version: added.version });
  for (const seat of seats.slice(0, present)) await seat.call('governance.signIn', { meetingId, presence: 'onSite' });
  return meetingId;
}

/** The items of a meeting as the secretary sees them, in order. */
export const itemsOf = async (office: Office, meetingId: string) =>
  (await office.secretary.call('governance.meeting', { meetingId })).items;

/** Opens an item and gives the choices of the first seats, each from its own phone. */
export async function voteOn(
  office: Office,
  meetingId: string,
  itemId: string,
  choices: readonly ('approve' | 'against' | 'abstain' | 'recuse')[],
): Promise<number> {
  const { secretary, seats } = office;
  const item = (await itemsOf(office, meetingId)).find(({ id }) => id === itemId);
  let { version } = await secretary.call('governance.openItem', { meetingId, itemId, version: item?.version ?? -1 });
  for (const [index, choice] of choices.entries())
    ({ version } = (await seats[index]?.call('governance.castVote', { meetingId, itemId, choice })) ?? { version });
  return version;
}

/** Runs the timer that finishes what follows from commands, until nothing is left. */
export async function settle(cloud: Cloud): Promise<void> {
  for (let round = 0; round < 12; round += 1) {
    await cloud.emulator.timers.fire('jobs', 'deliver');
    const open = cloud.emulator.database.documents('journal').filter(({ state }) => state === 'pending');
    if (open.length === 0) return;
    await cloud.emulator.clock.advance(6_000);
  }
  throw new Error('deliveries do not come to an end');
}

/** The code and fields of a refusal. @throws when the call succeeds */
export async function refusal(
  call: Promise<unknown>,
): Promise<{ readonly code: string; readonly fields: Readonly<Record<string, string>> }> {
  const answer = await call.then(
    () => 'nothing was refused',
    (error: unknown) => error,
  );
  if (answer instanceof Refused) return { code: answer.code, fields: answer.fields };
  throw answer instanceof Error ? answer : new Error(String(answer));
}
