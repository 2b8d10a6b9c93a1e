import { createHmac } from 'node:crypto';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { localValue } from '../../config/environment';
import type { Finding } from '../../scripts/audit/report';
import { storeAt, storeIn } from '../../scripts/audit/stores';
import { verify } from '../../scripts/audit/verify';
import { type Door, openDoor } from '../support/door';

let door: Door;
const ids: string[] = [];

beforeAll(async () => {
  process.env.JOURNAL_KEY = localValue('JOURNAL_KEY');
  door = await openDoor();
  for (const number of [1, 2, 3]) ids.push(await door.thingOf(`o-${number}`, `1101011990030700${number}X`));
  for (let time = 0; time < 4; time += 1) await door.call('o-1', 'count', { id: ids[0] });
  await door.call('o-2', 'remove', { id: ids[1] });
  await door.emulator.clock.advance(3_600_000);
  await door.fire('anchor');
  await door.call('o-1', 'rename', { id: ids[0], version: 5, title: '秋天' });
  await door.emulator.clock.advance(3_600_000);
  await door.fire('deliver');
  await door.fire('anchor');
  await door.call('o-3', 'count', { id: ids[2] });
});
afterAll(async () => {
  await door.close();
  await rm(path.dirname(door.dataDir), { recursive: true, force: true });
});

type Doc = Record<string, unknown>;

/** What the verifier finds in the store after somebody's direct change; the store itself stays as it is. */
async function findings(tamper: (store: Record<string, Doc[]>) => void): Promise<readonly Finding[]> {
  const store = structuredClone(door.emulator.database.dump()) as Record<string, Doc[]>;
  tamper(store);
  const { findings: found } = await verify(Object.keys(store), (name) => Promise.resolve((store[name] ?? []) as never));
  return found;
}

const rowsOf = (store: Record<string, Doc[]>, id = ids[0]) =>
  (store.journal ?? []).filter((row) => row.aggregate === `things:${id}`).sort((a, b) => Number(a.seq) - Number(b.seq));
const thingOf = (store: Record<string, Doc[]>, id = ids[0]) => store.things?.find((each) => each._id === id) as Doc;
const drop = (store: Record<string, Doc[]>, collection: string, gone: readonly (Doc | undefined)[]) => {
  store[collection] = (store[collection] ?? []).filter((each) => !gone.includes(each));
};
const about = (what: string, problem: string | RegExp) =>
  expect.objectContaining({ what: expect.stringContaining(what), problem: expect.stringMatching(problem) });

test('an untouched store has no finding, read from the running emulator', async () => {
  expect(await findings(() => undefined)).toEqual([]);
  const names = door.emulator.database.collections;
  const { rows, anchors, findings: found } = await verify(names, storeAt(door.emulator.url).read);
  expect([found, rows, anchors]).toEqual([[], door.documents('journal').length, 2]);
});

test('the store on disk is read with its exported anchors, which name the very rows that are gone', async () => {
  const names = door.emulator.database.collections;
  const store = storeIn(door.dataDir, door.collections);
  const whole = await verify(names, store.read, store.exported);
  const [gone] = rowsOf(door.emulator.database.dump() as never, ids[2]);
  const cut = await verify(
    names,
    async (name) => (await store.read(name)).filter(({ _id }) => _id !== gone?._id),
    store.exported,
  );
  const unanchored = await verify(names, async (name) => (name === 'anchors' ? [] : store.read(name)), store.exported);
  store.close();
  expect(whole.findings).toEqual([]);
  expect(store.exported).toHaveLength(2);
  expect(cut.findings).toContainEqual(about(`row ${String(gone?._id)}`, 'is in anchor 1, but not in the journal'));
  expect(unanchored.findings).toEqual([about('anchor 1', 'was exported'), about('anchor 2', 'was exported')]);
});

