import { type Fields, failure, type SdkDatabase } from './sdk-types';
import { type Cloud, startCloud } from './support';

let cloud: Cloud;
beforeAll(async () => {
  cloud = await startCloud({ now: () => 1_700_000_000_000, collections: [{ name: 'things', access: 'ADMINONLY', indexes: [] }] });
});
afterAll(() => cloud.close());

const things = () => cloud.db.collection('things');
let next = 0;

/** A fresh document with the given fields. */
async function fresh(fields: Fields): Promise<string> {
  next += 1;
  await things().add({ data: { _id: `d${next}`, ...fields } });
  return `d${next}`;
}

async function fieldsOf(id: string): Promise<Fields> {
  const { _id, ...fields } = (await things().doc(id).get()).data;
  return fields;
}

type Change = (db: SdkDatabase) => Fields;

test.each<[string, Fields, Change, Fields]>([
  ['sets a field', { a: 1 }, () => ({ b: 2 }), { a: 1, b: 2 }],
  ['merges a nested object', { o: { p: 1 } }, () => ({ o: { q: { r: 2 } } }), { o: { p: 1, q: { r: 2 } } }],
  ['replaces by set', { o: { p: 1 } }, ({ command: _ }) => ({ o: _.set({ q: 2 }) }), { o: { q: 2 } }],
  ['replaces an array', { l: [1, 2] }, () => ({ l: [3] }), { l: [3] }],
  ['drops an empty object and undefined, as the SDK sends them', { a: 1 }, () => ({ a: 2, o: {}, x: undefined }), { a: 2 }],
  ['makes the objects of a path', {}, () => ({ 'o.p.q': 1 }), { o: { p: { q: 1 } } }],
  ['takes a number for a field where no array is', {}, () => ({ 'l.0.k': 5 }), { l: { 0: { k: 5 } } }],
  ['changes a place in an array', { l: [{ k: 1 }, { k: 2 }] }, () => ({ 'l.1.k': 5 }), { l: [{ k: 1 }, { k: 5 }] }],
  ['fills an array up to a place', { l: [1] }, () => ({ 'l.3': 4 }), { l: [1, null, null, 4] }],
  [
    'sets the date of the server',
    {},
    ({ serverDate }) => ({ at: serverDate({ offset: 5 }) }),
    { at: new Date(1_700_000_000_005) },
  ],
  ['removes a field', { a: 1, b: 2 }, ({ command: _ }) => ({ a: _.remove() }), { b: 2 }],
  ['removes no field that is missing', { a: 1 }, ({ command: _ }) => ({ x: _.remove(), 'a.b': _.remove() }), { a: 1 }],
  ['nulls a removed member of an array', { l: [1, 2] }, ({ command: _ }) => ({ 'l.0': _.remove() }), { l: [null, 2] }],
  ['adds', { n: 1 }, ({ command: _ }) => ({ n: _.inc(1.5), m: _.inc(-2) }), { n: 2.5, m: -2 }],
  ['multiplies', { n: 3 }, ({ command: _ }) => ({ n: _.mul(2), m: _.mul(2) }), { n: 6, m: 0 }],
  ['takes the smaller', { a: 5, b: 1 }, ({ command: _ }) => ({ a: _.min(3), b: _.min(3), c: _.min(3) }), { a: 3, b: 1, c: 3 }],
  [
    'takes the larger, by the order of types',
    { a: 5, b: 1, c: 9 },
    ({ command: _ }) => ({ a: _.max(3), b: _.max(3), c: _.max('x') }),
    { a: 5, b: 3, c: 'x' },
  ],
  ['renames', { a: 1, b: 2 }, ({ command: _ }) => ({ a: _.rename('o.z'), x: _.rename('y') }), { b: 2, o: { z: 1 } }],
  ['renames over another field', { a: 1, b: 2 }, ({ command: _ }) => ({ a: _.rename('b') }), { b: 1 }],
  [
    'pushes one, many, and on nothing',
    { l: [1] },
    ({ command: _ }) => ({ l: _.push(2), m: _.push([3, 4]) }),
    { l: [1, 2], m: [3, 4] },
  ],
  [
    'pushes at a place, in order, and cuts',
    { l: [5, 3] },
    ({ command: _ }) => ({ l: _.push({ each: [4, 1], position: 0, sort: 1, slice: 3 }) }),
    { l: [1, 3, 4] },
  ],
  [
    'pushes in the order of a field and keeps the last',
    { l: [{ k: 3 }] },
    ({ command: _ }) => ({ l: _.push({ each: [{ k: 1 }, { k: 2 }], sort: { k: 1 }, slice: -2 }) }),
    { l: [{ k: 2 }, { k: 3 }] },
  ],
  ['puts in front', { l: [1] }, ({ command: _ }) => ({ l: _.unshift([8, 9]) }), { l: [8, 9, 1] }],
  [
    'takes from both ends',
    { l: [1, 2, 3], m: [1, 2, 3], e: [] },
    ({ command: _ }) => ({ l: _.pop(), m: _.shift(), e: _.pop(), x: _.pop() }),
    { l: [1, 2], m: [2, 3], e: [] },
  ],
  ['adds to a set once', { l: ['a'] }, ({ command: _ }) => ({ l: _.addToSet('a'), m: _.addToSet('b') }), { l: ['a'], m: ['b'] }],
  ['adds each to a set', { l: ['a'] }, ({ command: _ }) => ({ l: _.addToSet({ $each: ['a', 'b', 'b'] }) }), { l: ['a', 'b'] }],
  [
    'adds a literal to a set where $ is missing',
    { l: [] },
    ({ command: _ }) => ({ l: _.addToSet({ each: [1] }) }),
    { l: [{ each: [1] }] },
  ],
  [
    'tells objects in a set apart by the order of fields',
    { l: [{ a: 1, b: 2 }] },
    ({ command: _ }) => ({ l: _.addToSet({ b: 2, a: 1 }) }),
    {
      l: [
        { a: 1, b: 2 },
        { b: 2, a: 1 },
      ],
    },
  ],
  ['pulls a value', { l: [1, 2, 1] }, ({ command: _ }) => ({ l: _.pull(1), x: _.pull(1) }), { l: [2] }],
  ['pulls by a condition', { l: [1, 5, 3] }, ({ command: _ }) => ({ l: _.pull(_.gte(3)) }), { l: [1] }],
  ['pulls by fields', { l: [{ k: 1, v: 1 }, { k: 2 }, 1] }, ({ command: _ }) => ({ l: _.pull({ k: 1 }) }), { l: [{ k: 2 }, 1] }],
  [
    'pulls by a condition on a field',
    { l: [{ k: 1 }, { k: 4 }] },
    ({ command: _ }) => ({ l: _.pull({ k: _.gt(3) }) }),
    { l: [{ k: 1 }] },
  ],
  ['pulls all of a list', { l: [1, 2, 3, 2] }, ({ command: _ }) => ({ l: _.pullAll([2, 3, 9]) }), { l: [1] }],
])('%s', async (_name, before, change, after) => {
  const id = await fresh(before);
  expect(
    (
      await things()
        .doc(id)
        .update({ data: change(cloud.db) })
    ).stats,
  ).toEqual({ updated: 1 });
  expect(await fieldsOf(id)).toEqual(after);
});

