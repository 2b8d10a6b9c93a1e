import type { Collection } from './collection';
import { decodeStored } from './ejson';
import { compileFilter, type Matcher } from './match';
import { compareBy, type SortField } from './paths';
import { type Plan, plansFor, type Stretch } from './planner';
import type { Document, StoredDocument } from './values';

/** A document that matched, with its text as stored. */
export interface Found {
  readonly document: StoredDocument;
  readonly text: string;
}

export interface Query {
  readonly filter: Document;
  readonly sort: readonly SortField[];
  /** Stop after so many documents. */
  readonly wanted: number;
}

export interface Findings {
  readonly found: readonly Found[];
  /** Documents read and matched for it. */
  readonly examined: number;
}

interface Row {
  readonly id: string;
  readonly doc: string;
}

/** `undefined` is a document that was examined and is not (yet) in the answer: plans are tried in such steps. */
type Steps = Generator<Found | undefined, void>;

const LARGEST_BATCH = 1024;

/** Finds the documents in order, by the plan that gets there first; the cost is that plan's. */
export function find(collection: Collection, query: Query): Findings {
  const matches = compileFilter(query.filter);
  const plans = plansFor(collection, query.filter, query.sort);
  const runs = plans.map((plan) => new Run(collection, query, matches, plan));
  const all = runs.length ? runs : [new Run(collection, query, matches, undefined)];
  if (query.wanted <= 0) return { found: [], examined: 0 };
  for (;;) {
    for (const run of all) {
      if (run.step()) return { found: run.found, examined: run.examined };
    }
  }
}

/** One plan on its way. */
class Run {
  readonly found: Found[] = [];
  examined = 0;
  private readonly steps: Steps;
  private readonly seen = new Set<string>();

  constructor(
    private readonly collection: Collection,
    private readonly query: Query,
    private readonly matches: Matcher,
    private readonly plan: Plan | undefined,
  ) {
    this.steps = this.ordered();
  }

  /** Goes one document further; true when everything wanted is found. */
  step(): boolean {
    const { done, value } = this.steps.next();
    if (done) return true;
    if (value) this.found.push(value);
    return this.found.length >= this.query.wanted;
  }

  private ordered(): Steps {
    const { sort, wanted } = this.query;
    if (!this.plan) return sorted(this.examine(everything(this.collection)), sort);
    const first = Math.min(Math.max(Math.ceil(wanted / Math.max(this.plan.stretches.length, 1)), 4), 128);
    const parts = this.plan.stretches.map((stretch) => this.examine(rowsOf(this.collection, stretch, first)));
    const served = sort.slice(0, this.plan.sorted);
    if (!served.length) return sorted(chained(parts), sort);
    const merged = parts.length === 1 && parts[0] ? parts[0] : mergedBy(parts, served);
    return served.length === sort.length ? merged : sortedWithin(merged, served, sort);
  }

  private *examine(rows: Iterable<Row>): Steps {
    const repeats = this.plan?.repeats ?? false;
    for (const { id, doc } of rows) {
      if (repeats) {
        if (this.seen.has(id)) continue;
        this.seen.add(id);
      }
      this.examined += 1;
      const document = decodeStored<StoredDocument>(doc);
      yield this.matches(document) ? { document, text: doc } : undefined;
    }
  }
}

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

function everything(collection: Collection): Iterable<Row> {
  return batched(LARGEST_BATCH / 8, (last: (Row & { position: number }) | undefined, count) => {
    return collection.after(last?.position ?? 0, count);
  });
}

function rowsOf(collection: Collection, stretch: Stretch, first: number): Iterable<Row> {
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

function* chained(parts: readonly Steps[]): Steps {
  for (const part of parts) yield* part;
}

function* sorted(steps: Steps, sort: readonly SortField[]): Steps {
  if (!sort.length) {
    yield* steps;
    return;
  }
  const found: Found[] = [];
  for (const step of steps) {
    if (step) found.push(step);
    yield undefined;
  }
  yield* inOrder(found, sort);
}

const inOrder = (found: Found[], sort: readonly SortField[]) =>
  found.sort((left, right) => compareBy(sort, left.document, right.document));

/** Merges streams that are each in order. */
function* mergedBy(parts: readonly Steps[], sort: readonly SortField[]): Steps {
  const heads: { part: Steps; head: Found }[] = [];
  const advance = function* (part: Steps): Generator<undefined, Found | undefined> {
    for (;;) {
      const { done, value } = part.next();
      if (done) return undefined;
      if (value) return value;
      yield undefined;
    }
  };
  for (const part of parts) {
    const head = yield* advance(part);
    if (head) heads.push({ part, head });
  }
  while (heads.length) {
    const first = heads.reduce((best, other) => (compareBy(sort, other.head.document, best.head.document) < 0 ? other : best));
    yield first.head;
    const head = yield* advance(first.part);
    if (head) first.head = head;
    else heads.splice(heads.indexOf(first), 1);
  }
}

/** Orders documents that are equal in the served fields by the rest of the sort. */
function* sortedWithin(steps: Steps, served: readonly SortField[], sort: readonly SortField[]): Steps {
  let group: Found[] = [];
  for (const step of steps) {
    const first = group[0];
    if (step && first && compareBy(served, first.document, step.document) !== 0) {
      yield* inOrder(group, sort);
      group = [];
    }
    if (step) group.push(step);
    yield undefined;
  }
  yield* inOrder(group, sort);
}
