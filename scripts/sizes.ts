import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { browserFirstLoad, functionBundle, packages } from '../config/budgets';
import { onlyTimers } from '../config/functions';

/** One measured size and what it may be, in bytes. */
export interface Size {
  readonly what: string;
  readonly bytes: number;
  readonly budget: number;
}

const bytesOf = (folder: string, files: readonly string[]) =>
  files.reduce((sum, file) => sum + statSync(path.join(folder, file)).size, 0);

function filesOf(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'));
}

/** Main package, sub-packages, whole and pictures of a weapp build. Licence texts and the project file stay behind at upload. */
export function weappSizes(build: string): readonly Size[] {
  const app = JSON.parse(readFileSync(path.join(build, 'app.json'), 'utf8')) as {
    subPackages?: readonly { readonly root: string }[];
  };
  const roots = (app.subPackages ?? []).map(({ root }) => root);
  const uploaded = filesOf(build).filter((file) => !file.endsWith('.LICENSE.txt') && file !== 'project.config.json');
  const inside = (root: string) => uploaded.filter((file) => file.startsWith(`${root}/`));
  const main = uploaded.filter((file) => !roots.some((root) => file.startsWith(`${root}/`)));
  const pictures = uploaded.filter((file) => /\.(png|jpe?g|gif|webp|svg)$/.test(file));
  return [
    { what: 'main package', bytes: bytesOf(build, main), budget: packages.main },
    ...roots.map((root) => ({ what: `sub-package ${root}`, bytes: bytesOf(build, inside(root)), budget: packages.subPackage })),
    { what: 'all packages', bytes: bytesOf(build, uploaded), budget: packages.whole },
    { what: 'pictures in the packages', bytes: bytesOf(build, pictures), budget: packages.pictures },
  ];
}

/** What a browser loads before the first page: scripts and styles named in index.html, gzipped. */
export function browserSizes(build: string): readonly Size[] {
  const named = [...readFileSync(path.join(build, 'index.html'), 'utf8').matchAll(/(?:src|href)="\/([^"]+\.(?:js|css))"/g)];
  const bytes = named.reduce((sum, match) => sum + gzipSync(readFileSync(path.join(build, match[1] ?? ''))).length, 0);
  return [{ what: 'browser, first load, gzipped', bytes, budget: browserFirstLoad }];
}

/** The script of each built function. */
export function functionSizes(folder: string): readonly Size[] {
  return readdirSync(folder).map((name) => ({
    what: `function ${name}`,
    bytes: statSync(path.join(folder, name, 'index.js')).size,
    budget: onlyTimers(name) ? functionBundle.timersBytes : functionBundle.bytes,
  }));
}
