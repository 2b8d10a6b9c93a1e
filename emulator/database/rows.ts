import type { Collection } from './collection';
import type { Stretch } from './planner';

/** A document as read from the file. */
export interface Row {
  readonly id: string;
  readonly doc: string;
}

const LARGEST_BATCH = 1024;

/** Rows in growing batches, so that neither a short page nor a long scan pays for the other. */
function* batched<R extends Row>(first: number, next: (last: R | undefined, count: number) => R[]): Generator<R> {
  let size = first;
  let last: R | undefined;
  for (;;) {
    const rows: R[] = next(last, size);
    yield* rows;
    if (rows.length < size) return;
    last = rows.at(-1);
    size = Math.min(size * 2, LARGEST_BATCH);
  }
}

/** Every document, in the order of insertion. */
export function everything(collection: Collection): Iterable<Row> {
  return batched(LARGEST_BATCH / 8, (last: (Row & { position: number }) | undefined, count) => {
    return collection.after(last?.position ?? 0, count);
  });
}

/** The documents of a stretch in its order; `first` is how many are likely to be wanted. */
export function rowsOf(collection: Collection, stretch: Stretch, first: number): Iterable<Row> {
  if (stretch.kind === 'ids') return idRows(collection, stretch, first);
  const { index, range, backward } = stretch;
  return batched(first, (last: (Row & { key: ArrayBuffer }) | undefined, count) => {
    if (!last) return index.rows(range, backward, count);
    const key = Buffer.from(last.key);
    // The next key after this one is this one with a zero byte behind.
    const rest = backward ? { low: range.low, high: key } : { low: Buffer.concat([key, Buffer.from([0])]), high: range.high };
    return index.rows(rest, backward, count);
  });
}

function idRows(collection: Collection, stretch: Stretch & { kind: 'ids' }, first: number): Iterable<Row> {
  const { low, high, backward } = stretch;
  if (low !== undefined && low === high) {
    const doc = collection.read(low);
    return doc === undefined ? [] : [{ id: low, doc }];
  }
  return batched(first, (last: Row | undefined, count) => {
    if (!last) return collection.byId(low, high, backward, count);
    const [from, to] = backward ? [low, last.id] : [last.id, high];
    return collection.byId(from, to, backward, count + 1).filter(({ id }) => id !== last.id);
  });
}
