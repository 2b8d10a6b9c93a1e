import type { Phone } from '../support/cloud';
import { openWorld, type World } from '../support/membership/world';
import { expectWhole, openEvent, seatsOf } from '../support/registration';

let world: World;
let officer: Phone;
beforeAll(async () => {
  world = await openWorld();
  officer = await world.staff('o-officer', 'liaisonOfficer');
});
afterAll(() => world?.close());

const phone = (name: string) => world.cloud.phone(`o-${name}`);
const hours = (count: number) => count * 3_600_000;

describe('signing up', () => {
  test('gives seats until they are taken, then places in line in the order of arrival', async () => {
    const offeringId = await openEvent(world, officer, { capacity: 1 });
    expect(await phone('a1').call('registration.signUp', { offeringId })).toMatchObject({ state: 'registered', position: null });
    expect(await phone('a2').call('registration.signUp', { offeringId })).toMatchObject({ state: 'waiting' });
    expect(await phone('a3').call('registration.signUp', { offeringId })).toMatchObject({ state: 'waiting' });
    expect(await phone('a2').call('registration.mine', { offeringId })).toMatchObject({ position: 1 });
    expect(await phone('a3').call('registration.mine', { offeringId })).toMatchObject({ position: 2 });
    expectWhole(world.cloud, offeringId);
  });

  test('a second time is refused, and the same request again is answered the same', async () => {
    const offeringId = await openEvent(world, officer);
    const requestId = 'a'.repeat(22);
    const first = await phone('b1').call('registration.signUp', { offeringId }, { requestId });
    expect(await phone('b1').call('registration.signUp', { offeringId }, { requestId })).toEqual(first);
    await expect(phone('b1').call('registration.signUp', { offeringId })).rejects.toMatchObject({ code: 'wrongStatus' });
    expectWhole(world.cloud, offeringId);
  });

  test('is for members only where the event says so', async () => {
    const offeringId = await openEvent(world, officer, { audience: 'members' });
    await expect(phone('stranger').call('registration.signUp', { offeringId })).rejects.toMatchObject({ code: 'auth.forbidden' });
  });

  test('opens and closes by the server’s clock, the end not included', async () => {
    const now = world.cloud.emulator.clock.now();
    const at = (ms: number) => new Date(now + ms).toISOString();
    const offeringId = await openEvent(world, officer, { opensAt: at(hours(1)), closesAt: at(hours(2)) });
    await expect(phone('c1').call('registration.signUp', { offeringId })).rejects.toMatchObject({ code: 'wrongStatus' });
    await world.cloud.emulator.clock.set(now + hours(1));
    expect(await phone('c1').call('registration.signUp', { offeringId })).toMatchObject({ state: 'registered' });
    await world.cloud.emulator.clock.set(now + hours(2));
    await expect(phone('c2').call('registration.signUp', { offeringId })).rejects.toMatchObject({ code: 'wrongStatus' });
  });
});

describe('a seat given back', () => {
  test('is offered to the first in line, who takes it up', async () => {
    const offeringId = await openEvent(world, officer, { capacity: 1 });
    const { id, version } = await phone('e1').call('registration.signUp', { offeringId });
    await phone('e2').call('registration.signUp', { offeringId });
    await phone('e3').call('registration.signUp', { offeringId });
    expect(await phone('e1').call('registration.cancel', { registrationId: id, version })).toMatchObject({ state: 'cancelled' });
    const offer = await phone('e2').call('registration.mine', { offeringId });
    expect(offer).toMatchObject({ state: 'offered', can: { accept: true } });
    const accepted = await phone('e2').call('registration.acceptOffer', {
      registrationId: offer?.id ?? '',
      version: offer?.version ?? 0,
    });
    expect(accepted).toMatchObject({ state: 'registered' });
    expect(accepted.history.map(({ action }) => action)).toEqual(['wait', 'offer', 'accept']);
    expect(await phone('e3').call('registration.mine', { offeringId })).toMatchObject({ state: 'waiting', position: 1 });
    expectWhole(world.cloud, offeringId);
  });

  test('goes to the next when the offer is not taken up in time, and is free when nobody waits', async () => {
    const offeringId = await openEvent(world, officer, { capacity: 1 });
    const { id, version } = await phone('f1').call('registration.signUp', { offeringId });
    await phone('f2').call('registration.signUp', { offeringId });
    await phone('f3').call('registration.signUp', { offeringId });
    await phone('f1').call('registration.cancel', { registrationId: id, version });
    await world.cloud.emulator.clock.advance(hours(24));
    await world.cloud.emulator.timers.fire('jobs', 'tendRegistrations');
    await world.settle();
    expect(await phone('f2').call('registration.mine', { offeringId })).toMatchObject({ state: 'lapsed' });
    const next = await phone('f3').call('registration.mine', { offeringId });
    expect(next).toMatchObject({ state: 'offered' });
    await phone('f3').call('registration.declineOffer', { registrationId: next?.id ?? '', version: next?.version ?? 0 });
    expectWhole(world.cloud, offeringId);
    expect(seatsOf(world.cloud, offeringId)).toMatchObject({ free: 1, line: [], offered: [] });
  });
});
