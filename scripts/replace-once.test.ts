import { mkdtemp, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import * as esbuild from 'esbuild';
import { type Replacement, replaceOnce } from './replace-once';

const source = 'export const allowed = (age: number) => age >= 18;\n';

async function bundle(replacements: readonly Replacement[], text = source) {
  const root = await mkdtemp(path.join(os.tmpdir(), 'replace-once-'));
  await writeFile(path.join(root, 'guard.ts'), text);
  const edits = replaceOnce(root, replacements);
  const built = await esbuild.build({
    entryPoints: [path.join(root, 'guard.ts')],
    write: false,
    logLevel: 'silent',
    bundle: true,
    format: 'esm',
    plugins: [edits.plugin],
  });
  edits.assertAllUsed();
  return built.outputFiles[0]?.text;
}

describe('building without a guard', () => {
  it('replaces the guard in the bundle', async () => {
    expect(await bundle([{ file: 'guard.ts', find: 'age >= 18', by: 'true' }])).toContain('=> true');
  });

  it('leaves the source alone when nothing is to be replaced', async () => {
    expect(await bundle([])).toContain('age >= 18');
  });

  it('fails when the guard is not there any more', async () => {
    await expect(bundle([{ file: 'guard.ts', find: 'age >= 21', by: 'true' }])).rejects.toThrow('stands 0 times in guard.ts');
  });

  it('fails when the guard is ambiguous', async () => {
    const twice = `${source}export const other = (age: number) => age >= 18;\n`;
    await expect(bundle([{ file: 'guard.ts', find: 'age >= 18', by: 'true' }], twice)).rejects.toThrow('stands 2 times');
  });

  it('fails when no bundle contains the file', async () => {
    await expect(bundle([{ file: 'moved.ts', find: 'x', by: 'y' }])).rejects.toThrow('no function bundles moved.ts');
  });
});
