import path from 'node:path';
import * as esbuild from 'esbuild';
import { buildClient } from '../../scripts/build-client';
import { prepareDemoStore } from '../support/demo-store';
import { containerProgram } from './weapp-page';

/** Before the first test of this kind: the build under test is the build of the present sources, and the container is one file. */
export default async function build(): Promise<void> {
  await buildClient('weapp');
  await buildContainer();
  await prepareDemoStore();
}

/** The container runs without a TypeScript loader: it takes away globals that a loader would need. */
export async function buildContainer(): Promise<void> {
  await esbuild.build({
    entryPoints: [path.join(__dirname, 'container/main.ts')],
    outfile: containerProgram,
    bundle: true,
    packages: 'external',
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    logLevel: 'error',
  });
}
