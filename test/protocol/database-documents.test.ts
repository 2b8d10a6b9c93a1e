import { failure } from './sdk-types';
import { type Cloud, startCloud } from './support';

let cloud: Cloud;
beforeEach(async () => {
  cloud = await startCloud({ now: () => 1_700_000_000_000 });
  await cloud.db.createCollection('todos');
});
afterEach(() => cloud.close());

const todos = () => cloud.db.collection('todos');
const answer = () => cloud.exchanges.at(-1)?.outcome.body;

describe('collections', () => {
  test('are not created by adding to them', async () => {
    const error = await failure(cloud.db.collection('nope').add({ data: {} }));
    expect(error).toMatchObject({
      errCode: -502005,
      errMsg:
        'collection.add:fail -502005 database collection not exists. [ResourceNotFound] Db or Table not exist: nope. Please check your request, but if the problem cannot be solved, contact us.',
    });
    expect(await failure(cloud.db.collection('nope').get())).toMatchObject({ errCode: -502005 });
    expect(await failure(cloud.db.collection('nope').where({ a: 1 }).count())).toMatchObject({ errCode: -502005 });
    expect(
      await failure(
        cloud.db
          .collection('nope')
          .doc('x')
          .update({ data: { a: 1 } }),
      ),
    ).toMatchObject({ errCode: -502005 });
  });

  test('are created once', async () => {
    expect(await failure(cloud.db.createCollection('todos'))).toMatchObject({
      code: 'DATABASE_REQUEST_FAILED',
      errMsg:
        'createCollection:fail [ResourceExist] Table exist. Please check your request, but if the problem cannot be solved, contact us.',
    });
  });

  test('need a proper name', async () => {
    expect(await failure(cloud.db.createCollection('not a name'))).toMatchObject({ code: 'INVALID_PARAM' });
  });
});

