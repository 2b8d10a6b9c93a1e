import { buildClient } from '../../scripts/build-client';

/** Before the first test of this kind: the build under test is the build of the present sources. */
export default async function build(): Promise<void> {
  await buildClient('h5');
}
