import { createHash } from 'node:crypto';
import { cp, readdir, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import * as esbuild from 'esbuild';
import { functionNames, functions } from '../config/functions';
import type { FunctionName } from '../shared/contexts';
import { fingerprint } from './fingerprint';
import { lazyModules } from './lazy-modules';
import { type Replacement, replaceOnce } from './replace-once';

export const root = path.resolve(__dirname, '..');
const cache = path.join(root, '.cache/functions');

export interface BuildOptions {
  /** Source edits applied while bundling, for tests that show what happens without a guard. */
  readonly replace?: readonly Replacement[];
}

/**
 * Bundles every cloud function: one minified CommonJS file each, with the `package.json` and `config.json` that DevTools
 * and the CLI upload. The result is kept under a name made of its inputs, so an unchanged source is built once and
 * builds running side by side never see each other's half-written files.
 *
 * @returns absolute folder with one folder per function
 * @throws when a replacement does not fit exactly once
 */
export async function buildFunctions({ replace = [] }: BuildOptions = {}): Promise<string> {
  const inputs = ['cloudfunctions', 'shared', 'config', 'scripts', 'package-lock.json', 'tsconfig.json'];
  const key = createHash('sha256')
    .update(await fingerprint(root, inputs))
    .update(JSON.stringify(replace));
  const target = path.join(cache, key.digest('hex').slice(0, 24));
  if (await exists(target)) {
    await utimes(target, new Date(), new Date());
    return target;
  }
  const draft = `${target}.${process.pid}.${Math.random().toString(36).slice(2)}`;
  try {
    const edits = replaceOnce(root, replace);
    await Promise.all(functionNames.map((name) => buildFunction(name, path.join(draft, name), edits.plugin)));
    edits.assertAllUsed();
    await rename(draft, target).catch(async (error: NodeJS.ErrnoException) => {
      // Somebody else finished the same build first; theirs is as good.
      if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
    });
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
  await dropOldBuilds();
  return target;
}

/** Puts the current build where DevTools and the CLI look for it (`project.config.json`: cloudfunctionRoot). */
export async function writeDeployable(): Promise<string> {
  const built = await buildFunctions();
  const deployable = path.join(root, 'dist/cloudfunctions');
  await rm(deployable, { recursive: true, force: true });
  await cp(built, deployable, { recursive: true });
  return deployable;
}

async function buildFunction(name: FunctionName, directory: string, edits: esbuild.Plugin): Promise<void> {
  await esbuild.build({
    entryPoints: [path.join(root, 'cloudfunctions/functions', `${name}.ts`)],
    outfile: path.join(directory, 'index.js'),
    absWorkingDir: root,
    bundle: true,
    minify: true,
    platform: 'node',
    target: 'node18',
    format: 'cjs',
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'silent',
    plugins: [edits, lazyModules],
  });
  const manifest = { name, version: '1.0.0', main: 'index.js', dependencies: {} };
  await writeFile(path.join(directory, 'package.json'), `${JSON.stringify(manifest, undefined, 2)}\n`);
  await writeFile(path.join(directory, 'config.json'), `${JSON.stringify(cloudConfig(name), undefined, 2)}\n`);
}

/** The function's `config.json`, in WeChat's spelling: granted interfaces and timer triggers. */
export function cloudConfig(name: FunctionName): object {
  const { openapi, timers } = functions[name];
  const triggers = timers.map((timer) => ({ name: timer.name, type: 'timer', config: timer.cron }));
  return { permissions: { openapi }, triggers };
}

/** Builds nobody used for a day. */
async function dropOldBuilds(): Promise<void> {
  const dayAgo = Date.now() - 24 * 3600 * 1000;
  for (const entry of await readdir(cache)) {
    const folder = path.join(cache, entry);
    const info = await stat(folder).catch(() => undefined);
    if (info && info.mtimeMs < dayAgo) await rm(folder, { recursive: true, force: true });
  }
}

const exists = (file: string) =>
  stat(file).then(
    () => true,
    () => false,
  );
