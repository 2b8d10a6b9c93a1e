import { type Data, type Document, database, operators } from './sdk';

/**
 * Documents that a whole crowd changes at once. Each change is one conditional update that the database decides, outside of any
 * transaction; what follows from it is written by commands afterwards, and journalled by them.
 */

/** Conditions and changes of the cloud's database, as far as such documents need them. */
export const { gt, gte, lte, neq, or, and, inc, push, pull, set, elemMatch } = operators;
export const oneOf = operators.in;

/** Changes the document when it is as the condition says. @returns whether it was */
export async function changeIf(
  collection: string,
  _id: string,
  condition: Data | readonly Data[],
  change: Data,
): Promise<boolean> {
  const where = Array.isArray(condition) ? and({ _id }, or(...(condition as readonly Data[]))) : { _id, ...condition };
  const { stats } = await database.collection(collection).where(where).update({ data: change });
  return stats.updated > 0;
}

/** The document as it is now, or a few fields of it. */
export async function readNow(collection: string, _id: string): Promise<Document | undefined> {
  const { data } = await database.collection(collection).doc(_id).get();
  return data ?? undefined;
}

/** Ids of at most 100 documents that fulfil a condition. */
export async function idsWhere(collection: string, condition: Data): Promise<readonly string[]> {
  const { data } = await database.collection(collection).where(condition).field({ _id: true }).limit(100).get();
  return data.map(({ _id }) => _id);
}

export { addOnce } from './sdk';
