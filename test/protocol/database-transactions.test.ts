import { failure, type SdkError, type Transaction } from './sdk-types';
import { type Cloud, startCloud } from './support';

let cloud: Cloud;
let elapsed = 0;
beforeEach(async () => {
  elapsed = 0;
  cloud = await startCloud({
    monotonic: () => elapsed,
    collections: [
      { name: 'stock', access: 'ADMINONLY', indexes: [{ name: 'code', keys: [{ field: 'code', direction: 1 }], unique: true }] },
      { name: 'log', access: 'ADMINONLY', indexes: [] },
    ],
  });
  await stock().add({
    data: [
      { _id: 'a', n: 1, code: 'A' },
      { _id: 'b', n: 1, code: 'B' },
    ],
  });
});
afterEach(() => cloud.close());

const stock = (from: Pick<Transaction, 'collection'> = cloud.db) => from.collection('stock');
const increment = (by = 1) => ({ data: { n: cloud.db.command.inc(by) } });
const value = async (id: string, from: Pick<Transaction, 'collection'> = cloud.db) => (await stock(from).doc(id).get()).data.n;

const CONFLICT = expect.stringContaining(
  '[ResourceUnavailable.TransactionConflict] Transaction is conflict, maybe resource operated by others. Please check your request, but if the problem persists, contact us.',
);
const OVER = expect.stringContaining(
  '[ResourceUnavailable.TransactionNotExist] Transaction does not exist on the server, transaction must be commit or abort in 30 seconds. Please check your request, but if the problem persists, contact us.',
);
const lastCode = () => cloud.exchanges.at(-1)?.outcome.body.code;

/** The retry that every caller of this SDK needs: it hides the conflict's code and keeps only its text. */
async function retrying<T>(run: (transaction: Transaction) => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await cloud.db.runTransaction(run);
    } catch (error) {
      const { errMsg, message } = error as SdkError;
      if (!/TransactionConflict/.test(errMsg ?? message)) throw error;
    }
  }
}

test('commits everything or nothing', async () => {
  const result = await cloud.db.runTransaction(async (transaction) => {
    await stock(transaction).doc('a').update(increment());
    expect(await stock(transaction).add({ data: { _id: 'c', code: 'C' } })).toMatchObject({ _id: 'c' });
    expect(
      (
        await stock(transaction)
          .doc('d')
          .set({ data: { code: 'D' } })
      ).stats,
    ).toMatchObject({ updated: 0 });
    expect((await stock(transaction).doc('d').remove()).stats).toEqual({ removed: 1 });
    expect(
      (
        await stock(transaction)
          .doc('b')
          .set({ data: { code: 'B2' } })
      ).stats,
    ).toEqual({ updated: 1, created: 0 });
    expect(await value('a', transaction)).toBe(2);
    expect(await value('a')).toBe(1);
    return 'done';
  });
  expect(result).toBe('done');
  expect((await stock().orderBy('_id', 'asc').get()).data).toEqual([
    { _id: 'a', n: 2, code: 'A' },
    { _id: 'b', code: 'B2' },
    { _id: 'c', code: 'C' },
  ]);
});

test('leaves nothing behind when rolled back, by hand, by reason or by an error', async () => {
  const byHand = await cloud.db.startTransaction();
  await stock(byHand).doc('a').update(increment(98));
  await byHand.rollback();
  const reason = { my: 'reason' };
  await expect(
    cloud.db.runTransaction(async (transaction) => {
      await stock(transaction).doc('a').update(increment(98));
      await transaction.rollback(reason);
    }),
  ).rejects.toEqual(reason);
  await expect(
    cloud.db.runTransaction(async (transaction) => {
      await stock(transaction).doc('a').remove();
      throw new Error('business');
    }),
  ).rejects.toThrow('business');
  expect(await value('a')).toBe(1);
});

test('finds a missing document to be missing', async () => {
  const transaction = await cloud.db.startTransaction();
  expect(await failure(stock(transaction).doc('zz').get())).toMatchObject({ errCode: -1 });
  expect(cloud.exchanges.at(-1)?.outcome.body).toEqual({ data: { list: [], offset: 0, limit: 100 } });
  expect((await stock(transaction).doc('zz').update(increment())).stats).toEqual({ updated: 0 });
  expect((await stock(transaction).doc('zz').remove()).stats).toEqual({ removed: 0 });
  await transaction.commit();
});

