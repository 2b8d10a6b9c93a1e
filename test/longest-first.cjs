const { default: Sequencer } = require('@jest/test-sequencer');

/** Files that take longest begin first, so that no worker is left with one of them at the end; a fresh clone has no times to go by. */
const kinds = ['test/browser/every-page', 'test/browser/', 'test/weapp/', 'test/races/', 'test/faults/', 'test/'];
const rank = ({ path }) => {
  const found = kinds.findIndex((kind) => path.includes(`/${kind}`));
  return found < 0 ? kinds.length : found;
};

module.exports = class LongestFirst extends Sequencer {
  sort(tests) {
    const known = super.sort(tests);
    return [...known].sort((a, b) => rank(a) - rank(b));
  }
};
