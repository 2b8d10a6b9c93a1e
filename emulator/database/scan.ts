import type { Collection } from './collection';
import { decodeStored } from './ejson';
import { compileFilter, type Matcher } from './match';
import { compareBy, type SortField } from './paths';
import { type Plan, plansFor } from './planner';
import { everything, type Row, rowsOf } from './rows';
import type { Document, StoredDocument } from './values';

/** A document that matched, with its text as stored. */
interface Found {
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

/** `undefined` is a document that was examined and is not (yet) in the answer: plans are tried in such steps. */
type Steps = Generator<Found | undefined, void>;

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
