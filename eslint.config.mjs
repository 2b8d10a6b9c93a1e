import { readdirSync } from 'node:fs';
import { createNodeResolver, importX } from 'eslint-plugin-import-x';
import tseslint from 'typescript-eslint';

const typeAware = ['cloudfunctions', 'shared', 'emulator', 'config', 'scripts', 'bench', 'test'].map(
  (folder) => `${folder}/**/*.ts`,
);
const contexts = readdirSync('cloudfunctions', { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && !['platform', 'functions'].includes(entry.name))
  .map((entry) => entry.name);
const folders = ['bench', 'client', 'cloudfunctions', 'config', 'emulator', 'scripts', 'shared', 'test'];
const but = (...allowed) => folders.filter((folder) => !allowed.includes(folder)).map((folder) => `./${folder}`);
const tests = '**/*.test.ts';

/** client → shared ← cloudfunctions → platform; the emulator stands alone. */
const zones = [
  { target: './shared', from: but('shared'), message: 'shared/ is pure and used by both sides: it imports nothing of ours.' },
  { target: './client', from: but('client', 'shared'), message: 'The client knows shared/ and nothing else of ours.' },
  {
    target: './cloudfunctions',
    from: but('cloudfunctions', 'shared', 'config'),
    message: 'Functions know shared/ and the SDK; not the emulator, not the client.',
  },
  {
    target: './emulator',
    from: but('emulator'),
    message: 'The emulator could be published alone: it knows nothing of this product.',
  },
  {
    target: './cloudfunctions/platform',
    from: contexts.map((context) => `./cloudfunctions/${context}`),
    message: 'The platform has no business words: contexts use it, never the other way.',
  },
  ...contexts.flatMap((context) =>
    contexts
      .filter((other) => other !== context)
      .map((other) => ({
        target: `./cloudfunctions/${context}`,
        from: `./cloudfunctions/${other}`,
        except: ['./index.ts', './events.ts'],
        message: 'Another context is reached by its public index or by journal events, never by its files.',
      })),
  ),
];

const zod = { name: 'zod', message: "The main entry costs 80 KB on the phone: import * as z from 'zod/mini'." };
const sdk = {
  name: 'wx-server-sdk',
  message: 'Only the platform talks to the SDK; use cases get typed readers and transactions.',
};

export default tseslint.config(
  { ignores: ['dist/', '.cache/', '.data/', 'node_modules/', 'coverage/'] },
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [tseslint.configs.base],
    plugins: { 'import-x': importX },
    settings: {
      'import-x/resolver-next': [
        createNodeResolver({
          extensions: ['.ts', '.tsx', '.weapp.ts', '.h5.ts', '.weapp.tsx', '.h5.tsx', '.js', '.json'],
          tsconfig: { configFile: 'tsconfig.json' },
        }),
      ],
    },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/ban-ts-comment': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', destructuredArrayIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false },
      ],
      eqeqeq: 'error',
      'no-eval': 'error',
      'no-new-func': 'error',
    },
  },
  {
    files: ['**/*.ts', '**/*.tsx'],
    ignores: [tests],
    rules: { 'import-x/no-restricted-paths': ['error', { zones: zones.filter(({ from }) => from.length > 0) }] },
  },
  {
    files: typeAware,
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
    },
  },
  {
    files: ['client/**/*.ts', 'client/**/*.tsx', 'shared/**/*.ts'],
    rules: { 'no-restricted-imports': ['error', { paths: [zod] }] },
  },
  {
    files: ['cloudfunctions/**/*.ts'],
    ignores: ['cloudfunctions/platform/**'],
    rules: { 'no-restricted-imports': ['error', { paths: [zod, sdk] }] },
  },
);
