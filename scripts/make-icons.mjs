// Writes client/theme/icons.css from lucide-static (ISC): one CSS mask per icon, so that an icon is one node without
// children, takes the colour of its text and works where inline SVG does not (the mini-program).
// Run `node scripts/make-icons.mjs` after changing the list; the output is checked in.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const here = path.dirname(fileURLToPath(import.meta.url));
const folder = path.join(path.dirname(createRequire(import.meta.url).resolve('lucide-static/package.json')), 'icons');

/** Our name → lucide's name. */
const ICONS = {
  accounts: 'users-round',
  alert: 'circle-alert',
  attach: 'paperclip',
  back: 'chevron-left',
  bell: 'bell',
  calendar: 'calendar-days',
  camera: 'camera',
  check: 'check',
  clock: 'clock',
  close: 'x',
  copy: 'copy',
  delete: 'trash-2',
  done: 'circle-check',
  download: 'download',
  edit: 'square-pen',
  external: 'external-link',
  file: 'file-text',
  gavel: 'gavel',
  go: 'chevron-right',
  help: 'circle-question-mark',
  home: 'house',
  id: 'id-card',
  inbox: 'inbox',
  info: 'info',
  lock: 'lock',
  me: 'user-round',
  meeting: 'calendar-clock',
  member: 'user-round-check',
  moon: 'moon',
  more: 'ellipsis',
  news: 'newspaper',
  now: 'circle-dot',
  offline: 'wifi-off',
  phone: 'phone',
  pin: 'map-pin',
  plus: 'plus',
  qr: 'qr-code',
  refuse: 'circle-x',
  retry: 'refresh-cw',
  scan: 'scan-line',
  search: 'search',
  settings: 'settings',
  shield: 'shield-check',
  switch: 'arrow-left-right',
  tasks: 'clipboard-check',
  text: 'a-large-small',
  undo: 'undo-2',
  unit: 'building-2',
  warn: 'triangle-alert',
  work: 'briefcase-business',
  chat: 'messages-square',
  exit: 'log-out',
};

/** The house ornament, drawn here: a jasmine in lines, six petals with six sepals between them. */
function jasmine() {
  const turn = (path, from) =>
    [0, 60, 120, 180, 240, 300].map((angle) => `<g transform='rotate(${angle + from})'>${path}</g>`).join('');
  const petal = "<path d='M0-10C12-18 14-35 0-47-14-35-12-18 0-10Z'/><path d='M0-15v-17'/>";
  const sepal = "<path d='M-4-13C-9-22-7-31 0-37 7-31 9-22 4-13'/>";
  return `<svg xmlns='http://www.w3.org/2000/svg' viewBox='-50 -50 100 100' fill='none' stroke='#000' stroke-width='1.4' stroke-linecap='round'>${turn(petal, 0)}${turn(sepal, 30)}<circle r='5'/></svg>`;
}

function lucide(name) {
  const source = readFileSync(path.join(folder, `${name}.svg`), 'utf8');
  const inner = source.slice(source.indexOf('>', source.indexOf('<svg')) + 1, source.lastIndexOf('</svg>'));
  const shapes = inner.replace(/\s+/g, ' ').replace(/> </g, '><').replace(/ \/>/g, '/>').trim().replaceAll('"', "'");
  return `<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 24' fill='none' stroke='#000' stroke-width='1.75' stroke-linecap='round' stroke-linejoin='round'>${shapes}</svg>`;
}

const dataUri = (svg) => `url("data:image/svg+xml,${svg.replace(/[%#<>]/g, (c) => encodeURIComponent(c))}")`;
const rules = [...Object.entries(ICONS).map(([name, file]) => [name, lucide(file)]), ['jasmine', jasmine()]]
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(([name, svg]) => `.i-${name} {\n  --i: ${dataUri(svg)};\n}`);

writeFileSync(
  path.join(here, '../client/theme/icons.css'),
  `/* Made by scripts/make-icons.mjs from lucide-static (ISC). Don't edit. */\n${rules.join('\n')}\n`,
);
writeFileSync(
  path.join(here, '../client/theme/icon-names.ts'),
  `/** Made by scripts/make-icons.mjs. Don't edit. */\nexport type IconName =\n${[...Object.keys(ICONS), 'jasmine']
    .sort()
    .map((name) => `  | '${name}'`)
    .join('\n')};\n`,
);
