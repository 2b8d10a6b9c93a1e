import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import * as z from 'zod/mini';
import { type AnyRule, allRules } from './all';
import { inForce } from './book';
import * as calendars from './calendar';
import * as rules from './rules';
import { schemaOf } from './schemas';
import * as templates from './templates';
import { valueInWords } from './words';

const isRule = (value: unknown): value is AnyRule => typeof value === 'object' && value !== null && 'effectiveFrom' in value;
const rulesIn = (exported: unknown): readonly AnyRule[] => {
  if (isRule(exported)) return [exported];
  return typeof exported === 'object' && exported !== null ? Object.values(exported).filter(isRule) : [];
};

test('the rule centre lists every rule that the program goes by, each once and under a key of its own', () => {
  const defined = [rules, calendars, templates].flatMap((file) => Object.values(file)).flatMap(rulesIn);
  expect(allRules.map(({ key }) => key).sort()).toEqual(defined.map(({ key }) => key).sort());
  expect(new Set(allRules.map(({ key }) => key)).size).toBe(allRules.length);
});

test('every rule is asked for by something that the program does', async () => {
  const root = path.resolve(__dirname, '../..');
  const sources = await Promise.all(
    ['client', 'cloudfunctions', 'shared'].map(async (folder) => {
      const names = await readdir(path.join(root, folder), { recursive: true });
      const own = names.filter(
        (name) => /\.tsx?$/.test(name) && !/\.test\.ts$/.test(name) && !(folder === 'shared' && name.startsWith('rules')),
      );
      return Promise.all(own.map((name) => readFile(path.join(root, folder, name), 'utf8')));
    }),
  );
  const text = sources.flat().join('\n');
  const words = new Set(text.match(/\w+/g));
  const names = [rules, calendars, templates].flatMap((file) =>
    Object.entries(file).flatMap(([name, exported]) => (rulesIn(exported).length > 0 ? [name] : [])),
  );
  expect(names.length).toBeGreaterThan(20);
  expect(names.filter((name) => !words.has(name))).toEqual([]);
  // Phrases are offered where their kind is named.
  const offered = new Set(Array.from(text.matchAll(/\b(?:templates|kind)(?:=|: )["'](\w+)["']/g), ([, kind]) => kind));
  expect(templates.reasonKinds.filter((kind) => !offered.has(kind))).toEqual([]);
});

test.each(allRules.map((rule) => [rule.key, rule] as const))(
  '%s: its first value fits its schema and can be put into words',
  (_key, rule) => {
    expect(z.safeParse(schemaOf(rule.measure), rule.value).success).toBe(true);
    const words = valueInWords(rule.measure, rule.value);
    expect(words.length).toBeGreaterThan(0);
    // Nor does a code of the program stand among them.
    expect(words.join()).not.toMatch(/undefined|null|\[object|[a-z]{2,}/);
  },
);

test('of the versions in effect the newest holds, from the first instant of its day in Shanghai; what is stored is a version alone', () => {
  const first = rules.reviewWorkingDays;
  const later = { key: first.key, version: 2, effectiveFrom: '2027-01-01', source: '办法', value: 5 };
  const book = new Map([[first.key, [later]]]);
  expect(inForce(book, first, new Date('2026-12-31T15:59:59.999Z'))).toEqual({
    key: first.key,
    version: 1,
    effectiveFrom: '2024-01-01',
    source: '同行惯例',
    value: 10,
  });
  expect(inForce(book, first, new Date('2026-12-31T16:00:00Z'))).toEqual(later);
});
