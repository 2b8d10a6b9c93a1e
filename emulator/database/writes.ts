import { randomBytes } from 'node:crypto';
import type { Collection, DocumentView } from './collection';
import { decodeStored, encode } from './ejson';
import { DatabaseError, invalidParameter, writeFailed } from './errors';
import type { ScanGuard } from './reads';
import type { RequestReader } from './request';
import { find } from './scan';
import type { DatabaseOutcome } from './types';
import { checkStorable, compileUpdate } from './update';
import type { Document, StoredDocument } from './values';

/** Runs a write and wraps Mongo's refusals as its driver does. */
function writing<T>(run: () => T): T {
  try {
    return run();
  } catch (error) {
    if (!(error instanceof DatabaseError) || error.code !== 'DATABASE_REQUEST_FAILED' || isWrapped(error)) throw error;
    throw writeFailed(error.message);
  }
}

const isWrapped = ({ message }: Error) => message.startsWith('multiple write errors') || message.startsWith('(BadValue)');

function withId(document: Document): StoredDocument {
  const { _id: id = randomBytes(16).toString('hex') } = document;
  if (typeof id !== 'string' || id.includes('\u0000')) throw invalidParameter('_id must be a string without NUL');
  return { _id: id, ...document };
}

/**
 * `add()`. As in Mongo the documents before the first refused one stay; the refusal is returned, so that the caller
 * can keep them, and is thrown after that.
 */
export function insert(view: DocumentView, request: RequestReader): { outcome: DatabaseOutcome; refusal?: DatabaseError } {
  const documents = request.documents('data').map(withId);
  const insertedIds: string[] = [];
  const outcome = () => ({ body: { data: { insertedIds } }, examined: 0, returned: insertedIds.length });
  for (const document of documents) {
    try {
      writing(() => {
        checkStorable(document);
        view.insert(document);
      });
    } catch (error) {
      if (!(error instanceof DatabaseError)) throw error;
      return { outcome: outcome(), refusal: error };
    }
    insertedIds.push(document._id);
  }
  return { outcome: outcome() };
}

const modified = (updated: number, upsertId: string | null, examined: number): DatabaseOutcome => ({
  body: { data: { updated, upsert_id: upsertId } },
  examined,
  returned: updated + (upsertId === null ? 0 : 1),
});

type Change = (before: StoredDocument) => StoredDocument;

/** What the request makes of a document: operators applied, or everything but `_id` replaced. */
function changeOf(request: RequestReader, filter: Document): Change {
  const data = request.document('data');
  if (request.flag('merge')) return writing(() => compileUpdate(data, filter));
  if (Object.hasOwn(data, '_id')) throw invalidParameter('不能更新_id的值');
  writing(() => checkStorable(data));
  return ({ _id }) => ({ _id, ...data });
}

/** `doc().update()` and `doc().set()`. `updated` counts the document when it was found, changed or not. */
export function modifyOne(view: DocumentView, request: RequestReader): DatabaseOutcome {
  const id = request.documentId;
  const change = changeOf(request, { _id: id });
  const before = view.read(id);
  if (before !== undefined) {
    writing(() => view.replace(before, change(decodeStored<StoredDocument>(before))));
    return modified(1, null, 1);
  }
  if (!request.flag('upsert')) return modified(0, null, 0);
  writing(() => view.insert(change(withId({ _id: id }))));
  return modified(0, id, 0);
}

/** `where().update()`: all matching documents, or the first. Those before the first refused one stay changed. */
export function modifyMany(
  collection: Collection,
  request: RequestReader,
  guard: ScanGuard,
): { outcome: DatabaseOutcome; refusal?: DatabaseError } {
  const filter = request.document('query');
  const change = changeOf(request, filter);
  const wanted = request.flag('multi') ? Number.POSITIVE_INFINITY : 1;
  const { found, examined } = find(collection, { filter, sort: [], wanted });
  guard(collection.name, filter, examined, found.length);
  let updated = 0;
  for (const { document, text } of found) {
    try {
      writing(() => collection.replace(text, change(document)));
    } catch (error) {
      if (!(error instanceof DatabaseError)) throw error;
      return { outcome: modified(updated, null, examined), refusal: error };
    }
    updated += 1;
  }
  return { outcome: modified(updated, null, examined) };
}

/** `updateAndReturn()`: the document after the update, or null when there is none. */
export function modifyAndReturn(view: DocumentView, request: RequestReader): DatabaseOutcome {
  const id = request.documentId;
  const data = request.document('data');
  const before = view.read(id);
  if (before === undefined) return { body: { data: { updated: 0, doc: null } }, examined: 0, returned: 0 };
  const after = writing(() => compileUpdate(data, { _id: id })(decodeStored<StoredDocument>(before)));
  writing(() => view.replace(before, after));
  return { body: { data: { updated: 1, doc: encode(after) } }, examined: 1, returned: 1 };
}

const deleted = (total: number, examined: number): DatabaseOutcome => ({
  body: { data: { deleted: total } },
  examined,
  returned: total,
});

/** `doc().remove()`. */
export function removeOne(view: DocumentView, request: RequestReader): DatabaseOutcome {
  const id = request.documentId;
  const before = view.read(id);
  if (before === undefined) return deleted(0, 0);
  view.remove(id, before);
  return deleted(1, 1);
}

/** `where().remove()`. */
export function removeMany(collection: Collection, request: RequestReader, guard: ScanGuard): DatabaseOutcome {
  const filter = request.document('query');
  const wanted = request.flag('multi') ? Number.POSITIVE_INFINITY : 1;
  const { found, examined } = find(collection, { filter, sort: [], wanted });
  guard(collection.name, filter, examined, found.length);
  for (const { document, text } of found) collection.remove(document._id, text);
  return deleted(found.length, examined);
}
