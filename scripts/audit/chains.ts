import { type JournalRow, macOf } from '../../cloudfunctions/platform/journal';
import type { ChainHead, StoredDocument } from '../../cloudfunctions/platform/records';
import { type Finding, nameOf } from './report';

/** Rows whose content is not what their MAC was made of. */
export function editedRows(rows: readonly JournalRow[]): readonly Finding[] {
  const edited = rows.filter((row) => macOf(row) !== row.mac);
  return edited.map((row) => ({ what: nameOf(row), problem: 'was edited' }));
}

const removes = (row: JournalRow) =>
  row.changes.some(({ collection, id, hash }) => hash === '' && `${collection}:${id}` === row.aggregate);

/**
 * Checks the chain of one aggregate: each row names the one before it, none is missing, and the record knows the last one. A
 * record that was removed and made anew begins a new chain.
 *
 * @param record the aggregate's document as it is stored now
 */
export function brokenChain(
  aggregate: string,
  rows: readonly JournalRow[],
  record: StoredDocument | undefined,
): readonly Finding[] {
  const found: Finding[] = [];
  const followers = new Map<string, JournalRow[]>();
  for (const row of rows) if (row.previous !== '') followers.set(row.previous, [...(followers.get(row.previous) ?? []), row]);
  const macs = new Set(rows.map(({ mac }) => mac));
  for (const row of rows) {
    if (row.previous !== '' && !macs.has(row.previous))
      found.push({ what: nameOf(row), problem: `the row before it, #${row.seq - 1}, is missing` });
    if ((followers.get(row.mac)?.length ?? 0) > 1) found.push({ what: nameOf(row), problem: 'more than one row follows it' });
  }
  const ends = rows.filter((row) => !followers.has(row.mac));
  const last = ends.filter((row) => !removes(row)).at(-1);
  return [...found, ...brokenHead(aggregate, last, ends.length > 0, record?.chain, record !== undefined)];
}

function brokenHead(
  aggregate: string,
  last: JournalRow | undefined,
  known: boolean,
  head: ChainHead | undefined,
  exists: boolean,
): readonly Finding[] {
  const what = `chain ${aggregate}`;
  if (!exists) return last ? [{ what, problem: 'the record at its end was deleted' }] : [];
  if (head === undefined) return known && last ? [{ what, problem: 'its head was removed from the record' }] : [];
  if (last?.mac === head.mac && last.seq === head.seq) return [];
  if (!last || head.seq > last.seq)
    return [{ what, problem: `rows after #${last?.seq ?? 0} were cut off; its head is #${head.seq}` }];
  return [{ what, problem: `its head was set back to #${head.seq}; the journal has #${last.seq}` }];
}