test('sees the state of its first operation, not of its start', async () => {
  const transaction = await cloud.db.startTransaction();
  await stock().doc('a').update(increment(10));
  expect(await value('a', transaction)).toBe(11);
  await stock().doc('a').update(increment(10));
  await stock().doc('b').remove();
  await stock().add({ data: { _id: 'c', n: 5, code: 'C' } });
  expect(await value('a', transaction)).toBe(11);
  expect(await value('b', transaction)).toBe(1);
  expect(await failure(stock(transaction).doc('c').get())).toMatchObject({ errCode: -1 });
  await transaction.commit();
  expect(await value('a')).toBe(21);
});

test('keeps each of several snapshots apart', async () => {
  const snapshots: Transaction[] = [];
  for (let round = 0; round < 4; round += 1) {
    const transaction = await cloud.db.startTransaction();
    await value('a', transaction);
    snapshots.push(transaction);
    await stock().doc('a').update(increment());
  }
  await snapshots[1]?.commit();
  const seen = await Promise.all([0, 2, 3].map((round) => value('a', snapshots[round])));
  expect(seen).toEqual([1, 3, 4]);
  for (const round of [0, 2, 3]) await snapshots[round]?.commit();
});

describe('a conflict', () => {
  test('is raised at the write of a document that has changed since, and ends the transaction', async () => {
    const transaction = await cloud.db.startTransaction();
    await value('a', transaction);
    await stock().doc('a').update(increment());
    expect(await failure(stock(transaction).doc('a').update(increment()))).toMatchObject({ errCode: -501001, errMsg: CONFLICT });
    expect(lastCode()).toBe('DATABASE_TRANSACTION_CONFLICT');
    expect(await failure(transaction.commit())).toMatchObject({ code: 'DATABASE_TRANSACTION_FAIL', message: OVER });
    expect(await value('a')).toBe(2);
  });

  test('is raised at the write of a document that was removed or added since', async () => {
    for (const change of [
      () => stock().doc('b').remove(),
      () =>
        stock()
          .doc('c')
          .set({ data: { code: 'C' } }),
    ]) {
      const transaction = await cloud.db.startTransaction();
      await value('a', transaction);
      await change();
      const id = (await stock().doc('c').remove()).stats.removed ? 'c' : 'b';
      expect(
        await failure(
          stock(transaction)
            .doc(id)
            .set({ data: { code: 'X' } }),
        ),
      ).toMatchObject({ errMsg: CONFLICT });
    }
  });

  test('is raised at once when another open transaction has written the document', async () => {
    const [first, second] = [await cloud.db.startTransaction(), await cloud.db.startTransaction()];
    const row = (transaction: Transaction) => transaction.collection('log').doc('row');
    await row(first).set({ data: { n: 1 } });
    expect(await failure(row(second).set({ data: { n: 2 } }))).toMatchObject({ errMsg: CONFLICT });
    await first.commit();
    expect((await cloud.db.collection('log').doc('row').get()).data).toEqual({ _id: 'row', n: 1 });
  });

  test('is gone when the other transaction was rolled back', async () => {
    const [first, second] = [await cloud.db.startTransaction(), await cloud.db.startTransaction()];
    await stock(first).doc('a').update(increment());
    await first.rollback();
    await stock(second).doc('a').update(increment());
    await second.commit();
    expect(await value('a')).toBe(2);
  });

  test('hits the transaction, at the latest at its commit, when a plain write comes between', async () => {
    const transaction = await cloud.db.startTransaction();
    await stock(transaction).doc('a').update(increment(100));
    await stock(transaction).doc('b').update(increment(100));
    await stock().doc('a').update(increment());
    expect(await failure(transaction.commit())).toMatchObject({ code: 'DATABASE_TRANSACTION_CONFLICT', message: CONFLICT });
    expect([await value('a'), await value('b')]).toEqual([2, 1]);
  });

  test('does not come from reading: write skew is possible', async () => {
    const [first, second] = [await cloud.db.startTransaction(), await cloud.db.startTransaction()];
    expect([await value('a', first), await value('b', first)]).toEqual([1, 1]);
    expect([await value('a', second), await value('b', second)]).toEqual([1, 1]);
    await stock(first).doc('a').update(increment(-1));
    await stock(second).doc('b').update(increment(-1));
    await first.commit();
    await second.commit();
    expect([await value('a'), await value('b')]).toEqual([0, 0]);
  });
});

