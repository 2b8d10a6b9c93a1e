import type { Plugin } from 'esbuild';

/**
 * Packages that the SDK requires at start but uses in rare calls only; together a third of a cold start.
 * Bundled as they are, they are evaluated at their first use instead.
 */
const lazy: ReadonlyMap<string, { readonly esModule: boolean }> = new Map([
  ['@cloudbase/ai', { esModule: true }],
  ['@cloudbase/wx-cloud-client-sdk', { esModule: true }],
  ['jsonwebtoken', { esModule: false }],
  ['mime-types', { esModule: false }],
  ['xml2js', { esModule: false }],
]);

const filter = new RegExp(`^(${[...lazy.keys()].join('|')})$`);

/** Wraps `require` of the packages above; importers see the same exports through a proxy. */
export const lazyModules: Plugin = {
  name: 'lazy-modules',
  setup(build) {
    build.onResolve({ filter }, async ({ path, importer, resolveDir, kind, pluginData }) => {
      if (kind !== 'require-call' || pluginData === 'resolved') return undefined;
      const real = await build.resolve(path, { importer, resolveDir, kind, pluginData: 'resolved' });
      return real.errors.length > 0 ? real : { path: real.path, namespace: 'lazy', pluginData: path };
    });
    build.onLoad({ filter: /.*/, namespace: 'lazy' }, ({ path, pluginData }) => ({
      contents: wrapper(path, lazy.get(pluginData as string)?.esModule ?? false),
      resolveDir: '/',
    }));
  },
};

/** A proxy whose target is loaded by the first property read; `__esModule` is answered without loading. */
function wrapper(file: string, esModule: boolean): string {
  return `
    let loaded;
    const load = () => (loaded ??= require(${JSON.stringify(file)}));
    module.exports = new Proxy({}, {
      get: (_, key) => (key === '__esModule' ? ${String(esModule)} : load()[key]),
      has: (_, key) => key in load(),
    });`;
}
