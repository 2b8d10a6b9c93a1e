import { openRoom } from '../support/membership/meeting';
import { openWorld, review, type World } from '../support/membership/world';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

test('an application goes from the first line to a certificate that anybody can verify', async () => {
  const liaison = await world.staff('o-liaison', 'liaisonOfficer');
  const second = await world.staff('o-second', 'secondReviewer');
  const room = await openRoom(world);
  const applicant = await world.applicant('o-applicant');

  const submitted = await applicant.submit();
  expect(submitted).toMatchObject({ state: 'submitted', can: { submit: false, save: false, withdraw: true } });
  expect(submitted.reference).toMatch(/^SQ-\d{4}-[0-9A-HJKMNP-TV-Z]{6}$/);
  expect(submitted.steps.map(({ state }) => state)).toEqual(['done', 'now', 'todo', 'todo']);

  await review({ liaison, second }, applicant.id);
  expect(await applicant.view()).toMatchObject({ state: 'awaitingMeeting', officer: { name: '工作人员liaison' } });

  const meetingId = await room.schedule([applicant.id]);
  expect(await applicant.view()).toMatchObject({ state: 'onAgenda', meeting: { id: meetingId } });

  await room.decide(meetingId, 'approve');
  await world.settle();
  const admitted = await applicant.view();
  expect(admitted.state).toBe('admitted');
  expect(admitted.steps.map(({ state }) => state)).toEqual(['done', 'done', 'done', 'done']);

  const certificate = await applicant.phone.call('membership.myCertificate', {});
  expect(certificate).toMatchObject({
    memberNumber: expect.stringMatching(/^JSCF-G-\d{4}-00001-\d$/),
    name: '云若溪',
    standing: 'active',
  });
  const token = certificate.verifyUrl.split('/v/')[1] ?? '';
  expect(certificate.verifyUrl).toBe(`https://verify.example.invalid/v/${token}`);
  expect(token).toMatch(/^[0-9A-Za-z_-]{22}$/);

  const verified = await world.cloud.phone('').call('membership.verifyCertificate', { token });
  expect(verified).toMatchObject({
    status: 'inForce',
    certificate: { maskedName: '云*溪', memberNumber: certificate.memberNumber },
  });
  await expect(applicant.phone.call('membership.startApplication', { kind: 'individual' })).rejects.toMatchObject({
    code: 'wrongStatus',
  });
  expect(
    (await liaison.call('membership.reviewApplication', { applicationId: applicant.id })).history.map(({ action }) => action),
  ).toEqual(['start', 'submit', 'accept', 'recommend', 'endorse', 'schedule', 'admit']);
});
