import { createHash, timingSafeEqual } from 'node:crypto';
import { canonical, parseCanonical } from './canonical';
import { AppError } from './errors';
import { sortKeys } from './filter';
import { keyed } from './keys';
import type { FilterValue, Query, Reader, RecordType, Stored } from './types';

const invalid = () => new AppError('request.invalid', { fields: { cursor: 'cursor.format' } });

/** What a cursor belongs to: it opens no other list. */
const listOf = (type: RecordType<never>, query: Query) => canonical([type.collection, query.where, sortKeys(query)]);

function sign(list: string, text: string): Buffer {
  return createHash('sha256')
    .update(keyed('JOURNAL_KEY', 'cursor', `${list}\n${text}`))
    .digest()
    .subarray(0, 12);
}

function encode(list: string, values: readonly unknown[]): string {
  const text = canonical(values);
  return Buffer.concat([sign(list, text), Buffer.from(text)]).toString('base64url');
}

function decode(list: string, cursor: string): readonly FilterValue[] {
  const bytes = Buffer.from(cursor, 'base64url');
  const text = bytes.subarray(12).toString('utf8');
  if (bytes.length < 13 || !timingSafeEqual(bytes.subarray(0, 12), sign(list, text))) throw invalid();
  return parseCanonical(text) as readonly FilterValue[];
}

/**
 * One page of a list and the cursor of the next (`null` on the last page): one read, whatever the page.
 *
 * @param cursor as given out with an earlier page of the very same list
 * @throws request.invalid for a cursor that is forged or of another list
 */
export async function page<T extends Stored>(
  db: Reader,
  type: RecordType<T>,
  query: Omit<Query, 'after'>,
  cursor: string | undefined,
): Promise<{ readonly rows: readonly T[]; readonly next: string | null }> {
  const list = listOf(type as unknown as RecordType<never>, query);
  const after = cursor === undefined ? {} : { after: decode(list, cursor) };
  const found = await db.find(type, { ...query, ...after, limit: query.limit + 1 });
  const rows = found.slice(0, query.limit);
  const last = rows.at(-1) as Readonly<Record<string, unknown>> | undefined;
  if (found.length <= query.limit || last === undefined) return { rows, next: null };
  return {
    rows,
    next: encode(
      list,
      sortKeys(query).map(([field]) => last[field] ?? null),
    ),
  };
}