describe('a document', () => {
  test('comes back with every type that it was added with', async () => {
    const data = {
      _id: 'a1',
      n: 1,
      f: 1.5,
      big: 1234567890123,
      negative: -0.25,
      s: 'x\u0000\u{1f600}',
      b: true,
      nothing: null,
      at: new Date(1_700_000_000_123),
      tags: ['a', ['b']],
      o: { p: { q: 1 } },
      empty: {},
    };
    expect(await todos().add({ data })).toMatchObject({ _id: 'a1', errMsg: 'collection.add:ok' });
    expect(await todos().doc('a1').get()).toMatchObject({ data, errMsg: 'document.get:ok' });
    expect(answer()).toMatchObject({
      data: { offset: 0, limit: 100, list: [expect.stringContaining('"big":{"$numberLong":"1234567890123"}')] },
    });
  });

  test('keeps NaN and infinity', async () => {
    await todos().add({ data: { _id: 'n', nan: Number.NaN, up: Number.POSITIVE_INFINITY, down: Number.NEGATIVE_INFINITY } });
    const { data } = (await todos().doc('n').get()) as { data: Record<string, number> };
    expect(data).toEqual({ _id: 'n', nan: Number.NaN, up: Number.POSITIVE_INFINITY, down: Number.NEGATIVE_INFINITY });
  });

  test('takes server dates from the clock of the cloud', async () => {
    await todos().add({ data: { _id: 'd', now: cloud.db.serverDate(), later: cloud.db.serverDate({ offset: 60_000 }) } });
    const { data } = (await todos().doc('d').get()) as { data: Record<string, Date> };
    expect(data).toMatchObject({ now: new Date(1_700_000_000_000), later: new Date(1_700_000_060_000) });
  });

  test('keeps a regular expression as such', async () => {
    await todos().add({ data: { _id: 'r', re: /x/i } });
    expect(answer()).toEqual({ data: { insertedIds: ['r'] } });
    await todos().doc('r').get();
    expect(answer()).toMatchObject({ data: { list: ['{"_id":"r","re":{"$regularExpression":{"pattern":"x","options":"i"}}}'] } });
  });

  test('gets an id of 32 hexadecimal digits when it has none', async () => {
    const { _id } = (await todos().add({ data: {} })) as { _id: string };
    expect(_id).toMatch(/^[0-9a-f]{32}$/);
  });

  test('is added once', async () => {
    await todos().add({ data: { _id: 'a1' } });
    expect(await failure(todos().add({ data: { _id: 'a1' } }))).toMatchObject({
      errCode: -502001,
      errMsg:
        'collection.add:fail -502001 database request fail. multiple write errors: [{write errors: [{E11000 duplicate key error collection: tnt.todos index: _id_ dup key: { : "a1" }}]}, {<nil>}]',
    });
  });

  test('must have a text as its id', async () => {
    expect(await failure(todos().add({ data: { _id: 7 } }))).toMatchObject({ errCode: -501007 });
  });

  test('is not found when it is missing', async () => {
    expect(await failure(todos().doc('zz').get())).toMatchObject({
      errCode: -1,
      errMsg: 'document.get:fail document with _id zz does not exist',
    });
    expect(answer()).toEqual({ data: { list: [], offset: 0, limit: 100 } });
    expect(
      (
        await todos()
          .doc('zz')
          .update({ data: { n: 1 } })
      ).stats,
    ).toEqual({ updated: 0 });
    expect(answer()).toEqual({ data: { updated: 0, upsert_id: null } });
    expect((await todos().doc('zz').remove()).stats).toEqual({ removed: 0 });
  });

  test('is cut down to the fields asked for, its id first', async () => {
    await todos().add({ data: { _id: 'p', n: 1, o: { p: 1, q: 2 }, list: [{ k: 1, j: 2 }] } });
    await todos().doc('p').field({ n: true, 'o.p': true }).get();
    expect(answer()).toMatchObject({ data: { list: ['{"_id":"p","n":{"$numberInt":"1"},"o":{"p":{"$numberInt":"1"}}}'] } });
    const { data } = (await todos().field({ 'list.j': false, o: false }).get()) as { data: unknown };
    expect(data).toEqual([{ _id: 'p', n: 1, list: [{ k: 1 }] }]);
  });

  test('is set: created, then replaced whole, and counted even when nothing changes', async () => {
    expect(
      (
        await todos()
          .doc('s')
          .set({ data: { v: 1, w: 1 } })
      ).stats,
    ).toEqual({ updated: 0, created: 1 });
    expect(answer()).toEqual({ data: { updated: 0, upsert_id: 's' } });
    expect(
      (
        await todos()
          .doc('s')
          .set({ data: { v: 2 } })
      ).stats,
    ).toEqual({ updated: 1, created: 0 });
    expect(
      (
        await todos()
          .doc('s')
          .set({ data: { v: 2 } })
      ).stats,
    ).toEqual({ updated: 1, created: 0 });
    expect((await todos().doc('s').get()).data).toEqual({ _id: 's', v: 2 });
  });

  test('keeps its id', async () => {
    await todos()
      .doc('s')
      .set({ data: { v: 1 } });
    for (const data of ['{"$set":{"_id":"t"}}', '{"$unset":{"_id":""}}']) {
      const { body } = cloud.database.execute({ ...one('s'), action: 'database.modifyDocument', data, merge: true });
      expect(body).toEqual({ code: 'INVALID_PARAM', message: '不能更新_id的值' });
    }
    const replaced = cloud.database.execute({
      ...one('s'),
      action: 'database.modifyDocument',
      data: '{"_id":"t"}',
      merge: false,
    });
    expect(replaced.body).toEqual({ code: 'INVALID_PARAM', message: '不能更新_id的值' });
  });

  test('is removed', async () => {
    await todos()
      .doc('s')
      .set({ data: { v: 1 } });
    expect((await todos().doc('s').remove()).stats).toEqual({ removed: 1 });
    expect((await todos().count()).total).toBe(0);
  });

  test('larger than 16 MB is refused', async () => {
    const data = [JSON.stringify({ _id: 'large', text: 'x'.repeat(17 * 1024 * 1024) })];
    const { body } = cloud.database.execute({ action: 'database.insertDocument', collectionName: 'todos', data });
    expect(body).toMatchObject({ code: 'DATABASE_REQUEST_FAILED', message: expect.stringContaining('too large') });
  });

  test('with a field name that Mongo does not store is refused', async () => {
    const { body } = cloud.database.execute({
      action: 'database.insertDocument',
      collectionName: 'todos',
      data: ['{"_id":"x","a":{"$b":{"$numberInt":"1"},"c":1}}'],
    });
    expect(body).toMatchObject({
      code: 'DATABASE_REQUEST_FAILED',
      message: expect.stringContaining("'$b' in 'a.$b' is not valid for storage"),
    });
  });

  test('named __proto__ harms nothing', async () => {
    const text = '{"_id":"x","__proto__":{"polluted":true}}';
    cloud.database.execute({ action: 'database.insertDocument', collectionName: 'todos', data: [text] });
    const { body } = cloud.database.execute({ ...one('x'), action: 'database.getDocument' });
    expect(body).toMatchObject({ data: { list: [text] } });
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  test('is changed and handed back', async () => {
    await todos()
      .doc('s')
      .set({ data: { v: 1 } });
    const change = { ...one('s'), action: 'database.modifyAndReturnDoc', data: '{"$inc":{"v":{"$numberInt":"2"}}}' };
    expect(cloud.database.execute(change).body).toEqual({ data: { updated: 1, doc: '{"_id":"s","v":{"$numberInt":"3"}}' } });
    expect(cloud.database.execute({ ...change, ...one('zz') }).body).toEqual({ data: { updated: 0, doc: null } });
  });
});

const one = (id: string) => ({ collectionName: 'todos', query: JSON.stringify({ _id: id }), queryType: 'DOC', multi: false });

describe('many documents', () => {
  test('are added in one call, 1001 of them', async () => {
    const data = Array.from({ length: 1001 }, (_, n) => ({ _id: `d${n}`, n }));
    const { _ids } = (await todos().add({ data })) as unknown as { _ids: string[] };
    expect(_ids).toHaveLength(1001);
    expect((await todos().count()).total).toBe(1001);
  });

  test('before a duplicate stay added, as in Mongo', async () => {
    await todos().add({ data: { _id: 'b' } });
    await failure(todos().add({ data: [{ _id: 'a' }, { _id: 'b' }, { _id: 'c' }] }));
    expect(((await todos().get()).data as { _id: string }[]).map(({ _id }) => _id)).toEqual(['b', 'a']);
  });

  test('come in pages of 100 by default and 1000 at most', async () => {
    await todos().add({ data: Array.from({ length: 1200 }, (_, n) => ({ _id: `d${n}`, n })) });
    const rows = async (query: { get(): Promise<unknown> }) => ((await query.get()) as { data: unknown[] }).data.length;
    expect(await rows(todos())).toBe(100);
    expect(await rows(todos().limit(0))).toBe(100);
    expect(await rows(todos().limit(5000))).toBe(1000);
    expect(await rows(todos().skip(1195).limit(10))).toBe(5);
    const { body } = cloud.database.execute({
      action: 'database.getDocument',
      collectionName: 'todos',
      queryType: 'WHERE',
      limit: 5000,
    });
    expect((body.data as { list: unknown[] }).list).toHaveLength(1000);
  });

  test('beyond 16 MB are refused as an answer', async () => {
    await todos().add({ data: Array.from({ length: 6 }, () => ({ text: 'x'.repeat(3_000_000) })) });
    expect(await failure(todos().get())).toMatchObject({
      errCode: -502001,
      errMsg: expect.stringContaining('exceeds the limit'),
    });
  });

  test('are changed and removed by a filter, all or the first', async () => {
    const _ = cloud.db.command;
    await todos().add({
      data: [
        { _id: 'a', n: 1 },
        { _id: 'b', n: 2 },
        { _id: 'c', n: 3 },
      ],
    });
    expect(
      (
        await todos()
          .where({ n: _.gt(1) })
          .update({ data: { flag: true } })
      ).stats,
    ).toEqual({ updated: 2 });
    const first = {
      action: 'database.modifyDocument',
      collectionName: 'todos',
      queryType: 'WHERE',
      query: '{}',
      multi: false,
      merge: true,
    };
    expect(cloud.database.execute({ ...first, data: '{"$set":{"first":true}}' }).body).toEqual({
      data: { updated: 1, upsert_id: null },
    });
    expect((await todos().where({ first: true }).count()).total).toBe(1);
    expect((await todos().where({ flag: true }).remove()).stats).toEqual({ removed: 2 });
    expect((await todos().get()).data).toEqual([{ _id: 'a', n: 1, first: true }]);
  });
});

test('answers what it does not understand with a parameter error', () => {
  const execute = (request: Record<string, unknown>) =>
    cloud.database.execute({ action: 'database.getDocument', ...request }).body.code;
  expect(execute({ action: 'database.dropCollection', collectionName: 'todos' })).toBe('INVALID_PARAM');
  expect(execute({})).toBe('INVALID_PARAM');
  expect(execute({ collectionName: 'todos', query: '{' })).toBe('INVALID_PARAM');
  expect(execute({ collectionName: 'todos', query: '[]' })).toBe('INVALID_PARAM');
  expect(execute({ collectionName: 'todos', query: '{"a":{"$binary":"x"}}' })).toBe('INVALID_PARAM');
  expect(execute({ collectionName: 'todos', query: '{"a":{"$numberInt":"x"}}' })).toBe('INVALID_PARAM');
  expect(execute({ collectionName: 'todos', query: '{"a":{"$date":"x"}}' })).toBe('INVALID_PARAM');
  expect(execute({ collectionName: 'todos', query: '{"a":{"$regularExpression":{"pattern":"(","options":""}}}' })).toBe(
    'INVALID_PARAM',
  );
  expect(execute({ collectionName: 'todos', order: '{"a":{"$numberInt":"2"}}' })).toBe('INVALID_PARAM');
  expect(execute({ collectionName: 'todos', limit: -1 })).toBe('INVALID_PARAM');
  expect(execute({ collectionName: 'todos', queryType: 'DOC', query: '{"_id":{"$ne":1}}' })).toBe('INVALID_PARAM');
});
