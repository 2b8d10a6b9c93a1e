import { createHash } from 'node:crypto';
import { canonical } from './canonical';
import { keyed } from './keys';

const hash = (...parts: readonly string[]) => createHash('sha256').update(parts.join('|')).digest('hex');

/**
 * Root of the Merkle tree over texts in order; leaves and inner nodes are hashed apart, an odd node moves up as it is.
 * '' for no leaves.
 */
export function merkleRoot(leaves: readonly string[]): string {
  let level: readonly string[] = leaves.map((leaf) => hash('leaf', leaf));
  while (level.length > 1) {
    const above: string[] = [];
    for (let index = 0; index < level.length; index += 2) {
      const [left, right] = [level[index] as string, level[index + 1]];
      above.push(right === undefined ? left : hash('node', left, right));
    }
    level = above;
  }
  return level[0] ?? '';
}

/** One link of the chain of anchors: what the journal held between two instants. */
export interface Anchor {
  readonly _id: string;
  readonly seq: number;
  /** Half-open: rows with from ≤ at < to. */
  readonly from: Date;
  readonly to: Date;
  readonly count: number;
  readonly root: string;
  /** MAC of the anchor before, '' for the first. */
  readonly previous: string;
  readonly mac: string;
}

/** A row as an anchor sees it. */
export interface Leaf {
  readonly _id: string;
  readonly mac: string;
}

/** What the root is made of: a row's id and MAC. */
export const leafOf = ({ _id, mac }: Leaf) => `${_id}:${mac}`;

/** MAC of an anchor over everything in it. */
export function anchorMac({ seq, from, to, count, root, previous }: Omit<Anchor, '_id' | 'mac'>): string {
  return keyed('JOURNAL_KEY', 'anchor', canonical({ seq, from, to, count, root, previous }));
}
