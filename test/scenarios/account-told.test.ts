import { progressSteps } from '../../cloudfunctions/account/progress';
import { apply, atVersion, reviewTwice, submit } from '../../scripts/demo/journey';
import { messageTemplates } from '../../shared/account/message-templates';
import { inboxTexts } from '../../shared/labels';
import { startCloud, type TestCloud } from '../support/cloud';
import { applicant, type Office, openOffice, person, settle } from '../support/office';

let cloud: TestCloud;
let office: Office;

beforeAll(async () => {
  cloud = await startCloud();
  office = await openOffice(cloud);
});
afterAll(() => cloud?.close());

const kindsOf = async (who: typeof office.officer) =>
  (await who.call('account.workbench', {})).rows.map(({ kind, title }) => [kind, title]);

test('every step has a sentence in the inbox and a phrase that the template takes', () => {
  for (const { kind, phrase } of Object.values(progressSteps)) {
    expect([kind, inboxTexts[kind]]).toEqual([kind, expect.any(Function)]);
    expect(phrase.length).toBeLessThanOrEqual(5);
  }
});

test('an application moves from queue to queue of the workbench, with the applicant’s name opened for the reader', async () => {
  const who = person(cloud, 'o-applicant-1');
  const submitted = await apply(who, applicant(1, { name: '试会动' }));
  expect(await kindsOf(office.officer)).toEqual([['reviewApplication', '入会审查：试会动']]);
  expect(await kindsOf(office.second)).toEqual([]);
  const accepted = await office.officer.call('membership.acceptApplication', atVersion(submitted));
  const notes = [{ field: 'work.employer', note: '请写全称' }];
  const returned = await office.officer.call('membership.returnApplication', { ...atVersion(accepted), notes });
  expect(await kindsOf(office.officer)).toEqual([]);
  const again = await submit(who, returned);
  expect(await kindsOf(office.officer)).toEqual([['reviewApplication', '入会审查：试会动']]);
  const endorsed = await recommended(again);
  expect(await kindsOf(office.officer)).toEqual([]);
  expect(await kindsOf(office.secretary)).toEqual([['scheduleApplication', '列入会议议题：试会动']]);
  await who.call('membership.withdrawApplication', atVersion(endorsed));
  expect(await kindsOf(office.secretary)).toEqual([]);
  await settle(cloud);
  expect((await who.call('account.inbox', {})).rows.map(({ kind }) => kind).reverse()).toEqual([
    'applicationSubmitted',
    'applicationAccepted',
    'applicationReturned',
    'applicationResubmitted',
    'applicationRecommended',
    'applicationEndorsed',
    'applicationWithdrawn',
  ]);
});

async function recommended(application: { readonly id: string; readonly version: number }) {
  const checked = { judgement: 'met', evidence: '有材料' } as const;
  const checklist = { willing: checked, able: checked, influential: checked };
  const input = { ...atVersion(application), checklist, opinion: '同意' };
  const { version } = await office.officer.call('membership.recommendApplication', input);
  expect(await kindsOf(office.second)).toEqual([['secondReview', '入会复审：试会动']]);
  return office.second.call('membership.endorseApplication', { applicationId: application.id, version });
}

test('nobody is shown their own matter in the workbench', async () => {
  await apply(office.officer, applicant(2));
  expect(await kindsOf(office.officer)).toEqual([]);
});

test('one acceptance of the dialog is one message, and the inbox tells everything all the same', async () => {
  const who = person(cloud, 'o-applicant-3');
  const before = cloud.emulator.openapi.sent.length;
  cloud.emulator.openapi.subscribe.grant('o-applicant-3', messageTemplates.applicationProgress.id);
  await who.call('account.recordAcceptance', { templates: ['applicationProgress', 'applicationProgress'] });
  await reviewTwice(office.officer, office.second, await apply(who, applicant(3)));
  await settle(cloud);
  expect(cloud.emulator.openapi.sent.slice(before)).toMatchObject([
    { touser: 'o-applicant-3', data: { phrase3: { value: '已提交' } } },
  ]);
  expect((await who.call('account.inbox', {})).rows).toHaveLength(4);
  expect((await who.call('account.home', {})).unread).toBe(4);
  const states = cloud.emulator.database.documents('messages').map(({ state }) => state);
  expect(states).toContain('sent');
  expect(states.filter((state) => state === 'sent')).toHaveLength(1);
});

test('nothing that is sent, stored in the inbox or in a queue names a person', () => {
  const dump = cloud.emulator.database.dump();
  const told = JSON.stringify([dump.inbox, dump.due, dump.messages, dump.agendaItems, cloud.emulator.openapi.sent]);
  for (const name of ['试会动', '复一', '联一', '席1']) expect(told).not.toContain(name);
});
