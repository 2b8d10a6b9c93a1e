import { spawnSync } from 'node:child_process';
import { chmodSync } from 'node:fs';
import path from 'node:path';
import { TmplGroup } from 'glass-easel-template-compiler';
import { buildFiles, readBuilt } from './build-files';
import { weappBuild } from './weapp-page';

/** Runs one of WeChat's own compilers, which come as binaries of an npm package, over files of the build. */
function compile(tool: 'wcc' | 'wcsc', flags: readonly string[], files: readonly string[], cwd = weappBuild) {
  const system = process.platform === 'darwin' ? 'mac' : 'linux';
  const binary = path.join(path.dirname(require.resolve('miniprogram-compiler/package.json')), 'bin', system, tool);
  chmodSync(binary, 0o755);
  const { status, stderr, stdout } = spawnSync(binary, [...flags, ...files], {
    cwd,
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
  });
  return { status, stderr, produced: stdout.length };
}

/** What the template compiler of WeChat's newer component engine has to say about a template, warnings included. */
function diagnostics(file: string, wxml: string): readonly string[] {
  const group = new TmplGroup();
  try {
    return group
      .addTmpl(file, wxml)
      .map((found: { message: string; startLine: number }) => `${file}:${found.startLine} ${found.message}`);
  } finally {
    group.free();
  }
}

describe('the built templates and styles', () => {
  it('are accepted by wcc, all of them', () => {
    const templates = buildFiles('.wxml');
    expect(templates.length).toBeGreaterThan(0);
    const compiled = compile('wcc', ['-d'], [...templates, ...buildFiles('.wxs')]);
    expect(compiled).toMatchObject({ status: 0, stderr: '' });
    expect(compiled.produced).toBeGreaterThan(1000);
  });

  it('are accepted by wcsc, all of them', () => {
    const styles = buildFiles('.wxss');
    expect(styles.length).toBeGreaterThan(0);
    expect(compile('wcsc', ['-db', '-pc', String(styles.length)], styles)).toMatchObject({ status: 0, stderr: '' });
  });

  it('give no diagnostic in the newer template compiler', () => {
    expect(buildFiles('.wxml').flatMap((file) => diagnostics(file, readBuilt(file)))).toEqual([]);
  });

  it('would be refused with an unclosed tag', () => {
    expect(diagnostics('broken.wxml', '<view><text></view>')).not.toEqual([]);
  });
});
