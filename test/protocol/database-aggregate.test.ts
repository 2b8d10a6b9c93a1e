import { failure } from './sdk-types';
import { type Cloud, startCloud } from './support';

const NOW = Date.UTC(2026, 0, 15, 4);

let cloud: Cloud;
beforeAll(async () => {
  cloud = await startCloud({
    now: () => NOW,
    collections: [
      {
        name: 'sales',
        access: 'ADMINONLY',
        indexes: [
          {
            name: 'shop_n',
            keys: [
              { field: 'shop', direction: 1 },
              { field: 'n', direction: 1 },
            ],
          },
        ],
      },
      { name: 'shops', access: 'ADMINONLY', indexes: [{ name: 'code', keys: [{ field: 'code', direction: 1 }], unique: true }] },
    ],
  });
  const rows = Array.from({ length: 60 }, (_, n) => ({
    _id: `s${n}`,
    n,
    shop: `p${n % 3}`,
    at: new Date(NOW + n * 3_600_000),
    tags: n % 2 ? ['x', 'y'] : [],
  }));
  await cloud.db.collection('sales').add({ data: rows });
  await cloud.db.collection('shops').add({ data: [0, 1, 2].map((n) => ({ _id: `shop${n}`, code: `p${n}`, city: `city${n}` })) });
});
afterAll(() => cloud.close());

const sales = () => cloud.db.collection('sales').aggregate();
const $ = () => cloud.db.command.aggregate;
const examined = () => cloud.exchanges.at(-1)?.outcome.examined;

test('answers with 20 rows unless limited, and with 10000 at most', async () => {
  expect((await sales().end()).list).toHaveLength(20);
  expect((await sales().limit(50).end()).list).toHaveLength(50);
  await cloud.db.createCollection('many');
  cloud.database.bulkLoad(
    'many',
    Array.from({ length: 10_050 }, (_, n) => ({ _id: `m${n}` })),
  );
  expect((await cloud.db.collection('many').aggregate().limit(20_000).end()).list).toHaveLength(10_000);
});

test('matches, sorts and limits by index', async () => {
  const { list } = await sales()
    .match({ shop: 'p1', n: cloud.db.command.gt(10) })
    .sort({ n: -1 })
    .limit(3)
    .end();
  expect(list.map(({ n }) => n)).toEqual([58, 55, 52]);
  expect(examined()).toBe(3);
});

test('skips', async () => {
  const { list } = await sales().match({ shop: 'p1' }).sort({ n: 1 }).skip(2).limit(2).end();
  expect(list.map(({ n }) => n)).toEqual([7, 10]);
  expect(examined()).toBe(4);
});

test('groups', async () => {
  const { list } = await sales()
    .match({ n: cloud.db.command.lt(30) })
    .addFields({ day: $().dateToString({ date: '$at', format: '%Y-%m-%d', timezone: 'Asia/Shanghai' }) })
    .group({ _id: '$day', total: $().sum('$n'), first: $().first('$_id') })
    .sort({ _id: 1 })
    .end();
  expect(list).toEqual([
    { _id: '2026-01-15', total: 66, first: 's0' },
    { _id: '2026-01-16', total: 369, first: 's12' },
  ]);
});

test('counts, and counts by value', async () => {
  expect((await sales().match({ shop: 'p1' }).count('total').end()).list).toEqual([{ total: 20 }]);
  expect(
    (
      await sales()
        .match({ n: cloud.db.command.lt(4) })
        .sortByCount('$shop')
        .end()
    ).list[0],
  ).toEqual({ _id: 'p0', count: 2 });
});

test('projects, unwinds and replaces the root', async () => {
  const one = () => sales().match({ _id: 's1' });
  expect(
    (
      await one()
        .project({ n: 1, double: { $multiply: ['$n', 2] }, _id: 0 })
        .end()
    ).list,
  ).toEqual([{ n: 1, double: 2 }]);
  expect((await one().unwind('$tags').project({ tags: 1 }).end()).list).toEqual([
    { _id: 's1', tags: 'x' },
    { _id: 's1', tags: 'y' },
  ]);
  const kept = await sales()
    .match({ _id: 's0' })
    .unwind({ path: '$tags', preserveNullAndEmptyArrays: true })
    .project({ n: 1 })
    .end();
  expect(kept.list).toEqual([{ _id: 's0', n: 0 }]);
  expect(
    (
      await one()
        .replaceRoot({ newRoot: { only: '$n' } })
        .end()
    ).list,
  ).toEqual([{ only: 1 }]);
});

test('puts into buckets', async () => {
  const { list } = await sales()
    .bucket({ groupBy: '$n', boundaries: [0, 10, 30], default: 'rest', output: { count: $().sum(1) } })
    .end();
  expect(list).toEqual([
    { _id: 0, count: 10 },
    { _id: 10, count: 20 },
    { _id: 'rest', count: 30 },
  ]);
  const automatic = await sales().bucketAuto({ groupBy: '$n', buckets: 3 }).end();
  expect(automatic.list.map(({ count }) => count)).toEqual([20, 20, 20]);
});

test('takes a sample', async () => {
  expect((await sales().sample({ size: 5 }).end()).list).toHaveLength(5);
});