describe('names', () => {
  test.each([
    ['the time', { at: new Date(0) }],
    ['who acted', { actor: 'somebody-else' }],
    ['the action', { action: 'thing.approve' }],
    ['the answer', { answer: 'AAAA' }],
    ['a hash', { changes: [] }],
    ['the place in the chain', { seq: 9 }],
  ])('a row in which %s was edited', async (_what, edit) => {
    const found = await findings((store) => Object.assign(rowsOf(store)[2] as Doc, edit));
    expect(found).toContainEqual(about(`row ${String(rowsOf(door.emulator.database.dump() as never)[2]?._id)}`, 'was edited'));
  });

  test('nothing when only the state of delivery changes', async () => {
    expect(
      await findings((store) => Object.assign(rowsOf(store)[0] as Doc, { state: 'pending', attempts: 3, delivered: [] })),
    ).toEqual([]);
  });

  test('a row that was deleted from the middle, by the one after it', async () => {
    const found = await findings((store) => drop(store, 'journal', [rowsOf(store)[2]]));
    expect(found).toContainEqual(about(`things:${ids[0]} #4`, 'the row before it, #3, is missing'));
    expect(found).toContainEqual(about('anchor 1', 'covered'));
  });

  test('rows that changed places', async () => {
    const found = await findings((store) => {
      const [, second, third] = rowsOf(store) as [Doc, Doc, Doc];
      [second.seq, third.seq, second.previous, third.previous] = [third.seq, second.seq, third.previous, second.previous];
    });
    expect(found.filter(({ problem }) => problem === 'was edited')).toHaveLength(2);
  });

  test('a chain whose end was cut off', async () => {
    const found = await findings((store) => drop(store, 'journal', rowsOf(store).slice(-2)));
    expect(found).toContainEqual(about(`chain things:${ids[0]}`, 'rows after #4 were cut off; its head is #6'));
  });

  test('a chain that was cut off whole', async () => {
    const found = await findings((store) => drop(store, 'journal', rowsOf(store)));
    expect(found).toContainEqual(about(`chain things:${ids[0]}`, 'all its 6 rows were cut off'));
  });

  test('a head that was set back, removed or forged', async () => {
    const back = await findings((store) => Object.assign(thingOf(store), { chain: { seq: 2, mac: rowsOf(store)[1]?.mac } }));
    expect(back).toContainEqual(about(`chain things:${ids[0]}`, 'set back to #2; the journal has #6'));
    expect(await findings((store) => delete thingOf(store).chain)).toContainEqual(
      about(`chain things:${ids[0]}`, 'head was removed'),
    );
    expect(await findings((store) => Object.assign(thingOf(store), { chain: { seq: 7, mac: 'x' } }))).toContainEqual(
      about(`chain things:${ids[0]}`, 'cut off'),
    );
  });

  test('a record that was edited, set back, deleted, added or put back', async () => {
    expect(await findings((store) => Object.assign(thingOf(store), { title: '冬天' }))).toEqual([
      about(`record things:${ids[0]}`, 'was edited directly'),
    ]);
    expect(await findings((store) => drop(store, 'things', [thingOf(store, ids[2])]))).toContainEqual(
      about(`record things:${ids[2]}`, 'deleted directly'),
    );
    expect(await findings((store) => store.things?.push({ ...thingOf(store), _id: 'new', chain: undefined }))).toEqual([
      about('record things:new', 'was added directly'),
    ]);
    expect(await findings((store) => store.things?.push({ _id: ids[1], version: 1 }))).toContainEqual(
      about(`record things:${ids[1]}`, 'put back directly'),
    );
    const [account] = door.documents('accounts');
    const promoted = await findings((store) =>
      Object.assign(store.accounts?.[0] as Doc, { grants: [{ role: 'administrator' }] }),
    );
    expect(promoted).toEqual([about(`record accounts:${String(account?._id)}`, 'was edited directly')]);
  });

  test('a record and its chain set back together, by the anchor of the day', async () => {
    const found = await findings((store) => {
      const rows = rowsOf(store);
      drop(store, 'journal', rows.slice(3));
      const tampered = thingOf(store);
      Object.assign(tampered, { chain: { seq: 3, mac: rows[2]?.mac } });
    });
    expect(found).toContainEqual(about('anchor 1', 'covered 11 rows; the journal now has 9 there'));
  });

  test('anchors that were edited, deleted or forged', async () => {
    expect(await findings((store) => Object.assign(store.anchors?.[0] as Doc, { root: 'x' }))).toContainEqual(
      about('anchor 1', 'was edited'),
    );
    expect(await findings((store) => drop(store, 'anchors', [store.anchors?.[0]]))).toContainEqual(
      about('anchor 2', 'the anchor before it is missing'),
    );
    const forged = createHmac('sha256', 'a guess').update('x').digest('base64url');
    expect(
      await findings((store) => Object.assign(store.anchors?.[1] as Doc, { count: 0, root: '', mac: forged })),
    ).toContainEqual(about('anchor 2', 'was edited'));
  });
});

test('a person whose key is erased can be read by nobody, in no instance after a minute, and the chain still verifies', async () => {
  const owner = String(thingOf(door.emulator.database.dump() as never, ids[2]).owner);
  const requestId = 'before-the-key-is-erased';
  const idNumber = '11010119900307009X';
  expect(await door.call('o-3', 'create', { title: '私', idNumber }, { requestId })).toMatchObject({ ok: true });
  expect(await door.call('o-3', 'forget', {})).toEqual({ ok: true, data: { id: owner } });
  await door.emulator.close();
  door = await openDoor({ emulator: { dataDir: door.dataDir } });
  expect(door.documents('dataKeys').find(({ _id }) => _id === owner)).toEqual({ _id: owner, erasedAt: expect.any(Date) });
  expect(await door.call('o-3', 'read', { id: ids[2] })).toEqual({
    ok: true,
    data: { id: ids[2], title: '春天', idNumber: null },
  });
  // What was never sealed can still be kept up; what was sealed stays gone.
  expect(await door.call('o-3', 'rename', { id: ids[2], version: 2, title: '新' })).toMatchObject({ ok: true });
  expect(await door.call('o-3', 'read', { id: ids[2] })).toEqual({
    ok: true,
    data: { id: ids[2], title: '新', idNumber: null },
  });
  expect(await door.call('o-3', 'create', { title: '私', idNumber }, { requestId })).toMatchObject({
    ok: false,
    code: 'notFound',
  });
  expect(await findings(() => undefined)).toEqual([]);
});
