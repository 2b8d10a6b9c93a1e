import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import type { IndexDefinition } from '../definition';
import { type LoadableDatabase, openDatabase } from '.';
import { decodeStored, encode } from './ejson';
import { encodeValue } from './index-keys';
import { compileFilter } from './match';
import { compareBy, toPath } from './paths';
import { compareValues, type Document, type StoredDocument, type Value } from './values';

// `npm run soak` looks longer.
const thorough = process.env.SOAK ? 25 : 1;
const folder = mkdtempSync(join(tmpdir(), 'planner-'));
const databases: LoadableDatabase[] = [];
let opened = 0;
afterAll(() => {
  for (const database of databases) database.close();
  rmSync(folder, { recursive: true, force: true });
});

const index = (name: string, ...fields: (string | [string, -1])[]): IndexDefinition => ({
  name,
  keys: fields.map((field) => (Array.isArray(field) ? { field: field[0], direction: field[1] } : { field, direction: 1 })),
});

const INDEXES = [
  index('a_b', 'a', 'b'),
  index('a_c', 'a', ['c', -1]),
  index('b_down', ['b', -1]),
  index('tags_b', 'tags', 'b'),
  index('deep', 'o.k', '_id'),
];

function open(indexes: readonly IndexDefinition[], extra: { unique?: string } = {}): LoadableDatabase {
  opened += 1;
  const unique = extra.unique ? [{ ...index('only', extra.unique), unique: true }] : [];
  const database = openDatabase({
    file: join(folder, `${opened}.sqlite`),
    collections: [{ name: 'things', access: 'ADMINONLY', indexes: [...indexes, ...unique] }],
    now: () => 0,
  });
  databases.push(database);
  return database;
}

// Few values, so that equal keys, ties and empty answers all occur.
const scalar: fc.Arbitrary<Value> = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: -2, max: 3 }) },
  { weight: 2, arbitrary: fc.constantFrom<Value>('', 'a', 'ab', 'b', '中', '\u{1f600}', '\uffee', 'a\u0000', 'a\u0000b') },
  { weight: 2, arbitrary: fc.constantFrom<Value>(null, true, false, 1.5, Number.NaN, -0, 1e12) },
  { weight: 1, arbitrary: fc.constantFrom<Value>(new Date(0), new Date(-5), new Date(7)) },
);
const anything: fc.Arbitrary<Value> = fc.oneof(
  { weight: 8, arbitrary: scalar },
  { weight: 2, arbitrary: fc.array(scalar, { maxLength: 3 }) },
  { weight: 1, arbitrary: fc.record({ k: scalar }) },
  { weight: 1, arbitrary: fc.array(fc.oneof(fc.record({ k: scalar }), scalar), { maxLength: 2 }) },
);

const oneArrayAtMost = (document: Document) => {
  const arrays = (...fields: string[]) => fields.filter((field) => Array.isArray(document[field])).length;
  return arrays('a', 'b') < 2 && arrays('a', 'c') < 2 && arrays('tags', 'b') < 2;
};
const fields = fc
  .record({ a: scalar, b: anything, c: anything, tags: anything, o: anything }, { requiredKeys: [] })
  .filter(oneArrayAtMost);

const condition: fc.Arbitrary<Value> = fc.oneof(
  scalar,
  scalar.map((value) => ({ $eq: value })),
  fc.array(scalar, { maxLength: 3 }).map((values) => ({ $in: values })),
  fc.tuple(fc.constantFrom('$gt', '$gte', '$lt', '$lte', '$ne'), scalar).map(([operator, value]) => ({ [operator]: value })),
  fc.tuple(scalar, scalar).map(([low, high]) => ({ $gte: low, $lt: high })),
  fc.array(scalar, { minLength: 1, maxLength: 2 }).map((values) => ({ $all: values })),
  fc.boolean().map((present) => ({ $exists: present })),
  fc.constantFrom<Value>(/^a/, /b$/, { $not: { $gt: 1 } }, { $elemMatch: { $gt: 0 } }, [1, 2], { k: 1 }),
);
const FIELDS = ['a', 'b', 'c', 'tags', 'o.k', '_id'];
const simple = fc.dictionary(fc.constantFrom(...FIELDS), condition, { maxKeys: 3, noNullPrototype: true });
const filters: fc.Arbitrary<Document> = fc.oneof(
  { weight: 4, arbitrary: simple },
  { weight: 1, arbitrary: fc.array(simple, { minLength: 1, maxLength: 3 }).map((parts): Document => ({ $or: parts })) },
  { weight: 1, arbitrary: fc.tuple(simple, simple, simple).map(([x, y, z]): Document => ({ $and: [x, { $or: [y, z] }] })) },
  {
    // The shape of a cursor: behind the last row of the page before.
    weight: 2,
    arbitrary: fc.tuple(scalar, fc.constantFrom('b', 'c'), scalar, fc.constantFrom('$lt', '$gt')).map(
      ([a, field, value, side]): Document => ({
        $and: [{ a }, { $or: [{ [field]: { [side]: value } }, { [field]: value, _id: { [side]: 'd05' } }] }],
      }),
    ),
  },
);
const sorts = fc
  .uniqueArray(fc.tuple(fc.constantFrom(...FIELDS), fc.constantFrom<1 | -1>(1, -1)), {
    maxLength: 3,
    selector: ([field]) => field,
  })
  .map((entries) => Object.fromEntries(entries));

