import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { IndexDefinition, IndexKey } from '../definition';
import { type LoadableDatabase, openDatabase } from '.';
import { decodeStored, encode } from './ejson';
import type { DatabaseOptions } from './types';
import type { Document, StoredDocument, Value } from './values';

let folder: string;
let database: LoadableDatabase | undefined;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'indexes-'));
});
afterEach(() => {
  database?.close();
  database = undefined;
  rmSync(folder, { recursive: true, force: true });
});

const keys = (...fields: string[]): IndexKey[] =>
  fields.map((field) => (field.startsWith('-') ? { field: field.slice(1), direction: -1 } : { field, direction: 1 }));
const index = (...fields: string[]): IndexDefinition => ({ name: fields.join('_'), keys: keys(...fields) });
const unique = (...fields: string[]): IndexDefinition => ({ ...index(...fields), unique: true });

function open(indexes: readonly IndexDefinition[], options: Partial<DatabaseOptions> = {}): LoadableDatabase {
  database?.close();
  database = openDatabase({
    file: join(folder, 'file.sqlite'),
    collections: [{ name: 'rows', access: 'ADMINONLY', indexes }],
    now: () => 0,
    ...options,
  });
  return database;
}

interface Asked {
  readonly ids: readonly string[];
  readonly examined: number;
  readonly code: unknown;
}

function ask(filter: Document, order: Document = {}, limit = 20): Asked {
  const { body, examined } = (database as LoadableDatabase).execute({
    action: 'database.getDocument',
    collectionName: 'rows',
    queryType: 'WHERE',
    query: encode(filter),
    order: encode(order),
    limit,
  });
  const { list = [] } = (body.data ?? {}) as { list?: string[] };
  return { ids: list.map((text) => decodeStored<StoredDocument>(text)._id), examined, code: body.code };
}

function change(action: string, fields: Record<string, unknown>): Readonly<Record<string, unknown>> {
  return (database as LoadableDatabase).execute({ action: `database.${action}`, collectionName: 'rows', ...fields }).body;
}

const add = (...documents: Document[]) => change('insertDocument', { data: documents.map(encode) });

/** 1000 rows in 10 groups; `at` ascends, `_id`s scatter; each row has a tag of ten and one of a hundred. */
function* thousand(): Generator<StoredDocument> {
  for (let n = 0; n < 1000; n += 1) {
    yield {
      _id: `r${String((n * 7) % 1000).padStart(3, '0')}`,
      group: n % 10,
      at: new Date(n * 1000),
      tags: [`t${n % 100}`, `u${n % 10}`],
      o: { city: `c${n % 50}` },
    };
  }
}

const load = (...indexes: IndexDefinition[]) => open(indexes).bulkLoad('rows', thousand());
const at = (n: number): Value => new Date(n * 1000);

