import type { Collection, DocumentView } from './collection';
import { decodeStored, encode } from './ejson';
import { invalidParameter, requestFailed } from './errors';
import { compileProjection } from './projection';
import type { RequestReader } from './request';
import { type Findings, find } from './scan';
import type { DatabaseOutcome } from './types';
import type { Document } from './values';

const DEFAULT_LIMIT = 100;
const MAX_LIMIT = 1000;

/** The cloud's largest answer of the database. */
const MAX_ANSWER_BYTES = 16 * 1024 * 1024;

/** Throws when a query reads far more documents than it answers with. */
export type ScanGuard = (collection: string, filter: Document, examined: number, returned: number) => void;

/** Refuses what an index should serve: more than 2 × returned + 20 documents. */
export const refuseScans: ScanGuard = (collection, filter, examined, returned) => {
  if (examined <= 2 * returned + 20) return;
  const fields = Object.keys(filter).join(', ') || 'no field';
  throw requestFailed(
    `query refused: ${examined} documents of ${collection} examined for ${returned} in the answer (filter on ${fields}); an index is missing`,
  );
};

export const allowScans: ScanGuard = () => undefined;

/** `doc().get()`, in a transaction or outside. */
export function getOne(view: DocumentView, request: RequestReader): DatabaseOutcome {
  const text = view.read(request.documentId);
  const project = compileProjection(request.document('projection'));
  const list = text === undefined ? [] : [project ? encode(project(decodeStored(text))) : text];
  return { body: { data: { list, offset: 0, limit: DEFAULT_LIMIT } }, examined: list.length, returned: list.length };
}

/** `where().get()`. */
export function getMany(collection: Collection, request: RequestReader, guard: ScanGuard): DatabaseOutcome {
  if (request.transactionId) throw invalidParameter('in a transaction only doc() and add() are allowed, not where()');
  const filter = request.document('query');
  const offset = request.number('offset', 0);
  const limit = Math.min(request.number('limit', DEFAULT_LIMIT) || DEFAULT_LIMIT, MAX_LIMIT);
  const project = compileProjection(request.document('projection'));
  const { found, examined } = find(collection, { filter, sort: request.sort, wanted: offset + limit });
  const list = found.slice(offset).map(({ document, text }) => (project ? encode(project(document)) : text));
  guard(collection.name, filter, examined, list.length);
  checkSize(list);
  return { body: { data: { list, offset, limit } }, examined, returned: list.length };
}

export function checkSize(list: readonly string[]): void {
  const bytes = list.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  if (bytes > MAX_ANSWER_BYTES) throw requestFailed(`query result size ${bytes} exceeds the limit of ${MAX_ANSWER_BYTES} bytes`);
}

/** `count()`. Without a filter nothing is read. */
export function count(collection: Collection, request: RequestReader, guard: ScanGuard): DatabaseOutcome {
  if (request.transactionId) throw invalidParameter('in a transaction only doc() and add() are allowed, not count()');
  const filter = request.document('query');
  if (!Object.keys(filter).length) {
    const total = collection.count();
    return { body: { data: { total } }, examined: 0, returned: total };
  }
  const { found, examined }: Findings = find(collection, { filter, sort: [], wanted: Number.POSITIVE_INFINITY });
  guard(collection.name, filter, examined, found.length);
  return { body: { data: { total: found.length } }, examined, returned: found.length };
}
