import type { Input } from '../../shared/endpoints';
import type { Phone, TestCloud } from './cloud';
import type { World } from './membership/world';

type Plan = Input<'events.planEvent'>;

/** A published event whose registration is open, as an officer makes it. */
export async function openEvent(world: World, officer: Phone, changes: Partial<Plan['registration']> = {}): Promise<string> {
  const now = world.cloud.emulator.clock.now();
  const hours = (count: number) => new Date(now + count * 3_600_000).toISOString();
  const planned = await officer.call('events.planEvent', {
    kind: 'fellowship',
    title: '会员联谊会',
    place: '总会多功能厅',
    startsAt: hours(2400),
    endsAt: hours(2403),
    text: '会员相互认识，交流经验。',
    registration: {
      capacity: 2,
      opensAt: hours(-1),
      closesAt: hours(2000),
      cancelUntil: hours(2200),
      audience: 'everyone',
      cities: [],
      categories: [],
      waitingList: true,
      ...changes,
    },
  });
  const { id } = await officer.call('events.publishEvent', { eventId: planned.id, version: planned.version });
  return id;
}

/** The seats document of an offering, as the database has it. */
export function seatsOf(cloud: TestCloud, offering: string) {
  const found = cloud.emulator.database.documents('seats').find(({ _id }) => _id === offering);
  const places = (field: string) =>
    (found?.[field] as { readonly registration: string; readonly person: string; readonly seats: number }[] | undefined) ?? [];
  return {
    capacity: Number(found?.capacity),
    free: Number(found?.free),
    settling: found?.settling === true,
    persons: (found?.persons as string[] | undefined) ?? [],
    held: places('held'),
    offered: places('offered'),
    line: places('line'),
    pending: places('pending'),
  };
}

/** What holds whenever nothing is under way: nobody twice, nobody too many, and every registration as the seats say. */
export function expectWhole(cloud: TestCloud, offering: string): void {
  const rows = cloud.emulator.database.documents('registrations').filter((row) => row.offering === offering);
  // The document is made for the first who comes.
  if (!cloud.emulator.database.documents('seats').some(({ _id }) => _id === offering)) return expect(rows).toEqual([]);
  const { capacity, free, settling, persons, held, offered, line, pending } = seatsOf(cloud, offering);
  expect({ settling, pending }).toEqual({ settling: false, pending: [] });
  const used = [...held, ...offered].reduce((sum, { seats }) => sum + seats, 0);
  expect(free).toBeGreaterThanOrEqual(0);
  expect(used + free).toBe(capacity);
  const present = [...held, ...offered, ...line].map(({ person }) => person);
  expect([...present].sort()).toEqual([...persons].sort());
  expect(new Set(present).size).toBe(present.length);
  if (line.length > 0) expect(free).toBe(0);
  const inState = (state: string) =>
    rows
      .filter((row) => row.state === state)
      .map(({ _id }) => String(_id))
      .sort();
  const ids = (among: readonly { readonly registration: string }[]) => among.map(({ registration }) => registration).sort();
  expect({ registered: inState('registered'), offered: inState('offered'), waiting: inState('waiting') }).toEqual({
    registered: ids(held),
    offered: ids(offered),
    waiting: ids(line),
  });
}
