import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { hasTimers, hideWhatPhonesLack, installDom, watchTimers } from './globals';
import type { Commands, OpenInput, Reply, Request, Snapshot } from './protocol';
import { attribute, type ExparserNode, elements, find, findField, labelOf, textOf } from './tree';
import { WxStandIn } from './wx';

type Methods = Record<string, unknown>;
interface PageInstance extends Methods {
  setData(data: object, done?: () => void): void;
}
interface Simulate {
  load(file: string, options: { readonly rootPath: string; readonly compiler: 'official' }): string;
  render(id: string): { readonly instance: PageInstance; readonly _exparserNode: ExparserNode; attach(parent: unknown): void };
}
interface Exparser {
  readonly Event: {
    create(name: string, detail: unknown, options: object): unknown;
    dispatchEvent(target: ExparserNode, event: unknown): void;
  };
}

/** So many looks in a row, this far apart (ms), at which nothing was drawn, asked for or awaited, count as settled. */
const QUIET_LOOKS = 3;
const BETWEEN_LOOKS = 20;
const PATIENCE = 20_000;

const errors: string[] = [];
const payloads: number[] = [];
/** Number of payloads when the person last did something. */
let before = 0;
let wx: WxStandIn | undefined;
let root: ExparserNode | undefined;
let exparser: Exparser | undefined;

const shared = globalThis as unknown as Record<string, unknown>;

/** Runs `app.js`, then the page, as WeChat does. */
async function open(input: OpenInput): Promise<undefined> {
  installDom();
  const simulate = require('miniprogram-simulate') as Simulate;
  exparser = require('miniprogram-exparser') as Exparser;
  wx = new WxStandIn(input);
  Object.assign(shared.wx as object, wx.api());
  hideWhatPhonesLack();
  watchTimers();
  let app: Methods = {};
  let page: PageInstance | undefined;
  shared.App = (definition: Methods) => {
    app = definition;
  };
  shared.getApp = () => app;
  shared.getCurrentPages = () => (page ? [page] : []);
  shared.Page = (definition: Methods) => (shared.Component as (definition: object) => void)(asComponent(definition));
  require(path.join(input.build, 'app.js'));
  const launch = { path: input.page, query: input.query, scene: 1001, referrerInfo: {} };
  call(app, 'onLaunch', launch);
  call(app, 'onShow', launch);
  const rendered = simulate.render(
    simulate.load(path.join(input.build, input.page), { rootPath: input.build, compiler: 'official' }),
  );
  page = rendered.instance;
  Object.assign(page, {
    route: input.page,
    __route__: input.page,
    options: input.query,
    is: input.page,
    getPageId: () => 'page-1',
  });
  root = rendered._exparserNode;
  measure(page);
  rendered.attach(document.body);
  call(page, 'onLoad', input.query);
  call(page, 'onShow');
  call(page, 'onReady');
  return undefined;
}

/** The container knows components only; a page is one whose methods are its functions. */
function asComponent(definition: Methods): object {
  const entries = Object.entries(definition);
  const methods = Object.fromEntries(entries.filter(([, value]) => typeof value === 'function'));
  return { data: definition.data, behaviors: definition.behaviors, methods };
}

function call(target: Methods, name: string, ...inputs: readonly unknown[]): void {
  const method = target[name];
  if (typeof method === 'function') method.apply(target, inputs);
}

function measure(page: PageInstance): void {
  const draw = page.setData;
  page.setData = (data, done) => {
    payloads.push(Buffer.byteLength(JSON.stringify(data)));
    draw.call(page, data, done);
  };
}

async function settle(): Promise<Snapshot> {
  const started = Date.now();
  // Looks are counted rather than milliseconds: a page that keeps the processor busy has had no turn to draw meanwhile.
  for (let quiet = 0; quiet < QUIET_LOOKS && Date.now() - started < PATIENCE; quiet += 1) {
    const drawnBefore = payloads.length;
    await wait(BETWEEN_LOOKS);
    if (wx?.pending || hasTimers() || payloads.length > drawnBefore) quiet = -1;
  }
  if (!root || !wx) throw new Error('no page is open');
  const drawn = [...elements(root)];
  const isButton = ({ node }: { readonly node: ExparserNode }) =>
    /^(wx-)?(button|navigator)$/.test(node._vt?.tagName ?? '') ||
    ['button', 'link', 'tab'].includes(attribute(node, 'aria-role') ?? '');
  const buttons = drawn.filter(isButton);
  return {
    text: textOf(root),
    buttons: buttons.map(({ node }) => labelOf(node)),
    payloads,
    drawn: payloads.slice(before),
    look: drawn.map(({ node }) => (node.class ?? '').replaceAll('main--', '')).find((name) => /\bpage\b/.test(name)) ?? '',
    stored: wx.stored,
    errors,
    wx: wx.calls,
    cloud: wx.cloudCalls,
    depth: Math.max(0, ...drawn.map(({ depth }) => depth)),
    nodes: drawn.length,
  };
}

function dispatch(node: ExparserNode, name: string, detail: object): undefined {
  before = payloads.length;
  const options = { bubbles: true, capturePhase: true, composed: true, extraFields: { touches: [], changedTouches: [] } };
  exparser?.Event.dispatchEvent(node, exparser.Event.create(name, detail, options));
  return undefined;
}

function opened(): ExparserNode {
  if (!root) throw new Error('no page is open');
  return root;
}

const commands: { readonly [C in keyof Commands]: (input: Commands[C]['input']) => Promise<Commands[C]['output']> } = {
  open,
  settle,
  tap: async ({ label }) => dispatch(find(opened(), label), 'tap', { x: 0, y: 0 }),
  fill: async ({ label, value }) => {
    const field = findField(opened(), label);
    dispatch(field, 'focus', { value });
    dispatch(field, 'input', { value, cursor: value.length });
    return dispatch(field, 'blur', { value });
  },
  turn: async ({ label, value }) => dispatch(find(opened(), label), 'change', { value }),
};

function note(error: unknown): void {
  errors.push(error instanceof Error ? (error.stack ?? error.message) : String(error));
}

// Nobody asks any more: the test has ended, however it ended.
process.on('disconnect', () => process.exit());
process.on('uncaughtException', note);
process.on('unhandledRejection', note);
console.error = (...values: readonly unknown[]) => errors.push(values.map(String).join(' '));

process.on('message', (request: Request) => {
  const run = commands[request.command] as (input: unknown) => Promise<unknown>;
  const reply = (answer: Reply) => process.send?.(answer);
  run(request.input).then(
    (value) => reply({ id: request.id, ok: true, value }),
    (error: unknown) =>
      reply({ id: request.id, ok: false, error: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
  );
});
