import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Plugin } from 'esbuild';

/** One edit of a source file, applied while bundling; the file on disk stays as it is. */
export interface Replacement {
  /** Path from the repository's root. */
  readonly file: string;
  /** Text that must stand in the file exactly once. */
  readonly find: string;
  readonly by: string;
}

/**
 * An esbuild plugin that applies the edits. A guard that has moved or been rewritten must not make a negative control pass
 * by accident, so text that is missing or ambiguous is an error, and so is a file that no bundle contains.
 */
export function replaceOnce(root: string, replacements: readonly Replacement[]) {
  const unused = new Set(replacements.map(({ file }) => file));
  const plugin: Plugin = {
    name: 'replace-once',
    setup(build) {
      if (replacements.length === 0) return;
      build.onLoad({ filter: /\.ts$/ }, async (args) => {
        const file = path.relative(root, args.path).split(path.sep).join('/');
        const edits = replacements.filter((replacement) => replacement.file === file);
        if (edits.length === 0) return undefined;
        unused.delete(file);
        return { contents: edits.reduce(apply, await readFile(args.path, 'utf8')), loader: 'ts' };
      });
    },
  };
  const assertAllUsed = () => {
    if (unused.size > 0) throw new Error(`no function bundles ${[...unused].join(', ')}`);
  };
  return { plugin, assertAllUsed };
}

function apply(source: string, { file, find, by }: Replacement): string {
  const [before, after, ...more] = source.split(find);
  if (before === undefined || after === undefined || more.length > 0) {
    throw new Error(`"${find}" stands ${source.split(find).length - 1} times in ${file}, expected exactly once`);
  }
  return `${before}${by}${after}`;
}
