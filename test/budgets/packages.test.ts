import { weappSizes } from '../../scripts/sizes';
import { weappBuild } from '../weapp/weapp-page';

describe('what a phone downloads', () => {
  it.each(weappSizes(weappBuild))('stays in its budget: $what', ({ bytes, budget }) => {
    expect(bytes).toBeLessThanOrEqual(budget);
  });
});