describe('twenty read-modify-writes of one document at once', () => {
  const readModifyWrite = async (transaction: Transaction) => {
    const n = Number(await value('a', transaction));
    await stock(transaction)
      .doc('a')
      .update({ data: { n: n + 1 } });
  };

  test('all land when conflicts are retried', async () => {
    await Promise.all(Array.from({ length: 20 }, () => retrying(readModifyWrite)));
    expect(await value('a')).toBe(21);
  });

  test('lose none of the successful ones without a retry, and the others conflict', async () => {
    const results = await Promise.allSettled(Array.from({ length: 20 }, () => cloud.db.runTransaction(readModifyWrite)));
    const done = results.filter(({ status }) => status === 'fulfilled').length;
    expect(done).toBeGreaterThan(0);
    expect(done).toBeLessThan(20);
    expect(await value('a')).toBe(1 + done);
    for (const result of results) {
      if (result.status === 'rejected')
        expect(result.reason).toMatchObject({ errMsg: expect.stringContaining('TransactionConflict') });
    }
  });

  test('all land beside plain increments', async () => {
    const plain = Array.from({ length: 20 }, () => stock().doc('a').update(increment(100)));
    await Promise.all([...plain, ...Array.from({ length: 20 }, () => retrying(readModifyWrite))]);
    expect(await value('a')).toBe(2021);
  });
});

describe('a unique key', () => {
  test('that the snapshot holds is refused at the write', async () => {
    const transaction = await cloud.db.startTransaction();
    const error = await failure(stock(transaction).add({ data: { _id: 'c', code: 'A' } }));
    expect(error).toMatchObject({
      errCode: -502001,
      errMsg: expect.stringContaining('E11000 duplicate key error collection: tnt.stock index: code dup key: { : "A" }'),
    });
    expect(await failure(transaction.commit())).toMatchObject({ code: 'DATABASE_TRANSACTION_FAIL' });
  });

  test('that another open transaction takes is a conflict', async () => {
    const [first, second] = [await cloud.db.startTransaction(), await cloud.db.startTransaction()];
    await stock(first).add({ data: { _id: 'c', code: 'C' } });
    expect(await failure(stock(second).add({ data: { _id: 'd', code: 'C' } }))).toMatchObject({ errMsg: CONFLICT });
    await first.commit();
  });

  test('that came after the snapshot is a conflict, so that a retry finds it', async () => {
    const transaction = await cloud.db.startTransaction();
    await value('a', transaction);
    await stock().add({ data: { _id: 'c', code: 'C' } });
    expect(await failure(stock(transaction).add({ data: { _id: 'd', code: 'C' } }))).toMatchObject({ errMsg: CONFLICT });
  });

  test('that a plain write takes before the commit is a conflict', async () => {
    const transaction = await cloud.db.startTransaction();
    await stock(transaction).add({ data: { _id: 'c', code: 'C' } });
    await stock().add({ data: { _id: 'd', code: 'C' } });
    expect(await failure(transaction.commit())).toMatchObject({ code: 'DATABASE_TRANSACTION_CONFLICT' });
    expect(await failure(stock().doc('c').get())).toMatchObject({ errCode: -1 });
  });

  test('is free again for the transaction that gave it up', async () => {
    await cloud.db.runTransaction(async (transaction) => {
      await stock(transaction).doc('a').remove();
      await stock(transaction).add({ data: { _id: 'c', code: 'A' } });
      await stock(transaction)
        .doc('b')
        .update({ data: { code: 'B2' } });
      await stock(transaction).add({ data: { _id: 'd', code: 'B' } });
    });
    expect((await stock().where({ code: 'B' }).get()).data).toEqual([{ _id: 'd', code: 'B' }]);
    const transaction = await cloud.db.startTransaction();
    await stock(transaction).add({ data: { _id: 'e', code: 'E' } });
    expect(await failure(stock(transaction).add({ data: { _id: 'f', code: 'E' } }))).toMatchObject({
      errMsg: expect.stringContaining('E11000'),
    });
  });

  test('as an _id: two open transactions cannot both add it, and the later retry finds it', async () => {
    const [first, second] = [await cloud.db.startTransaction(), await cloud.db.startTransaction()];
    const row = { data: { _id: 'row' } };
    await value('a', second);
    await first.collection('log').add(row);
    await first.commit();
    expect(await failure(second.collection('log').add(row))).toMatchObject({ errMsg: CONFLICT });
    const third = await cloud.db.startTransaction();
    expect(await failure(third.collection('log').add(row))).toMatchObject({
      errMsg: expect.stringContaining('index: _id_ dup key'),
    });
  });
});

