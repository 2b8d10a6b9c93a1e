import { existsSync } from 'node:fs';
import path from 'node:path';
import { type AnyNode, parse } from 'acorn';
import { simple } from 'acorn-walk';
import { allPages, buildFiles, readBuilt, subPackageRoots } from './build-files';
import { weappBuild } from './weapp-page';

const exists = (file: string) => existsSync(path.join(weappBuild, file));
const resolve = (from: string, target: string) =>
  target.startsWith('/') ? target.slice(1) : path.posix.join(path.posix.dirname(from), target);
const syntax = (file: string) => parse(readBuilt(file), { ecmaVersion: 2022 });
const isString = (node: AnyNode | undefined): node is AnyNode & { type: 'Literal'; value: string } =>
  node?.type === 'Literal' && typeof node.value === 'string';

/** Targets of import, include, wxs and picture attributes of a template. */
function templateTargets(file: string): readonly string[] {
  const found = readBuilt(file).matchAll(/<(?:import|include|wxs)\b[^>]*?\bsrc="([^"{]+)"/g);
  return [...found].map((match) => resolve(file, match[1] ?? ''));
}

function requireTargets(file: string): readonly string[] {
  const targets: string[] = [];
  simple(syntax(file), {
    CallExpression({ callee, arguments: [first] }) {
      if (callee.type === 'Identifier' && callee.name === 'require' && isString(first)) targets.push(resolve(file, first.value));
    },
  });
  return targets;
}

/** Ways to run text as code: eval, Function, and timers given a string. */
function dynamicCode(file: string, source = readBuilt(file)): readonly string[] {
  const found: string[] = [];
  const note = (node: AnyNode, callee: AnyNode, first: AnyNode | undefined) => {
    if (callee.type !== 'Identifier') return;
    const timer = ['setTimeout', 'setInterval'].includes(callee.name) && isString(first);
    if (['eval', 'Function'].includes(callee.name) || timer)
      found.push(`${file}: ${source.slice(node.start, node.end).slice(0, 60)}`);
  };
  simple(parse(source, { ecmaVersion: 2022 }), {
    CallExpression: (node) => note(node, node.callee, node.arguments[0]),
    NewExpression: (node) => note(node, node.callee, node.arguments[0]),
  });
  return found;
}

/** Newer than the phones that WeChat still runs on (iOS 13, Android WebView 79); nothing fills them in. */
const newMethods = new Set(['hasOwn', 'at', 'findLast', 'findLastIndex', 'replaceAll', 'toSorted', 'toReversed', 'toSpliced']);

function newerThanPhones(file: string): readonly string[] {
  const found: string[] = [];
  simple(syntax(file), {
    CallExpression({ callee }) {
      if (callee.type !== 'MemberExpression' || callee.property.type !== 'Identifier' || callee.computed) return;
      if (newMethods.has(callee.property.name)) found.push(`${file}: ${callee.property.name}`);
    },
  });
  return found;
}

describe('what the build refers to', () => {
  it('calls no method that older phones lack', () => {
    expect(buildFiles('.js').flatMap(newerThanPhones)).toEqual([]);
  });

  it('has a script, a template and a configuration for every page', () => {
    const missing = allPages().flatMap((page) =>
      ['js', 'wxml', 'json'].map((kind) => `${page}.${kind}`).filter((file) => !exists(file)),
    );
    expect(missing).toEqual([]);
  });

  it('imports only templates and scripts that are there', () => {
    const missing = buildFiles('.wxml').flatMap((file) => templateTargets(file).filter((target) => !exists(target)));
    expect(missing).toEqual([]);
  });

  it('requires only files that are there', () => {
    const missing = buildFiles('.js').flatMap((file) =>
      requireTargets(file).filter((target) => !exists(target) && !exists(`${target}.js`)),
    );
    expect(missing).toEqual([]);
  });

  it('uses only components that are there', () => {
    const missing = buildFiles('.json').flatMap((file) => {
      const { usingComponents = {} } = JSON.parse(readBuilt(file)) as { usingComponents?: Record<string, string> };
      return Object.values(usingComponents)
        .map((target) => resolve(file, target))
        .filter((target) => !exists(`${target}.json`));
    });
    expect(missing).toEqual([]);
  });

  it('takes nothing out of one sub-package into another', () => {
    const roots = subPackageRoots();
    const home = (file: string) => roots.find((root) => file.startsWith(`${root}/`));
    const crossing = buildFiles('.js').flatMap((file) =>
      requireTargets(file).filter((target) => home(target) !== undefined && home(target) !== home(file)),
    );
    expect(crossing).toEqual([]);
  });
});

describe('code made from text', () => {
  it("does not occur beyond webpack's one `return this`", () => {
    const found = buildFiles('.js').flatMap((file) => dynamicCode(file));
    expect(found.filter((line) => !/^runtime\.js: new Function\("return this"\)$/.test(line))).toEqual([]);
    expect(found.length).toBeLessThanOrEqual(1);
  });

  it('would be seen', () => {
    expect(dynamicCode('x.js', 'eval("1"); new Function("a", "return a"); setTimeout("tick()", 1)')).toHaveLength(3);
  });
});
