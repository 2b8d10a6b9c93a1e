import { accounts } from '../../cloudfunctions/platform/accounts';
import type { Anchor } from '../../cloudfunctions/platform/anchors';
import type { JournalRow } from '../../cloudfunctions/platform/journal';
import type { StoredDocument } from '../../cloudfunctions/platform/records';
import { platformCollections } from '../../config/collections';
import { brokenAnchors, type ExportedAnchor } from './anchors';
import { brokenChain, editedRows } from './chains';
import { changedRecord, histories } from './records';
import type { Finding, ReadCollection } from './report';

/** Collections that are not written by commands alone: projections, counters and the platform's own. */
const unjournalled: ReadonlySet<string> = new Set(
  platformCollections.map(({ name }) => name).filter((name) => name !== accounts.collection),
);

export interface Verdict {
  readonly rows: number;
  readonly records: number;
  readonly anchors: number;
  readonly findings: readonly Finding[];
}

/**
 * Compares a whole store with its journal: names each row, record and anchor that was edited, added, deleted, set back or cut
 * off past the program. Needs `JOURNAL_KEY` in the environment, no data key: what is sealed stays sealed.
 */
export async function verify(
  collections: readonly string[],
  read: ReadCollection,
  exported: readonly ExportedAnchor[] = [],
): Promise<Verdict> {
  const rows = (await read('journal')) as readonly unknown[] as readonly JournalRow[];
  const anchors = (await read('anchors')) as readonly unknown[] as readonly Anchor[];
  const told = histories(rows);
  const chains = byAggregate(rows);
  const findings: Finding[] = [...editedRows(rows), ...brokenAnchors(anchors, rows, exported)];
  let records = 0;
  for (const collection of collections) {
    const documents = (await read(collection)) as readonly StoredDocument[];
    const stored = new Map(documents.map((document) => [`${collection}:${document._id}`, document]));
    const mine = (key: string) => key.startsWith(`${collection}:`);
    for (const [key, history] of told) if (mine(key)) findings.push(...changedRecord(key, history, stored.get(key)));
    for (const [key, chain] of chains) if (mine(key)) findings.push(...brokenChain(key, chain, stored.get(key)));
    findings.push(...unknown(stored, told, chains, unjournalled.has(collection)));
    if (!unjournalled.has(collection)) records += documents.length;
  }
  return { rows: rows.length, records, anchors: anchors.length, findings };
}

function byAggregate(rows: readonly JournalRow[]): ReadonlyMap<string, readonly JournalRow[]> {
  const chains = new Map<string, JournalRow[]>();
  for (const row of rows) {
    const chain = chains.get(row.aggregate);
    if (chain) chain.push(row);
    else chains.set(row.aggregate, [row]);
  }
  return chains;
}

type Known = { has(key: string): boolean };

/** Records of which the journal tells nothing: added past the program, or their rows are gone. */
function unknown(stored: ReadonlyMap<string, StoredDocument>, told: Known, chains: Known, expected: boolean): readonly Finding[] {
  return [...stored].flatMap(([key, { chain }]): Finding[] => {
    if (chain && !chains.has(key)) return [{ what: `chain ${key}`, problem: `all its ${chain.seq} rows were cut off` }];
    return expected || told.has(key) ? [] : [{ what: `record ${key}`, problem: 'was added directly' }];
  });
}
