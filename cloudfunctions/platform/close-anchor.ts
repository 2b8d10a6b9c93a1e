import { type Anchor, anchorMac, type Leaf, leafOf, merkleRoot } from './anchors';
import { addOnce, cloud, database, operators } from './sdk';

/** An anchor is closed this late, in ms: a transaction lives 30 seconds, so no row appears before it afterwards. */
const late = 60_000;
const batch = 1000;

/**
 * Closes the journal up to a minute ago: one root over all rows since the last anchor, kept in `anchors` and, with every row's
 * MAC, exported as a file. Two timers at once make one anchor.
 */
export async function closeAnchor(now: Date): Promise<{ readonly rows: number }> {
  const { data } = await database.collection('anchors').where({}).orderBy('seq', 'desc').limit(1).get();
  const last = data[0] as unknown as Anchor | undefined;
  const from = last?.to ?? new Date(0);
  const to = new Date(now.getTime() - late);
  if (to <= from) return { rows: 0 };
  const leaves = await leavesBetween(from, to);
  const open = {
    seq: (last?.seq ?? 0) + 1,
    from,
    to,
    count: leaves.length,
    root: merkleRoot(leaves.map(leafOf)),
    previous: last?.mac ?? '',
  };
  const anchor: Anchor = { _id: `anchor-${open.seq}`, ...open, mac: anchorMac(open) };
  const name = `${String(anchor.seq).padStart(6, '0')}-${to.toISOString().replace(/[:.]/g, '')}`;
  const fileContent = Buffer.from(JSON.stringify({ ...anchor, leaves: leaves.map(leafOf) }));
  await cloud.uploadFile({ cloudPath: `anchors/${name}.json`, fileContent: fileContent });
  await addOnce('anchors', { ...anchor });
  return { rows: leaves.length };
}

/** Rows in the order of (at, _id), in pages. */
async function leavesBetween(from: Date, to: Date): Promise<readonly Leaf[]> {
  const leaves: Leaf[] = [];
  for (let start: unknown = { at: operators.and(operators.gte(from), operators.lt(to)) }; ; ) {
    const rows = database.collection('journal').where(start).orderBy('at', 'asc').orderBy('_id', 'asc');
    const { data } = await rows.field({ _id: true, at: true, mac: true }).limit(batch).get();
    leaves.push(...data.map(({ _id, mac }) => ({ _id, mac: String(mac) })));
    const last = data.at(-1);
    if (data.length < batch || last === undefined) return leaves;
    const within = operators.and(operators.gte(last.at), operators.lt(to));
    const beyond = operators.or({ at: operators.gt(last.at) }, { at: last.at, _id: operators.gt(last._id) });
    start = operators.and({ at: within }, beyond);
  }
}
