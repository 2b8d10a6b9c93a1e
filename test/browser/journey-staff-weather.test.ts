import { apply } from '../../scripts/demo/journey';
import { pages } from '../../shared/pages';
import { applicant, type Office, openOffice, person, settle } from '../support/office';
import { badWeather } from './network';
import {
  closeMeeting,
  decide,
  fillChecklist,
  front,
  headline,
  openDue,
  planMeeting,
  putOnAgenda,
  recordAttendance,
  recordVote,
  says,
  tap,
} from './staff-steps';
import { type RunningApp, startApp } from './support';

// Every call takes a second.
jest.setTimeout(300_000);

let app: RunningApp;
let office: Office;
beforeAll(async () => {
  app = await startApp();
  office = await openOffice(app);
}, 180_000);
afterAll(() => app.close());

/** Somebody's phone on a network that is slow and loses calls. */
async function inBadWeather(openid: string, address: string) {
  const visitor = await app.visit(openid);
  visitor.context.setDefaultTimeout(60_000);
  const report = await badWeather(visitor.context, { latency: 1_000, failEvery: 10 });
  return { visitor, report, page: await visitor.open(address) };
}

const count = (collection: string) => app.emulator.database.count(collection);

it('ends in one member, one number, one certificate and one message per step where the network is slow and loses calls', async () => {
  const { name } = applicant(3);
  const who = person(app, 'o-journey-weather');
  const submitted = await apply(who, applicant(3));
  await settle(app);

  const officer = await inBadWeather(office.officer.openid, pages.workbench());
  await openDue(officer.page, name);
  await headline(officer.page, name);
  await front(officer.page, '#accept').dblclick();
  await front(officer.page, '#recommend').waitFor();
  await fillChecklist(officer.page);
  await front(officer.page, '#recommend').dblclick();
  await says(officer.page, '初审已通过，等另一位审查人复审');
  const { version } = await office.second.call('membership.reviewApplication', { applicationId: submitted.id });
  await office.second.call('membership.endorseApplication', { applicationId: submitted.id, version });
  await settle(app);

  const secretary = await inBadWeather(office.secretary.openid, pages.meetings());
  await planMeeting(secretary.page, app.emulator.clock.now());
  await putOnAgenda(secretary.page, name);
  for (const seat of ['seat-1', 'seat-2', 'seat-3']) await recordAttendance(secretary.page, seat);
  await tap(secretary.page, 'start-meeting');
  await tap(secretary.page, 'open-next');
  for (const seat of ['seat-1', 'seat-2', 'seat-3']) await recordVote(secretary.page, seat, '同意');
  await decide(secretary.page);
  await closeMeeting(secretary.page);
  await settle(app);

  const losses = [officer.report(), secretary.report()];
  const lost = (kind: 'lostBefore' | 'lostAfter') => losses.reduce((sum, report) => sum + report[kind], 0);
  expect(lost('lostBefore')).toBeGreaterThan(0);
  expect(lost('lostAfter')).toBeGreaterThan(0);
  expect([count('meetings'), count('agendaItems'), count('members'), count('certificates')]).toEqual([1, 1, 1, 1]);
  const { memberNumber } = await who.call('membership.myCertificate', {});
  expect(memberNumber).toMatch(/-00001-\d$/);
  const kinds = (await who.call('account.inbox', {})).rows.map(({ kind }) => kind);
  expect([...kinds].sort()).toEqual(
    ['Accepted', 'Admitted', 'Endorsed', 'Recommended', 'Scheduled', 'Submitted'].map((step) => `application${step}`),
  );
  const votes = (await office.secretary.call('governance.meetings', {})).rows;
  expect(votes.map(({ state }) => state)).toEqual(['closed']);
  for (const { visitor } of [officer, secretary]) await visitor.context.close();
});
