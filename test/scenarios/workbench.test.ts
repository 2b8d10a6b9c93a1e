import type { Phone } from '../support/cloud';
import { openRoom } from '../support/membership/meeting';
import { openWorld, review, type World } from '../support/membership/world';

const day = 24 * 3600 * 1000;
let world: World;
let liaison: Phone;
let second: Phone;
let suzhou: Phone;

const titles = async (phone: Phone) => (await phone.call('account.workbench', {})).rows.map(({ title }) => title);

beforeAll(async () => {
  world = await openWorld();
  liaison = await world.staff('o-liaison', 'liaisonOfficer');
  second = await world.staff('o-second', 'secondReviewer');
  suzhou = await world.staff('o-suzhou', 'cityOfficer', '320500');
  const early = await world.applicant('o-early', { identity: { name: '早示一' } });
  await early.submit();
  await world.cloud.emulator.clock.advance(3 * day);
  const later = await world.applicant('o-later', { identity: { name: '晚示二' }, contact: { city: '320500' } });
  await later.submit();
});
afterAll(() => world.close());

describe('the workbench', () => {
  it('shows the most urgent first, in each city to its own officers only', async () => {
    expect(await titles(liaison)).toEqual(['入会审查：早示一', '入会审查：晚示二']);
    expect(await titles(suzhou)).toEqual(['入会审查：晚示二']);
    expect(await titles(second)).toEqual([]);
  });

  it('tells what changed since yesterday', async () => {
    const { changes, rows, counts } = await liaison.call('account.workbench', {});
    expect(changes).toEqual({ opened: 1, closed: 0 });
    expect(rows.map(({ isNew }) => isNew)).toEqual([false, true]);
    expect(counts).toMatchObject({ all: 2, capped: false });
  });

  it('counts what was done since yesterday in the queue it was done in', async () => {
    const [, row] = (await liaison.call('account.workbench', {})).rows;
    const applicationId = row?.page.split('id=')[1] ?? '';
    await review({ liaison, second }, applicationId);
    const after = await liaison.call('account.workbench', {});
    expect(after.changes).toEqual({ opened: 0, closed: 1 });
    expect((await suzhou.call('account.workbench', {})).changes).toEqual({ opened: 0, closed: 1 });
    expect((await second.call('account.workbench', {})).changes).toEqual({ opened: 0, closed: 1 });
  });

  it('pages by urgency without a row twice or left out', async () => {
    for (let number = 0; number < 22; number += 1) await (await world.applicant(`o-many-${number}`)).submit();
    const first = await liaison.call('account.workbench', {});
    const next = await liaison.call('account.workbench', { cursor: first.next ?? '' });
    expect([first.rows.length, next.rows.length, next.next]).toEqual([20, 3, null]);
    expect(new Set([...first.rows, ...next.rows].map(({ id }) => id)).size).toBe(23);
  });

  it('is made anew from the journal as it was', async () => {
    await openRoom(world);
    await world.settle();
    const lines = () => world.cloud.emulator.database.documents('due').sort((a, b) => (String(a._id) < String(b._id) ? -1 : 1));
    const before = lines();
    expect(before.length).toBeGreaterThan(20);
    await expect(liaison.call('account.rebuildWorkbench', {})).rejects.toMatchObject({ code: 'auth.forbidden' });
    await world.cloud.phone('o-administrator').call('account.rebuildWorkbench', {});
    // A projection: somebody broke it by hand.
    world.cloud.emulator.database.bulkLoad('due', [{ ...before[0], _id: 'stray' }]);
    expect(lines()).toHaveLength(before.length + 1);
    await world.cloud.emulator.timers.fire('jobs', 'rebuildDue');
    expect(lines()).toEqual(before);
    const rows = await world.cloud.emulator.timers.fire('jobs', 'rebuildDue');
    expect(rows).toMatchObject({ result: '{"rows":0}' });
  });
});