describe('a query reads no more than it needs', () => {
  test.each<[string, IndexDefinition[], Document, Document, number]>([
    ['by _id', [], { _id: 'r007' }, {}, 1],
    ['by a list of _ids', [], { _id: { $in: ['r007', 'r008', 'nope'] } }, {}, 2],
    ['by _id in order', [], {}, { _id: -1 }, 20],
    ['by a range of _ids', [], { _id: { $gt: 'r100', $lt: 'r104' } }, { _id: 1 }, 5],
    ['by equality', [index('o.city')], { 'o.city': 'c7' }, {}, 20],
    ['by equality and another field', [index('o.city')], { 'o.city': 'c7', group: 7 }, {}, 20],
    ['by a list of values', [index('o.city')], { 'o.city': { $in: ['c7', 'c8'] } }, {}, 20],
    ['by a range', [index('at')], { at: { $gte: at(10), $lt: at(15) } }, {}, 5],
    ['in order', [index('at')], {}, { at: -1 }, 20],
    ['in order against the direction of the index', [index('-at')], {}, { at: 1 }, 20],
    ['by equality in order', [index('group', 'at')], { group: 3 }, { at: -1 }, 20],
    ['behind a cursor', [index('group', '-at')], { group: 3, at: { $lt: at(500) } }, { at: -1 }, 20],
    ['by a list in order', [index('group', 'at')], { group: { $in: [1, 4, 7] } }, { at: -1 }, 23],
    ['by the first field of several', [index('group', 'at')], { group: 3 }, {}, 20],
    ['by the member of an array', [index('tags')], { tags: 't42' }, {}, 10],
    ['by the member of an array in order', [index('tags', 'at')], { tags: 'u4' }, { at: -1 }, 20],
    ['by the beginning of a text', [index('o.city')], { 'o.city': /^c49/ }, {}, 20],
    [
      'by alternatives, each with its index',
      [index('o.city'), index('at')],
      { $or: [{ 'o.city': 'c7', group: 7 }, { at: at(3) }] },
      {},
      21,
    ],
  ])('%s', (_name, indexes, filter, order, most) => {
    load(...indexes);
    const { ids, examined } = ask(filter, order);
    expect(ids.length).toBeGreaterThan(0);
    expect(examined).toBeLessThanOrEqual(most);
  });

  test('behind a cursor that also tells equal rows apart', () => {
    load(index('group', 'at'));
    const all: string[] = [];
    let filter: Document = { group: 3 };
    for (let page = 0; page < 5; page += 1) {
      const { ids, examined } = ask(filter, { at: -1, _id: -1 });
      expect(examined).toBeLessThanOrEqual(21);
      all.push(...ids);
      const last = [...thousand()].find(({ _id }) => _id === ids.at(-1));
      const when = last?.at ?? null;
      filter = { $and: [{ group: 3 }, { $or: [{ at: { $lt: when } }, { at: when, _id: { $lt: ids.at(-1) ?? '' } }] }] };
    }
    expect(new Set(all).size).toBe(100);
  });

  test('when a better index is declared later than a worse one', () => {
    load(index('group'), index('at'), index('o.city'));
    expect(ask({ group: 7, 'o.city': 'c7', at: at(507) }).examined).toBe(1);
  });

  test('for a count and an update of many', () => {
    load(index('o.city'));
    const request = { collectionName: 'rows', queryType: 'WHERE', query: encode({ 'o.city': 'c7' }) };
    expect(database?.execute({ ...request, action: 'database.calculateDocument' })).toMatchObject({
      examined: 20,
      body: { data: { total: 20 } },
    });
    const update = {
      ...request,
      action: 'database.modifyDocument',
      multi: true,
      merge: true,
      data: encode({ $set: { 'o.city': 'c8' } }),
    };
    expect(database?.execute(update)).toMatchObject({ examined: 20, returned: 20 });
    expect(ask({ 'o.city': 'c7' }).ids).toEqual([]);
    expect(ask({ 'o.city': 'c8' }, {}, 100).ids).toHaveLength(40);
  });
});

describe('with scans refused', () => {
  const refused = () => open([index('group', 'at')], { refuseScans: true }).bulkLoad('rows', thousand());

  test('a query, a count and an update of many need an index', () => {
    refused();
    expect(ask({ 'o.city': 'c7' }).code).toBe('DATABASE_REQUEST_FAILED');
    expect(ask({ group: 3 }, { at: 1 }).code).toBeUndefined();
    expect(ask({ group: 3 }, { tags: 1 }).code).toBe('DATABASE_REQUEST_FAILED');
    const request = { queryType: 'WHERE', query: encode({ 'o.city': 'c7' }), multi: true };
    expect(change('calculateDocument', request).message).toMatch(
      /1000 documents of rows examined for 20 in the answer \(filter on o\.city\)/,
    );
    expect(change('modifyDocument', { ...request, merge: true, data: encode({ $set: { x: 1 } }) }).code).toBe(
      'DATABASE_REQUEST_FAILED',
    );
    expect(change('removeDocument', request).code).toBe('DATABASE_REQUEST_FAILED');
    expect(change('calculateDocument', { queryType: 'WHERE', query: '{}' })).toEqual({ data: { total: 1000 } });
  });
});

describe('arrays', () => {
  test('may meet each half of a range by another member', () => {
    open([index('n')]);
    add({ _id: 'both', n: [1, 9] }, { _id: 'none', n: [1, 2] }, { _id: 'plain', n: 6 });
    expect(ask({ n: { $gte: 5, $lte: 3 } }).ids).toEqual(['both']);
    expect([...ask({ n: { $gt: 5, $lt: 8 } }).ids].sort()).toEqual(['both', 'plain']);
  });

  test('are ordered by their smallest or largest member, once', () => {
    open([index('n')]);
    add({ _id: 'wide', n: [1, 9] }, { _id: 'five', n: 5 }, { _id: 'empty', n: [] }, { _id: 'missing' });
    expect(ask({}, { n: 1 }).ids).toEqual(['empty', 'missing', 'wide', 'five']);
    expect(ask({}, { n: -1 }).ids).toEqual(['wide', 'five', 'missing', 'empty']);
    expect(ask({ n: { $gte: 4 } }, { n: 1 }).ids).toEqual(['wide', 'five']);
  });

  test('on two fields of one index are refused, and nothing is written', () => {
    open([index('a', 'b')]);
    expect(add({ _id: 'x', a: [1], b: [2] }).message).toContain('cannot index parallel arrays [b] [a]');
    expect(ask({}).ids).toEqual([]);
  });

  test('stay known as such when the file is opened again', () => {
    open([index('n')]);
    add({ _id: 'both', n: [1, 9] });
    open([index('n')]);
    expect(ask({ n: { $gt: 5, $lt: 8 } }).ids).toEqual(['both']);
  });
});