const stored = (documents: readonly Document[]): StoredDocument[] =>
  documents.map((document, number) => ({ _id: `d${String(number).padStart(2, '0')}`, ...document }));

function ask(database: LoadableDatabase, filter: Document, order: Document, limit: number): StoredDocument[] {
  const { body } = database.execute({
    action: 'database.getDocument',
    collectionName: 'things',
    queryType: 'WHERE',
    query: encode(filter),
    order: encode(order),
    limit,
  });
  const { list } = body.data as { list: string[] };
  return list.map((text) => decodeStored<StoredDocument>(text));
}

const ids = (documents: readonly StoredDocument[]) => documents.map(({ _id }) => _id);

test('answers every query through indexes as a reading of all documents does', () => {
  fc.assert(
    fc.property(
      fc.array(fields, { maxLength: 30 }),
      fc.array(fc.tuple(filters, sorts), { minLength: 4, maxLength: 8 }),
      (some, questions) => {
        const documents = stored(some);
        const database = open(INDEXES);
        database.bulkLoad('things', documents);
        for (const [filter, order] of questions) {
          const matches = compileFilter(decodeStored(encode(filter)));
          const expected = documents.filter((document) => matches(decodeStored(encode(document))));
          const found = ask(database, filter, order, 1000);
          expect([...ids(found)].sort()).toEqual([...ids(expected)].sort());
          const sort = Object.entries(order).map(([field, direction]) => ({
            field,
            path: toPath(field),
            direction: direction as 1 | -1,
          }));
          for (const [at, document] of found.entries()) {
            const next = found[at + 1];
            if (next) expect(compareBy(sort, document, next)).toBeLessThanOrEqual(0);
          }
          // A total order leaves no choice, so a page must be the beginning of the whole.
          const total = { ...order, _id: order._id ?? 1 };
          expect(ids(ask(database, filter, total, 3))).toEqual(ids(ask(database, filter, total, 1000)).slice(0, 3));
        }
      },
    ),
    { seed: 20260101, numRuns: 60 * thorough },
  );
});

test('keeps the members of arrays findable through every change', () => {
  const change = fc.record({
    id: fc.integer({ min: 0, max: 5 }),
    tags: fc.option(fc.array(fc.constantFrom('x', 'y', 'z'), { maxLength: 4 })),
  });
  fc.assert(
    fc.property(fc.array(change, { maxLength: 25 }), (changes) => {
      const database = open([index('tags', 'tags')]);
      const expected = new Map<string, readonly string[]>();
      for (const { id, tags } of changes) {
        const query = encode({ _id: `d${id}` });
        const common = { collectionName: 'things', queryType: 'DOC', query, multi: false };
        if (tags) {
          database.execute({ action: 'database.modifyDocument', ...common, data: encode({ tags }), merge: false, upsert: true });
          expected.set(`d${id}`, tags);
        } else {
          database.execute({ action: 'database.removeDocument', ...common });
          expected.delete(`d${id}`);
        }
      }
      for (const tag of ['x', 'y', 'z']) {
        const holders = [...expected].filter(([, tags]) => tags.includes(tag)).map(([id]) => id);
        expect(ids(ask(database, { tags: tag }, {}, 1000)).sort()).toEqual(holders.sort());
      }
    }),
    { seed: 20260102, numRuns: 60 * thorough },
  );
});

test('orders index keys as it orders values, in both directions', () => {
  const value = fc.oneof(anything, fc.constant(undefined), fc.double(), fc.string({ unit: 'binary' }));
  fc.assert(
    fc.property(value, value, (left, right) => {
      const order = Math.sign(compareValues(left, right));
      // A byte that every later field of a key is below, as behind a value inside a longer key.
      const bytes = (of: Value | undefined, direction: 1 | -1) => Buffer.concat([encodeValue(of, direction), Buffer.from([5])]);
      expect(Buffer.compare(bytes(left, 1), bytes(right, 1))).toBe(order);
      expect(Buffer.compare(bytes(left, -1), bytes(right, -1))).toBe(order === 0 ? 0 : -order);
    }),
    { seed: 20260103, numRuns: 3000 * thorough },
  );
});

test('allows a unique value once, and counts a missing field as null', () => {
  fc.assert(
    fc.property(fc.array(fc.option(fc.constantFrom<Value>(null, 1, 2, 'a'), { nil: undefined }), { maxLength: 12 }), (values) => {
      const database = open([], { unique: 'u' });
      const taken = new Set<Value>();
      for (const [number, value] of values.entries()) {
        const document: Document = value === undefined ? { _id: `d${number}` } : { _id: `d${number}`, u: value };
        const { body } = database.execute({
          action: 'database.insertDocument',
          collectionName: 'things',
          data: [encode(document)],
        });
        const key = value ?? null;
        if (taken.has(key))
          expect(String(body.message)).toMatch(/E11000 duplicate key error collection: tnt\.things index: only dup key: \{ : /);
        else expect(body.data).toEqual({ insertedIds: [document._id] });
        taken.add(key);
      }
    }),
    { seed: 20260104, numRuns: 60 * thorough },
  );
});
