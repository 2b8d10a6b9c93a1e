import { failure, type SdkDatabase } from './sdk-types';
import { type Cloud, startCloud } from './support';

let cloud: Cloud;
beforeAll(async () => {
  cloud = await startCloud({ now: () => 1_700_000_000_000, collections: [{ name: 'things', access: 'ADMINONLY', indexes: [] }] });
  await cloud.db.collection('things').add({
    data: [
      { _id: 'one', n: 1, s: 'Xylem', at: new Date(5), tags: ['a', 'b'], o: { p: { q: 1 }, z: 2 }, b: true, nul: null },
      {
        _id: 'two',
        n: 2,
        s: 'axle',
        tags: [],
        list: [
          { k: 1, v: 1 },
          { k: 5, v: 2 },
        ],
        mixed: [1, 8],
      },
      {
        _id: 'three',
        n: 3.5,
        s: 'x',
        at: new Date(2_000_000_000_000),
        tags: 'a',
        list: [3, { k: 3, v: 9 }],
        o: { z: 2, p: { q: 1 } },
      },
      { _id: 'four', n: '4', nan: Number.NaN, grid: [[1, 2], [3]], list: [{ k: [7, 8] }], deep: [{ in: [{ at: 1 }] }] },
    ],
  });
});
afterAll(() => cloud.close());

const things = () => cloud.db.collection('things');
const idsOf = async (filter: unknown) => (await things().where(filter).get()).data.map(({ _id }) => _id);

type Filter = (db: SdkDatabase) => unknown;