describe('the life of a transaction', () => {
  test('is 30 seconds of a clock that never jumps', async () => {
    const transaction = await cloud.db.startTransaction();
    await stock(transaction).doc('a').update(increment());
    elapsed = 30_000;
    expect(await value('a', transaction)).toBe(2);
    elapsed = 30_001;
    expect(await failure(stock(transaction).doc('a').update(increment()))).toMatchObject({ errCode: -501001, errMsg: OVER });
    expect(lastCode()).toBe('DATABASE_TRANSACTION_FAIL');
    expect(await failure(transaction.commit())).toMatchObject({ code: 'DATABASE_TRANSACTION_FAIL', message: OVER });
    expect(await value('a')).toBe(1);
  });

  test('ends for others when it has expired', async () => {
    const first = await cloud.db.startTransaction();
    await stock(first).doc('a').update(increment());
    elapsed = 30_001;
    const later = await cloud.db.startTransaction();
    await stock(later).doc('a').update(increment());
    await later.commit();
    expect(await value('a')).toBe(2);
  });

  test('ends with its commit or rollback', async () => {
    const transaction = await cloud.db.startTransaction();
    await transaction.commit();
    expect(await failure(transaction.commit())).toMatchObject({ code: 'DATABASE_TRANSACTION_FAIL', message: OVER });
    expect(await failure(transaction.rollback())).toMatchObject({ code: 'DATABASE_TRANSACTION_FAIL', message: OVER });
    expect(await failure(stock(transaction).doc('a').get())).toMatchObject({ errMsg: OVER });
  });

  test('ends when its owner is reported dead', async () => {
    const transaction = await cloud.db.startTransaction();
    await stock(transaction).doc('a').update(increment());
    const started = cloud.exchanges.find(({ request }) => request.action === 'database.startTransaction');
    cloud.database.abandon([String(started?.outcome.body.transactionId), 'unknown']);
    expect(await failure(transaction.commit())).toMatchObject({ code: 'DATABASE_TRANSACTION_FAIL' });
    await cloud.db.runTransaction(async (other) => stock(other).doc('a').update(increment()));
    expect(await value('a')).toBe(2);
  });

  test('ends with a write that Mongo refuses', async () => {
    const transaction = await cloud.db.startTransaction();
    expect(
      await failure(
        stock(transaction)
          .doc('a')
          .update({ data: { code: cloud.db.command.inc(1) } }),
      ),
    ).toMatchObject({ errCode: -502001 });
    expect(await failure(transaction.commit())).toMatchObject({ code: 'DATABASE_TRANSACTION_FAIL' });
  });
});

test('allows only doc() and add() inside', async () => {
  const transaction = await cloud.db.startTransaction();
  expect(await failure(stock(transaction).where({ n: 1 }).get())).toMatchObject({
    errCode: -501007,
    errMsg: expect.stringContaining('only doc() and add()'),
  });
  const id = String(cloud.exchanges[1]?.outcome.body.transactionId);
  const request = {
    collectionName: 'stock',
    queryType: 'WHERE',
    query: '{}',
    multi: true,
    merge: true,
    data: '{"$set":{"n":9}}',
    stages: [],
    transactionId: id,
  };
  for (const action of ['modifyDocument', 'removeDocument', 'calculateDocument', 'aggregateDocuments']) {
    expect(cloud.database.execute({ ...request, action: `database.${action}` }).body).toMatchObject({ code: 'INVALID_PARAM' });
  }
  await transaction.commit();
});

test('where().update() in a transaction runs outside of it, as the SDK sends it', async () => {
  const transaction = await cloud.db.startTransaction();
  await value('a', transaction);
  await stock(transaction).where({ _id: 'a' }).update(increment(5));
  expect(await value('a')).toBe(6);
  expect(await value('a', transaction)).toBe(1);
  await transaction.rollback();
  expect(await value('a')).toBe(6);
});
