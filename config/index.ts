import path from 'node:path';
import { defineConfig, type UserConfigExport } from '@tarojs/cli';

const root = path.resolve(__dirname, '..');
const target = process.env.TARO_ENV ?? 'weapp';
const inShared = (file: string) => file.startsWith(path.join(root, 'shared'));
/** Packages that ship ES2015+ and would otherwise reach the phone untranspiled. */
const modernDependency = (file: string) => /node_modules[\\/](zod|@tanstack|dayjs|uqr)[\\/]/.test(file);

const config: UserConfigExport<'webpack5'> = {
  projectName: 'member-home',
  date: '2026-11-22',
  designWidth: 375,
  deviceRatio: { 375: 1 },
  sourceRoot: 'client',
  outputRoot: `dist/${target}`,
  plugins: [path.join(__dirname, 'taro-aria.ts')],
  defineConstants: {},
  alias: { '@client': path.join(root, 'client'), '@shared': path.join(root, 'shared') },
  copy: { patterns: [], options: {} },
  framework: 'react',
  compiler: { type: 'webpack5', prebundle: { enable: false } },
  // No file cache: with Taro's way of moving shared modules into sub-packages webpack's kept chunks that named modules of
  // an earlier build, and such a page is dead on the phone. A whole build takes about ten seconds.
  cache: { enable: false },
  mini: {
    compile: { include: [inShared, modernDependency] },
    optimizeMainPackage: { enable: true },
    enableSourceMap: false,
    miniCssExtractPluginOption: { ignoreOrder: true },
    // Sizes are real pixels from theme/tokens.css, the same in both targets.
    postcss: { pxtransform: { enable: false, config: {} }, cssModules: { enable: false } },
    webpackChain(chain, webpack) {
      // WeChat has no AbortController; the query layer creates one per fetch.
      chain
        .plugin('abortController')
        .use(webpack.ProvidePlugin, [
          { AbortController: [path.join(root, 'client/cloud/abort-controller.ts'), 'AbortController'] },
        ]);
    },
  },
  h5: {
    publicPath: '/',
    staticDirectory: 'static',
    router: { mode: 'hash' },
    compile: { include: [inShared, modernDependency] },
    output: { filename: 'js/[name].[contenthash:8].js', chunkFilename: 'js/[name].[chunkhash:8].js' },
    miniCssExtractPluginOption: {
      ignoreOrder: true,
      filename: 'css/[name].[contenthash:8].css',
      chunkFilename: 'css/[name].[chunkhash:8].css',
    },
    postcss: {
      autoprefixer: { enable: true, config: {} },
      pxtransform: { enable: false, config: {} },
      cssModules: { enable: false },
    },
    webpackChain(chain) {
      // Without these groups every page chunk carries its own 276 kB copy of the web components.
      chain.optimization.splitChunks({
        chunks: 'all',
        maxInitialRequests: 10,
        minSize: 0,
        cacheGroups: {
          default: false,
          defaultVendors: false,
          common: { name: 'common', minChunks: 2, priority: 1, reuseExistingChunk: true },
          vendors: { name: 'vendors', minChunks: 2, test: /[\\/]node_modules[\\/]/, priority: 10 },
          taro: { name: 'taro', test: /@tarojs[\\/]/, priority: 100 },
        },
      });
    },
  },
};

export default defineConfig<'webpack5'>(config);