test('changes the member of an array that the filter found', async () => {
  const id = await fresh({ l: [{ k: 1 }, { k: 2 }, { k: 2 }] });
  await things()
    .where({ _id: id, 'l.k': 2 })
    .update({ data: { 'l.$.seen': true } });
  expect(await fieldsOf(id)).toEqual({ l: [{ k: 1 }, { k: 2, seen: true }, { k: 2 }] });
  await things()
    .doc(id)
    .update({ data: { 'l.$[].all': 1 } });
  expect(await fieldsOf(id)).toEqual({
    l: [
      { k: 1, all: 1 },
      { k: 2, seen: true, all: 1 },
      { k: 2, all: 1 },
    ],
  });
});

test('is done only where the condition still holds', async () => {
  const id = await fresh({ free: 1 });
  const take = () =>
    things()
      .where({ _id: id, free: cloud.db.command.gt(0) })
      .update({ data: { free: cloud.db.command.inc(-1) } });
  const results = await Promise.all([take(), take(), take()]);
  expect(results.map(({ stats }) => stats.updated).sort()).toEqual([0, 0, 1]);
  expect(await fieldsOf(id)).toEqual({ free: 0 });
});

describe('refuses, as Mongo does, and changes nothing:', () => {
  const BEFORE = { n: 1, s: 'x', nothing: null, l: [1], o: { p: 1 } };

  test.each<[string, Change, (id: string) => string]>([
    [
      'adding to a text',
      ({ command: _ }) => ({ s: _.inc(1) }),
      (id) => `Cannot apply $inc to a value of non-numeric type. {_id: "${id}"} has the field 's' of non-numeric type string`,
    ],
    [
      'adding to null',
      ({ command: _ }) => ({ nothing: _.inc(1) }),
      (id) => `Cannot apply $inc to a value of non-numeric type. {_id: "${id}"} has the field 'nothing' of non-numeric type null`,
    ],
    ['multiplying an object', ({ command: _ }) => ({ o: _.mul(2) }), () => 'Cannot apply $mul to a value of non-numeric type.'],
    ['adding a text', ({ command: _ }) => ({ n: _.inc('1') }), () => 'Cannot increment with non-numeric argument: {n: "1"}'],
    [
      'multiplying by a text',
      ({ command: _ }) => ({ n: _.mul('1') }),
      () => 'Cannot multiply with non-numeric argument: {n: "1"}',
    ],
    ['a path through a number', () => ({ 'n.b': 1 }), () => "Cannot create field 'b' in element {n: 1}"],
    ['a path through null', () => ({ 'nothing.b.c': 1 }), () => "Cannot create field 'b' in element {nothing: null}"],
    ['a field of an array', () => ({ 'l.k': 1 }), () => "Cannot create field 'k' in element {l: [ 1 ]}"],
    [
      'pushing to a number',
      ({ command: _ }) => ({ n: _.push([1]) }),
      (id) => `The field 'n' must be an array but is of type int in document {_id: "${id}"}`,
    ],
    [
      'pushing to null',
      ({ command: _ }) => ({ nothing: _.push([1]) }),
      (id) => `The field 'nothing' must be an array but is of type null in document {_id: "${id}"}`,
    ],
    [
      'adding to a set that is a text',
      ({ command: _ }) => ({ s: _.addToSet(1) }),
      () => "Cannot apply $addToSet to non-array field. Field named 's' has non-array type string",
    ],
    ['taking from a number', ({ command: _ }) => ({ n: _.pop() }), () => "Path 'n' contains an element of non-array type 'int'"],
    ['pulling from a number', ({ command: _ }) => ({ n: _.pull(1) }), () => 'Cannot apply $pull to a non-array value'],
    ['pulling all from a number', ({ command: _ }) => ({ n: _.pullAll([1]) }), () => 'Cannot apply $pull to a non-array value'],
    ['two changes of one path', ({ command: _ }) => ({ 'o.p': 2, o: _.set({}) }), () => "would create a conflict at 'o'"],
    ['a rename into a changed path', ({ command: _ }) => ({ n: _.rename('s'), s: 'y' }), () => "would create a conflict at 's'"],
    [
      'a rename onto itself',
      ({ command: _ }) => ({ n: _.rename('n') }),
      () => 'The source and target field for $rename must differ',
    ],
    [
      'a rename out of an array',
      ({ command: _ }) => ({ 'l.0': _.rename('x') }),
      () => 'The source field cannot be an array element',
    ],
    ['an empty piece of a path', () => ({ 'o..p': 1 }), () => 'contains an empty field name'],
    [
      'a field with a dollar',
      () => ({ 'o.$p': 1 }),
      () => "The dollar ($) prefixed field '$p' in 'o.$p' is not valid for storage.",
    ],
    [
      'a place that no filter found',
      () => ({ 'l.$': 1 }),
      () => 'The positional operator did not find the match needed from the query.',
    ],
  ])('%s', async (_name, change, message) => {
    const id = await fresh(BEFORE);
    // The first change of the update is sound: it must not stay either.
    const error = await failure(
      things()
        .doc(id)
        .update({ data: { other: 1, ...change(cloud.db) } }),
    );
    expect(error).toMatchObject({ errCode: -502001, errMsg: expect.stringContaining(message(id)) });
    expect(await fieldsOf(id)).toEqual(BEFORE);
  });

  test('nothing at all', async () => {
    const id = await fresh(BEFORE);
    const error = await failure(
      things()
        .doc(id)
        .update({ data: { x: undefined } }),
    );
    expect(error).toMatchObject({
      errCode: -502001,
      errMsg: expect.stringContaining('update document must have at least one element'),
    });
  });

  test.each<[string, string, string]>([
    ['an unknown operator', '{"$foo":{"a":1}}', 'Unknown modifier: $foo'],
    ['an operator without fields', '{"$set":1}', 'Modifiers operate on fields but we found type int instead'],
    ['an operator with no field', '{"$set":{}}', "'$set' is empty. You must specify a field like so: {$set: {<field>: ...}}"],
    [
      'each without a list',
      '{"$push":{"l":{"$each":1}}}',
      'The argument to $each in $push must be an array but it was of type: int',
    ],
    ['an unknown clause', '{"$push":{"l":{"$each":[1],"$foo":1}}}', 'Unrecognized clause in $push: $foo'],
    [
      'a place that is no number',
      '{"$push":{"l":{"$each":[1],"$position":"x"}}}',
      'The value for $position must be an integer value but was given type: string',
    ],
    ['an order that is none', '{"$push":{"l":{"$each":[1],"$sort":"x"}}}', 'The $sort is invalid'],
    ['taking two', '{"$pop":{"l":2}}', '$pop expects 1 or -1, found: 2'],
    ['pulling all of no list', '{"$pullAll":{"l":1}}', '$pullAll requires an array argument but was given a int'],
    ['renaming to a number', '{"$rename":{"n":1}}', "The 'to' field for $rename must be a string"],
    [
      'a stored field with a dollar',
      '{"$set":{"a":{"b":[{"$c":1}]}}}',
      "The dollar ($) prefixed field '$c' in 'a.b.0.$c' is not valid for storage.",
    ],
    ['an array of a billion', '{"$set":{"l.1000000000":1}}', "can't backfill more than"],
  ])('%s', async (_name, data, message) => {
    const id = await fresh(BEFORE);
    const request = { collectionName: 'things', queryType: 'DOC', query: JSON.stringify({ _id: id }), multi: false, merge: true };
    const { body } = cloud.database.execute({ ...request, action: 'database.modifyDocument', data });
    expect(body).toMatchObject({
      code: 'DATABASE_REQUEST_FAILED',
      message: expect.stringContaining(`multiple write errors: [{write errors: [{${message}`),
    });
    expect(await fieldsOf(id)).toEqual(BEFORE);
  });
});

test('refuses what the SDK itself refuses', async () => {
  const id = await fresh({});
  expect(
    await failure(
      things()
        .doc(id)
        .update({ data: { _id: 'other' } }),
    ),
  ).toMatchObject({
    errCode: -501007,
    errMsg: 'document.update:fail -501007 invalid parameters. 不能更新_id的值',
  });
  expect(
    await failure(
      things()
        .doc(id)
        .set({ data: { n: cloud.db.command.inc(1) } }),
    ),
  ).toMatchObject({
    errCode: -502001,
    errMsg: 'document.set:fail -502001 database request fail. update operator complicit',
  });
});

test('keeps the documents before the refused one changed, as Mongo does', async () => {
  await things().add({
    data: [
      { _id: 'm1', batch: 1, n: 1 },
      { _id: 'm2', batch: 1, n: 'x' },
      { _id: 'm3', batch: 1, n: 3 },
    ],
  });
  expect(
    await failure(
      things()
        .where({ batch: 1 })
        .update({ data: { n: cloud.db.command.inc(1) } }),
    ),
  ).toMatchObject({ errCode: -502001 });
  expect((await things().where({ batch: 1 }).get()).data.map(({ n }) => n)).toEqual([2, 'x', 3]);
});