test.each<[string, Filter, string[]]>([
  ['a value', () => ({ n: 1 }), ['one']],
  ['eq', ({ command: _ }) => ({ n: _.eq(1) }), ['one']],
  ['neq, which includes missing fields', ({ command: _ }) => ({ b: _.neq(true) }), ['two', 'three', 'four']],
  ['gt', ({ command: _ }) => ({ n: _.gt(1) }), ['two', 'three']],
  ['gte and lt', ({ command: _ }) => ({ n: _.gte(1).and(_.lt(3)) }), ['one', 'two']],
  ['lte', ({ command: _ }) => ({ n: _.lte(2) }), ['one', 'two']],
  ['a range only within its type', ({ command: _ }) => ({ n: _.gt('3') }), ['four']],
  ['in', ({ command: _ }) => ({ n: _.in([1, '4']) }), ['one', 'four']],
  ['in with an expression', ({ command: _ }) => ({ s: _.in([/^x/i]) }), ['one', 'three']],
  ['in with null, which is also missing', ({ command: _ }) => ({ nul: _.in([null]) }), ['one', 'two', 'three', 'four']],
  ['nin', ({ command: _ }) => ({ n: _.nin([1, 2]) }), ['three', 'four']],
  ['and', ({ command: _ }) => _.and([{ n: _.gt(0) }, { b: true }]), ['one']],
  ['or over fields', ({ command: _ }) => _.or([{ n: 1 }, { s: 'axle' }]), ['one', 'two']],
  ['or of one field', ({ command: _ }) => ({ n: _.or(_.eq(1), _.gt(3)) }), ['one', 'three']],
  ['not', ({ command: _ }) => ({ n: _.not(_.gt(2)) }), ['one', 'two', 'four']],
  ['nor', ({ command: _ }) => _.nor([{ n: 1 }, { n: 2 }]), ['three', 'four']],
  ['exists', ({ command: _ }) => ({ at: _.exists(true) }), ['one', 'three']],
  ['does not exist', ({ command: _ }) => ({ at: _.exists(false) }), ['two', 'four']],
  ['mod', ({ command: _ }) => ({ n: _.mod(2, 0) }), ['two']],
  ['a member of an array', () => ({ tags: 'a' }), ['one', 'three']],
  ['a whole array', () => ({ tags: ['a', 'b'] }), ['one']],
  ['a whole array in another order', () => ({ tags: ['b', 'a'] }), []],
  ['all', ({ command: _ }) => ({ tags: _.all(['b', 'a']) }), ['one']],
  ['size', ({ command: _ }) => ({ tags: _.size(0) }), ['two']],
  ['elemMatch on objects', ({ command: _ }) => ({ list: _.elemMatch({ k: _.gt(3), v: 2 }) }), ['two']],
  ['elemMatch on values', ({ command: _ }) => ({ mixed: _.elemMatch({ $gt: 3, $lt: 9 }) }), ['two']],
  [
    'elemMatch never takes a scalar for an object',
    ({ command: _ }) => ({ list: _.elemMatch({ k: _.neq(1) }) }),
    ['two', 'three', 'four'],
  ],
  ['elemMatch on a field of scalars', ({ command: _ }) => ({ mixed: _.elemMatch({ value: _.gt(0) }) }), []],
  ['a field inside an array', () => ({ 'list.k': 5 }), ['two']],
  ['a field inside an array inside an array', () => ({ 'list.k': 8 }), ['four']],
  ['a field two arrays deep', () => ({ 'deep.in.at': 1 }), ['four']],
  ['a place in an array', () => ({ 'tags.1': 'b' }), ['one']],
  ['a field at a place in an array', () => ({ 'list.1.k': 5 }), ['two']],
  ['an array in an array', () => ({ grid: [1, 2] }), ['four']],
  ['a nested object, field by field', () => ({ o: { p: { q: 1 } } }), ['one', 'three']],
  ['a whole object, whose order counts', ({ command: _ }) => ({ o: _.eq({ p: { q: 1 }, z: 2 }) }), ['one']],
  ['an expression', () => ({ s: /^x/i }), ['one', 'three']],
  ['an expression made by the database', ({ RegExp }) => ({ s: RegExp({ regexp: '^x', options: 'i' }) }), ['one', 'three']],
  ['a date', () => ({ at: new Date(5) }), ['one']],
  ['a range of dates', ({ command: _ }) => ({ at: _.gt(new Date(6)) }), ['three']],
  ['the date of the server', ({ command: _, serverDate }) => ({ at: _.lt(serverDate()) }), ['one']],
  ['null, which is also missing', () => ({ nul: null }), ['one', 'two', 'three', 'four']],
  ['at least null, which is null or missing', ({ command: _ }) => ({ at: _.gte(null) }), ['two', 'four']],
  ['more than null, which is nothing', ({ command: _ }) => ({ at: _.gt(null) }), []],
  ['NaN', () => ({ nan: Number.NaN }), ['four']],
  ['numbers below, where NaN is none', ({ command: _ }) => ({ nan: _.lt(5) }), []],
  ['an aggregation expression', ({ command: _ }) => _.expr(_.aggregate.gt(['$n', 3])), ['three', 'four']],
  ['an empty object, which is everything', () => ({ o: {} }), ['one', 'two', 'three', 'four']],
  ['undefined beside another field, which is dropped', () => ({ n: 1, other: undefined }), ['one']],
])('finds by %s', async (_name, filter, expected) => {
  expect(await idsOf(filter(cloud.db))).toEqual(expected);
});

test('orders across types as Mongo does, by the first of two orders of a field', async () => {
  const ordered = async (field: string, direction: 'asc' | 'desc') =>
    (await things().orderBy(field, direction).orderBy('_id', 'asc').get()).data.map(({ _id }) => _id);
  expect(await ordered('n', 'asc')).toEqual(['one', 'two', 'three', 'four']);
  expect(await ordered('n', 'desc')).toEqual(['four', 'three', 'two', 'one']);
  expect(await ordered('at', 'desc')).toEqual(['three', 'one', 'four', 'two']);
  expect(await ordered('tags', 'asc')).toEqual(['two', 'four', 'one', 'three']);
});

