import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { environment } from '../../config/environment';
import { version } from '../../package.json';
import { actAs } from '../../scripts/demo/acting';
import { atVersion, fillIn, review, reviewTwice, submit } from '../../scripts/demo/journey';
import { appoint, firstAdministrator, seatBody } from '../../scripts/demo/staff';
import { startCloud } from '../support/cloud';
import { applicant, settle } from '../support/office';
import { Recorder, type Recording } from './recording';

/*
 * Records what phones of this release send, over one application's whole way: run once when a release is made
 * (`npm run record:release`) and check the file in. `release.test.ts` plays every recording against the present functions.
 */

async function record(): Promise<void> {
  const code = environment.FIRST_ADMINISTRATOR_CODE.localOnly;
  const cloud = await startCloud();
  const recordedAt = new Date(cloud.emulator.clock.now()).toISOString();
  const recorder = new Recorder();
  const person = (openid: string) => recorder.watch(actAs(cloud.emulator, openid));
  const settled = async () => {
    await settle(cloud);
    recorder.settled();
  };

  const [administrator, officer, second, secretary] = [
    person('o-administrator'),
    person('o-officer'),
    person('o-second'),
    person('o-secretary'),
  ];
  await firstAdministrator(administrator, '管一', code);
  await appoint(administrator, officer, '联一', [{ role: 'liaisonOfficer' }]);
  await appoint(administrator, second, '复一', [{ role: 'secondReviewer' }]);
  await appoint(administrator, secretary, '秘一', [{ role: 'meetingSecretary' }]);
  const seats = ['一', '二', '三'].map((name, index) => ({ name, phone: person(`o-seat-${index + 1}`) }));
  const holders: string[] = [];
  for (const { name, phone } of seats) holders.push(await appoint(administrator, phone, `席${name}`, [{ role: 'president' }]));
  await seatBody(administrator, 'presidentsOffice', holders);
  await administrator.call('account.staff', {});

  // Somebody who changes their mind.
  const leaver = person('o-leaver');
  await leaver.call('membership.withdrawApplication', atVersion(await fillIn(leaver, applicant(2), 1)));

  // One application, returned once, then carried to the certificate.
  const member = person('o-member');
  await member.call('account.home', {});
  const draft = await fillIn(member, applicant(1));
  await member.call('account.recordAcceptance', { templates: ['applicationProgress'] });
  const submitted = await submit(member, draft);
  await settled();
  await officer.call('account.workbench', {});
  await officer.call('membership.applications', { state: 'submitted' });
  const accepted = await officer.call('membership.acceptApplication', atVersion(submitted));
  const notes = [{ field: 'contact.address', note: '请写到门牌号' }];
  const returned = await officer.call('membership.returnApplication', { ...atVersion(accepted), notes });
  await member.call('membership.myApplication', {});
  const resubmitted = await submit(member, returned);
  await officer.call('membership.reviewApplication', { applicationId: submitted.id });
  await officer.call('membership.revealPerson', { applicationId: submitted.id, reason: '核对证件' });
  const checklist = {
    willing: { judgement: 'met', evidence: '申请书' },
    able: { judgement: 'met', evidence: '走访' },
    influential: { judgement: 'doubtful', evidence: '街道介绍' },
  } as const;
  const recommended = await officer.call('membership.recommendApplication', {
    ...atVersion(resubmitted),
    checklist,
    opinion: '建议',
  });
  const sentBack = await second.call('membership.sendBackApplication', { ...atVersion(recommended), reason: '请补充依据' });
  const again = await officer.call('membership.recommendApplication', { ...atVersion(sentBack), checklist, opinion: '已补充' });
  await second.call('membership.endorseApplication', atVersion(again));

  const other = person('o-other');
  const otherApplication = await reviewTwice(officer, second, await submit(other, await fillIn(other, applicant(3))));
  const planned = await secretary.call('governance.planMeeting', {
    body: 'presidentsOffice',
    at: new Date(Date.parse(recordedAt) + 24 * 3600_000).toISOString(),
    place: '总会会议室',
  });
  const meetingId = planned.id;
  await secretary.call('governance.addItems', {
    meetingId,
    version: planned.version,
    applicationIds: [submitted.id, otherApplication.id],
  });
  await settled();
  const agenda = await secretary.call('governance.meeting', { meetingId });
  const [item, dropped] = agenda.items;
  if (!item || !dropped) throw new Error('the agenda lacks its items');
  await secretary.call('governance.removeItem', { meetingId, itemId: dropped.id, version: dropped.version });
  await settled();
  const now = await secretary.call('governance.meeting', { meetingId });
  await secretary.call('governance.startMeeting', { meetingId, version: now.version });
  for (const { phone } of seats.slice(0, 2)) await phone.call('governance.signIn', { meetingId, presence: 'onSite' });
  const attended = await secretary.call('governance.meeting', { meetingId });
  await secretary.call('governance.recordAttendance', {
    meetingId,
    version: attended.version,
    seat: 'seat-3',
    presence: 'remote',
  });
  let vote = await secretary.call('governance.openItem', { meetingId, itemId: item.id, version: item.version });
  for (const { phone } of seats.slice(0, 2))
    vote = await phone.call('governance.castVote', { meetingId, itemId: item.id, choice: 'approve' });
  vote = await secretary.call('governance.recordVote', { meetingId, itemId: item.id, seat: 'seat-3', choice: 'abstain' });
  await secretary.call('governance.decideItem', { meetingId, itemId: item.id, version: vote.version });
  const closing = await secretary.call('governance.meeting', { meetingId });
  await secretary.call('governance.closeMeeting', { meetingId, version: closing.version });
  await secretary.call('governance.meetings', {});
  await settled();

  await member.call('account.me', {});
  const { rows } = await member.call('account.inbox', {});
  if (rows[0]) await member.call('account.markRead', { entryId: rows[0].id });
  await member.call('membership.myCertificate', {});
  await member.call('membership.disclosures', { applicationId: submitted.id });
  await member.call('membership.verifyCertificate', { token: 'AAAAAAAAAAAAAAAAAAAAAA' });
  await review(officer, await submit(leaver, await fillIn(leaver, applicant(2))));

  const recording: Recording = { release: version, recordedAt, firstAdministratorCode: code, steps: recorder.steps };
  await writeFile(path.join(__dirname, `${version}.json`), `${JSON.stringify(recording, null, 1)}\n`);
  await cloud.close();
}

void record();
