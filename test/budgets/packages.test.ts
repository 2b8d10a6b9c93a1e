import { statSync } from 'node:fs';
import path from 'node:path';
import { packages } from '../../config/budgets';
import { buildFiles, subPackageRoots } from '../weapp/build-files';
import { weappBuild } from '../weapp/weapp-page';

const roots = subPackageRoots();
const size = (files: readonly string[]) => files.reduce((sum, file) => sum + statSync(path.join(weappBuild, file)).size, 0);
/** Licence texts and the project file stay behind at upload. */
const uploaded = buildFiles('').filter((file) => !file.endsWith('.LICENSE.txt') && file !== 'project.config.json');
const within = (root: string) => uploaded.filter((file) => file.startsWith(`${root}/`));

describe('the size of what a phone downloads', () => {
  it('keeps the main package in its budget', () => {
    expect(size(uploaded.filter((file) => !roots.some((root) => file.startsWith(`${root}/`))))).toBeLessThanOrEqual(
      packages.main,
    );
  });

  it.each(roots)('keeps the sub-package %s in its budget', (root) => {
    expect(size(within(root))).toBeLessThanOrEqual(packages.subPackage);
  });

  it('keeps the whole in its budget', () => {
    expect(size(uploaded)).toBeLessThanOrEqual(packages.whole);
  });

  it('keeps pictures out of the packages', () => {
    const pictures = uploaded.filter((file) => /\.(png|jpe?g|gif|webp|svg)$/.test(file));
    expect(size(pictures)).toBeLessThanOrEqual(packages.pictures);
  });
});