test('pages by offset and limit, and says so', async () => {
  expect((await things().orderBy('_id', 'desc').skip(1).limit(2).get()).data.map(({ _id }) => _id)).toEqual(['three', 'one']);
  expect(cloud.exchanges.at(-1)?.outcome.body).toMatchObject({ data: { offset: 1, limit: 2 } });
});

test('counts', async () => {
  const { command: _ } = cloud.db;
  expect((await things().count()).total).toBe(4);
  expect(
    (
      await things()
        .where({ n: _.gt(0) })
        .count()
    ).total,
  ).toBe(3);
});

describe('refuses, as Mongo does,', () => {
  const answer = (query: string) =>
    cloud.database.execute({ action: 'database.getDocument', collectionName: 'things', queryType: 'WHERE', query }).body;

  test.each<[string, string, string]>([
    ['an unknown operator', '{"a":{"$foo":1}}', '(BadValue) unknown operator: $foo'],
    ['an unknown operator at the top', '{"$foo":[]}', '(BadValue) unknown top level operator: $foo'],
    ['in without a list', '{"a":{"$in":1}}', '(BadValue) $in needs an array'],
    ['all without a list', '{"a":{"$all":1}}', '(BadValue) $all needs an array'],
    ['a size that is no number', '{"a":{"$size":"x"}}', '(BadValue) $size must be a whole number'],
    ['a remainder of two parts', '{"a":{"$mod":[2]}}', '(BadValue) malformed mod, needs to be an array of two elements'],
    ['a division by zero', '{"a":{"$mod":[0,1]}}', '(BadValue) divisor cannot be 0'],
    ['elemMatch without an object', '{"a":{"$elemMatch":1}}', '(BadValue) $elemMatch needs an Object'],
    [
      'a range of expressions',
      '{"a":{"$gt":{"$regularExpression":{"pattern":"x","options":""}}}}',
      "(BadValue) Can't have RegEx as arg to predicate over field.",
    ],
    ['a type that does not exist', '{"a":{"$type":{}}}', '(BadValue) Unknown type name alias'],
  ])('%s', (_name, query, message) => {
    expect(answer(query)).toMatchObject({ code: 'DATABASE_REQUEST_FAILED', message: expect.stringContaining(message) });
  });

  test.each<[string, string]>([
    ['JavaScript', '{"$where":"true"}'],
    ['JavaScript in an expression', '{"$expr":{"$function":{"body":"x","args":[],"lang":"js"}}}'],
    ['a JSON schema', '{"$jsonSchema":{}}'],
    ['a JSON schema within alternatives', '{"$or":[{"$jsonSchema":{}}]}'],
    ['text search', '{"$text":{"$search":"x"}}'],
    ['a place near another', '{"at":{"$near":[1,2]}}'],
  ])('what is not built here: %s', (_name, query) => {
    expect(answer(query)).toMatchObject({
      code: 'DATABASE_REQUEST_FAILED',
      message: expect.stringContaining('not supported by the local database'),
    });
  });

  test('a place near another, as the SDK asks', async () => {
    const { command: _, Geo } = cloud.db;
    const error = await failure(
      things()
        .where({ at: _.geoNear({ geometry: Geo.Point(113, 23), maxDistance: 1000 }) })
        .get(),
    );
    expect(error).toMatchObject({ errCode: -502001, errMsg: expect.stringContaining('geospatial queries not supported') });
  });
});

test('finds by type', () => {
  const ids = (type: string) => {
    const query = `{"n":{"$type":${type}}}`;
    const { body } = cloud.database.execute({
      action: 'database.getDocument',
      collectionName: 'things',
      queryType: 'WHERE',
      query,
    });
    return (body.data as { list: string[] }).list.length;
  };
  expect(['"int"', '"double"', '"string"', '"number"', '16', '["int","string"]', '"date"'].map(ids)).toEqual([
    2, 1, 1, 3, 2, 3, 0,
  ]);
});
