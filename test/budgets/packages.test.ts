import { readFileSync } from 'node:fs';
import path from 'node:path';
import { functionNames, onlyTimers } from '../../config/functions';
import { buildFunctions } from '../../scripts/build-functions';
import { weappSizes } from '../../scripts/sizes';
import { weappBuild } from '../weapp/weapp-page';

describe('what a phone downloads', () => {
  it.each(weappSizes(weappBuild))('stays in its budget: $what', ({ bytes, budget }) => {
    expect(bytes).toBeLessThanOrEqual(budget);
  });
});

describe('what a cloud function starts with', () => {
  it.each(functionNames)('holds a dictionary of pinyin only where nobody waits: %s', async (name) => {
    const bundle = readFileSync(path.join(await buildFunctions(), name, 'index.js'), 'utf8');
    expect(/[ǎǐǒǔǚ]/.test(bundle)).toBe(onlyTimers(name));
  });
});
