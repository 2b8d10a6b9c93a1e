import { createHash } from 'node:crypto';

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