describe('a unique index', () => {
  test('names itself and the value of a second document', () => {
    open([unique('a', 'b')]);
    add({ a: 'x', b: 1 });
    expect(add({ a: 'x', b: 1 })).toEqual({
      code: 'DATABASE_REQUEST_FAILED',
      message:
        'multiple write errors: [{write errors: [{E11000 duplicate key error collection: tnt.rows index: a_b dup key: { : "x", : 1 }}]}, {<nil>}]',
    });
    expect(add({ a: 'x', b: 2 })).toHaveProperty('data');
  });

  test('answers with the newer code when asked to', () => {
    open([unique('a')], { duplicateCode: 'DATABASE_DUPLICATE_WRITE' });
    add({ a: 1 });
    expect(add({ a: 1 })).toMatchObject({ code: 'DATABASE_DUPLICATE_WRITE', message: expect.stringContaining('E11000') });
  });

  test('holds for updates, and lets a document keep its own value', () => {
    open([unique('a')]);
    add({ _id: 'x', a: 1 }, { _id: 'y', a: 2 });
    const update = (id: string, data: Document) =>
      change('modifyDocument', { queryType: 'DOC', query: encode({ _id: id }), multi: false, merge: true, data: encode(data) });
    expect(update('y', { $set: { a: 1 } }).message).toContain('E11000');
    expect(update('x', { $set: { a: 1, other: 1 } })).toEqual({ data: { updated: 1, upsert_id: null } });
    expect(update('x', { $set: { a: 3 } })).toHaveProperty('data');
    expect(update('y', { $set: { a: 1 } })).toHaveProperty('data');
  });

  test('over arrays takes each member once, and a document may repeat its own', () => {
    open([unique('a')]);
    add({ _id: 'x', a: [1, 2, 2] });
    expect(add({ _id: 'y', a: 2 }).message).toContain('E11000');
    expect(add({ _id: 'z', a: [3, 1] }).message).toContain('E11000');
    expect(add({ _id: 'w', a: [3, 4] })).toHaveProperty('data');
  });
});

describe('opening a file', () => {
  test('builds indexes that are new, drops those that are gone, and keeps the documents', () => {
    open([index('at')]).bulkLoad('rows', thousand());
    open([index('o.city'), index('tags')]);
    expect(ask({ 'o.city': 'c7' })).toMatchObject({ examined: 20 });
    expect(ask({ tags: 't42' })).toMatchObject({ examined: 10 });
    expect(ask({ at: at(3) })).toMatchObject({ examined: 1000 });
  });

  test('fails when documents already break a new unique index', () => {
    open([]).bulkLoad('rows', thousand());
    expect(() => open([unique('group')])).toThrow(/E11000/);
    open([]);
    expect(ask({}, {}, 1000).ids).toHaveLength(1000);
  });

  test('fails with more than 20 indexes, or 31 fields in one', () => {
    expect(() => open(Array.from({ length: 21 }, (_, n) => index(`f${n}`)))).toThrow(/21 indexes, at most 20/);
    expect(() => open([index(...Array.from({ length: 32 }, (_, n) => `f${n}`))])).toThrow(/32 fields, at most 31/);
  });

  test('keeps what was added to collections of its own', () => {
    open([]);
    database?.execute({ action: 'database.addCollection', collectionName: 'own' });
    database?.execute({ action: 'database.insertDocument', collectionName: 'own', data: ['{"_id":"x"}'] });
    open([]);
    const again = database?.execute({
      action: 'database.getDocument',
      collectionName: 'own',
      queryType: 'DOC',
      query: '{"_id":"x"}',
    });
    expect(again?.body).toMatchObject({ data: { list: ['{"_id":"x"}'] } });
  });
});

test('a key of more than 1024 bytes is refused', () => {
  open([index('a')]);
  expect(add({ a: 'x'.repeat(1100) }).message).toMatch(/key too large to index/);
  expect(add({ a: 'x'.repeat(900) })).toHaveProperty('data');
});
