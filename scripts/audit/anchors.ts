import { type Anchor, anchorMac, leafOf, merkleRoot } from '../../cloudfunctions/platform/anchors';
import type { JournalRow } from '../../cloudfunctions/platform/journal';
import { type Finding, nameOf } from './report';

/** An anchor as it was exported: with every row it covers. */
export interface ExportedAnchor {
  readonly seq: number;
  readonly mac: string;
  readonly leaves: readonly string[];
}

/** Checks the anchors against each other, against the journal and, where there are any, against the exported files. */
export function brokenAnchors(
  anchors: readonly Anchor[],
  rows: readonly JournalRow[],
  exported: readonly ExportedAnchor[],
): readonly Finding[] {
  const sorted = [...anchors].sort((a, b) => a.seq - b.seq);
  const found = sorted.flatMap((anchor, index) => brokenLink(anchor, sorted[index - 1]));
  const contents = sorted.flatMap((anchor) =>
    brokenContent(
      anchor,
      rows,
      exported.find(({ mac }) => mac === anchor.mac),
    ),
  );
  const gone = exported.filter(({ mac }) => !anchors.some((anchor) => anchor.mac === mac));
  return [
    ...found,
    ...contents,
    ...gone.map(({ seq }) => ({ what: `anchor ${seq}`, problem: 'was exported, but is not in the database' })),
  ];
}

function brokenLink(anchor: Anchor, before: Anchor | undefined): readonly Finding[] {
  const what = `anchor ${anchor.seq}`;
  if (anchorMac(anchor) !== anchor.mac) return [{ what, problem: 'was edited' }];
  const follows = before
    ? anchor.seq === before.seq + 1 && anchor.previous === before.mac && anchor.from.getTime() === before.to.getTime()
    : anchor.seq === 1 && anchor.previous === '';
  return follows ? [] : [{ what, problem: 'the anchor before it is missing' }];
}

function brokenContent(anchor: Anchor, rows: readonly JournalRow[], exported: ExportedAnchor | undefined): readonly Finding[] {
  const covered = rows
    .filter(({ at }) => at >= anchor.from && at < anchor.to)
    .sort((a, b) => a.at.getTime() - b.at.getTime() || (a._id < b._id ? -1 : 1));
  const leaves = covered.map(leafOf);
  if (leaves.length === anchor.count && merkleRoot(leaves) === anchor.root) return [];
  const now = new Set(leaves);
  const then = new Set(exported?.leaves);
  const missing = [...then]
    .filter((leaf) => !now.has(leaf))
    .map((leaf) => ({ what: `row ${leaf.split(':')[0]}`, problem: `is in anchor ${anchor.seq}, but not in the journal` }));
  const added = exported
    ? covered
        .filter((row) => !then.has(leafOf(row)))
        .map((row) => ({ what: nameOf(row), problem: `is not in anchor ${anchor.seq} of its time` }))
    : [];
  const problem = `covered ${anchor.count} rows; the journal now has ${leaves.length} there, or others`;
  return [{ what: `anchor ${anchor.seq}`, problem }, ...missing, ...added];
}
