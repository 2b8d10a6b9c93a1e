import { buildClient } from '../../scripts/build-client';
import { prepareDemoStore } from '../support/demo-store';
import { prepareChromium } from './chromium';

/** Before the first test of this kind: the build under test is the build of the present sources, and there is a browser. */
export default async function build(): Promise<void> {
  await buildClient('h5');
  await prepareChromium();
  await prepareDemoStore();
}
