import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';

const isTest = /\.test\.tsx?$/;

/**
 * One hash over the names and contents of files, for "is this build still current?".
 *
 * @param root absolute folder the inputs are relative to
 * @param inputs files or folders; a missing one counts as empty; tests inside folders are left out
 * @returns hex SHA-256
 */
export async function fingerprint(root: string, inputs: readonly string[]): Promise<string> {
  const hash = createHash('sha256');
  for (const input of inputs) {
    for (const file of await filesUnder(root, input)) {
      hash
        .update(file)
        .update('\0')
        .update(await readFile(path.join(root, file)))
        .update('\0');
    }
  }
  return hash.digest('hex');
}

async function filesUnder(root: string, relative: string): Promise<string[]> {
  const info = await stat(path.join(root, relative)).catch(() => undefined);
  if (!info) return [];
  if (!info.isDirectory()) return [relative];
  const entries = (await readdir(path.join(root, relative), { recursive: true, withFileTypes: true })) ?? [];
  return entries
    .filter((entry) => entry.isFile() && !isTest.test(entry.name))
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)))
    .sort();
}
