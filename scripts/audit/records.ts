import { type Change, documentHash, type JournalRow } from '../../cloudfunctions/platform/journal';
import type { StoredDocument } from '../../cloudfunctions/platform/records';
import type { Finding } from './report';

/** What the journal tells of one record, in the order of time. */
export type History = readonly (Change & { readonly at: Date })[];

/** Histories of all records that the journal knows, by `<collection>:<id>`. */
export function histories(rows: readonly JournalRow[]): ReadonlyMap<string, History> {
  const told = new Map<string, (Change & { readonly at: Date })[]>();
  for (const { at, changes } of [...rows].sort((a, b) => a.at.getTime() - b.at.getTime() || a.seq - b.seq)) {
    for (const change of changes) {
      const key = `${change.collection}:${change.id}`;
      const history = told.get(key);
      if (history) history.push({ ...change, at });
      else told.set(key, [{ ...change, at }]);
    }
  }
  return told;
}

/** The changes since the record was last made, newest version last; the removal alone when it was removed and not made again. */
function lifeOf(history: History): History {
  const removal = history.map(({ hash }) => hash).lastIndexOf('');
  const since = history.slice(removal + 1);
  return since.length > 0 ? [...since].sort((a, b) => a.version - b.version) : history.slice(removal);
}

/** Compares one record with what the journal says it should be. */
export function changedRecord(key: string, history: History, record: StoredDocument | undefined): readonly Finding[] {
  const what = `record ${key}`;
  const life = lifeOf(history);
  const last = life.at(-1);
  if (!last || last.hash === '') return record ? [{ what, problem: 'was removed, and put back directly' }] : [];
  if (!record) return [{ what, problem: 'was deleted directly' }];
  if (documentHash(record) === last.hash) return [];
  const older = life.find(({ hash }) => hash === documentHash(record));
  return [
    { what, problem: older ? `was set back directly to version ${older.version} of ${last.version}` : 'was edited directly' },
  ];
}
