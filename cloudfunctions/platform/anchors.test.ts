import { merkleRoot } from './anchors';

test('a root changes with every leaf, with their order and with their number', () => {
  for (let size = 1; size <= 9; size += 1) {
    const leaves = Array.from({ length: size }, (_, index) => `leaf-${index}`);
    const root = merkleRoot(leaves);
    expect(root).toHaveLength(64);
    for (let index = 0; index < size; index += 1) {
      expect(merkleRoot(leaves.map((leaf, other) => (other === index ? 'other' : leaf)))).not.toBe(root);
      expect(merkleRoot(leaves.filter((_, other) => other !== index))).not.toBe(root);
    }
    if (size > 1) expect(merkleRoot([...leaves].reverse())).not.toBe(root);
    expect(merkleRoot([...leaves, 'more'])).not.toBe(root);
  }
  expect(merkleRoot([])).toBe('');
});
