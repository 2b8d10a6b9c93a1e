import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Plugin } from 'esbuild';

/**
 * Packages that the SDK requires at start but uses in rare calls only; together a third of a cold start. They stay in the
 * bundle unchanged and are evaluated at their first use instead. The value tells whether the package is marked `__esModule`.
 */
const lazy: ReadonlyMap<string, boolean> = new Map([
  ['@cloudbase/ai', true],
  ['@cloudbase/wx-cloud-client-sdk', true],
  ['jsonwebtoken', false],
  ['mime-db', false],
  ['mime-types', false],
  ['xml2js', false],
]);

/** Factories the SDK calls at start for clients we never use (data models, SQL): their results are made at first use as well. */
const factories: ReadonlyMap<string, readonly string[]> = new Map([
  ['@cloudbase/wx-cloud-client-sdk', ['generateHTTPClient', 'generateMySQLClient']],
]);

const root = path.resolve(__dirname, '..');

const filter = new RegExp(`^(${[...lazy.keys()].join('|')})$`);

/** Wraps `require` of the packages above; importers see the same exports through a proxy. */
export const lazyModules: Plugin = {
  name: 'lazy-modules',
  setup(build) {
    build.onResolve({ filter }, async ({ path: wanted, importer, resolveDir, kind, pluginData }) => {
      if (kind !== 'require-call' || pluginData === 'resolved') return undefined;
      // The SDK's parts bring this table in two versions of one form, 150 KB each: the newer one serves both.
      const from = wanted === 'mime-db' ? root : resolveDir;
      const real = await build.resolve(wanted, { importer, resolveDir: from, kind, pluginData: 'resolved' });
      return real.errors.length > 0 ? real : { path: real.path, namespace: 'lazy', pluginData: wanted };
    });
    build.onLoad({ filter: /.*/, namespace: 'lazy' }, ({ path: file, pluginData }) => ({
      contents: wrapper(file, pluginData as string),
      resolveDir: '/',
    }));
    // A large table is cheaper to scan as a string than to compile as an object literal.
    build.onLoad({ filter: /mime-db[\\/]db\.json$/ }, async ({ path: file }) => {
      const compact = JSON.stringify(JSON.parse(await readFile(file, 'utf8')));
      return { contents: `module.exports = JSON.parse(${JSON.stringify(compact)});` };
    });
  },
};

function wrapper(file: string, name: string): string {
  const made = (factories.get(name) ?? []).map(
    (factory) => `${factory}: (...inputs) => later(() => load().default.${factory}(...inputs), false)`,
  );
  return `
    const once = (make) => { let made; return () => (made ??= make()); };
    const later = (make, esModule) => {
      const real = once(make);
      return new Proxy({}, {
        get: (_, key) => (key === '__esModule' ? esModule : real()[key]),
        has: (_, key) => key in real(),
        ownKeys: () => Reflect.ownKeys(real()),
        getOwnPropertyDescriptor: (_, key) => {
          const found = Reflect.getOwnPropertyDescriptor(real(), key);
          return found && { ...found, configurable: true };
        },
      });
    };
    const load = () => require(${JSON.stringify(file)});
    module.exports = ${made.length > 0 ? `{ __esModule: true, default: { ${made.join(', ')} } }` : `later(load, ${lazy.get(name)})`};`;
}
