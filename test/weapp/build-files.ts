import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { weappBuild } from './weapp-page';

interface AppJson {
  readonly pages: readonly string[];
  readonly subPackages?: readonly { readonly root: string; readonly pages: readonly string[] }[];
}

/** Every file of the weapp build with that ending, relative to it, with forward slashes. */
export function buildFiles(ending: string): readonly string[] {
  return readdirSync(weappBuild, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map((entry) => path.relative(weappBuild, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .sort();
}

export const readBuilt = (file: string) => readFileSync(path.join(weappBuild, file), 'utf8');

export const appJson = () => JSON.parse(readBuilt('app.json')) as AppJson;

export const subPackageRoots = (): readonly string[] => (appJson().subPackages ?? []).map(({ root }) => root);

/** Every page as app.json names it, tab pages first. */
export function allPages(): readonly string[] {
  const { pages, subPackages = [] } = appJson();
  return [...pages, ...subPackages.flatMap(({ root, pages: inner }) => inner.map((page) => `${root}/${page}`))];
}