describe('a join', () => {
  test('by equal fields uses the index of the other collection', async () => {
    const { list } = await sales()
      .match({ _id: cloud.db.command.in(['s1', 's4', 's5']) })
      .lookup({ from: 'shops', localField: 'shop', foreignField: 'code', as: 'found' })
      .unwind('$found')
      .project({ city: '$found.city' })
      .end();
    expect(list).toEqual([
      { _id: 's1', city: 'city1' },
      { _id: 's4', city: 'city1' },
      { _id: 's5', city: 'city2' },
    ]);
    expect(examined()).toBe(5);
  });

  test('counts every member of an array, and takes a missing field for null', async () => {
    await cloud.db.createCollection('lists');
    await cloud.db.collection('lists').add({ data: [{ _id: 'l', codes: ['p0', 'p2'] }, { _id: 'none' }] });
    const { list } = await cloud.db
      .collection('lists')
      .aggregate()
      .lookup({ from: 'shops', localField: 'codes', foreignField: 'code', as: 'found' })
      .end();
    expect(list.map(({ found }) => (found as unknown[]).length)).toEqual([2, 0]);
  });

  test('by a pipeline with variables uses the index too', async () => {
    const stages = [
      {
        stageKey: '$lookup',
        stageValue: JSON.stringify({
          from: 'sales',
          let: { code: '$code' },
          pipeline: [
            { $match: { $expr: { $and: [{ $eq: ['$shop', '$$code'] }, { $lt: ['$n', 5] }] } } },
            { $sort: { n: -1 } },
            { $project: { _id: 0, n: 1 } },
          ],
          as: 'last',
        }),
      },
      { stageKey: '$project', stageValue: '{"last":1}' },
    ];
    const { body, examined: read } = cloud.database.execute({
      action: 'database.aggregateDocuments',
      collectionName: 'shops',
      stages,
    });
    expect((body.data as { list: string[] }).list.map((text) => JSON.parse(text) as unknown)).toEqual([
      { _id: 'shop0', last: [{ n: { $numberInt: '3' } }, { n: { $numberInt: '0' } }] },
      { _id: 'shop1', last: [{ n: { $numberInt: '4' } }, { n: { $numberInt: '1' } }] },
      { _id: 'shop2', last: [{ n: { $numberInt: '2' } }] },
    ]);
    expect(read).toBe(3 + 60);
  });

  test('with a collection that does not exist finds nothing', async () => {
    const { list } = await sales()
      .limit(1)
      .lookup({ from: 'nope', localField: 'n', foreignField: 'n', as: 'found' })
      .project({ found: 1 })
      .end();
    expect(list).toEqual([{ _id: 's0', found: [] }]);
  });
});

test('has expressions that agree with Mongo', async () => {
  const evaluate = async (expression: unknown) =>
    (await sales().limit(1).project({ _id: 0, value: expression }).end()).list[0]?.value;
  expect(await evaluate({ $week: '$at' })).toBe(2);
  expect(await evaluate({ $week: { $literal: new Date(Date.UTC(2023, 0, 1)) } })).toBe(1);
  expect(await evaluate({ $week: { $literal: new Date(Date.UTC(2024, 0, 1)) } })).toBe(0);
  expect(await evaluate({ $indexOfCP: ['\u{1f600}ab', 'b'] })).toBe(2);
  expect(await evaluate({ $indexOfCP: ['ab', 'z'] })).toBe(-1);
  expect(await evaluate({ $substr: ['abcdef', 2, -1] })).toBe('cdef');
  expect(await evaluate({ $substr: ['abc', 1, 1] })).toBe('b');
  expect(await evaluate({ $gt: ['x', 5] })).toBe(true);
  expect(await evaluate({ $eq: ['$missing', null] })).toBe(false);
  expect(
    await evaluate({
      $eq: [
        { a: 1, b: 2 },
        { b: 2, a: 1 },
      ],
    }),
  ).toBe(false);
  expect(await evaluate('$$NOW')).toEqual(new Date(NOW));
});

describe('refuses', () => {
  const answer = (stageKey: string, stageValue: string) =>
    cloud.database.execute({ action: 'database.aggregateDocuments', collectionName: 'sales', stages: [{ stageKey, stageValue }] })
      .body;

  test.each<[string, string, string, string]>([
    ['a stage that the cloud does not offer', '$facet', '{}', "(Location40324) Unrecognized pipeline stage name: '$facet'"],
    ['an empty order', '$sort', '{}', '$sort stage must have at least one sort key'],
    ['an order that is none', '$sort', '{"n":2}', '$sort key ordering must be 1'],
    ['a join without its parts', '$lookup', '{"from":"shops","as":"x"}', '$lookup requires both or neither'],
    ['a filter that is none', '$match', '1', 'the match filter must be an expression in an object'],
    ['an unknown expression', '$project', '{"x":{"$foo":1}}', '$foo'],
  ])('%s', (_name, key, value, message) => {
    expect(answer(key, value)).toMatchObject({ code: 'DATABASE_REQUEST_FAILED', message: expect.stringContaining(message) });
  });

  test('places near another', async () => {
    const { Geo } = cloud.db;
    const error = await failure(
      sales()
        .geoNear({ near: Geo.Point(1, 2), distanceField: 'd', spherical: true })
        .end(),
    );
    expect(error).toMatchObject({ errMsg: expect.stringContaining('geospatial queries not supported') });
  });
});
