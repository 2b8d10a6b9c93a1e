import { mkdir, mkdtemp, rename, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { fingerprint } from './fingerprint';

describe('the fingerprint of a build', () => {
  let root: string;
  const put = (file: string, text: string) => writeFile(path.join(root, file), text);
  const now = () => fingerprint(root, ['source', 'lock.json']);

  beforeEach(async () => {
    root = await mkdtemp(path.join(os.tmpdir(), 'fingerprint-'));
    await mkdir(path.join(root, 'source/deep'), { recursive: true });
    await put('source/deep/a.ts', 'one');
  });

  it('stays while nothing changes', async () => {
    expect(await now()).toBe(await now());
  });

  it('changes with the content, the name and the number of files', async () => {
    const seen = [await now()];
    await put('source/deep/a.ts', 'two');
    seen.push(await now());
    await rename(path.join(root, 'source/deep/a.ts'), path.join(root, 'source/deep/b.ts'));
    seen.push(await now());
    await put('lock.json', '{}');
    seen.push(await now());
    expect(new Set(seen).size).toBe(4);
  });

  it('does not change when only a test does', async () => {
    const before = await now();
    await put('source/deep/a.test.ts', 'expect');
    expect(await now()).toBe(before);
  });
});
