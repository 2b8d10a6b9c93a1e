import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { functionBundle } from '../config/budgets';
import { functionNames, onlyTimers } from '../config/functions';
import { buildFunctions, root } from '../scripts/build-functions';
import { median, type Row } from './table';

const run = promisify(execFile);
const ROUNDS = 9;

/** Milliseconds one fresh process needs to require a file or package. */
async function loadTime(target: string): Promise<number> {
  const program =
    'const start = performance.now(); require(process.argv[1]); process.stdout.write(String(performance.now() - start)); process.exit()';
  const { stdout } = await run(process.execPath, ['-e', program, target], { cwd: root });
  return Number(stdout);
}

/**
 * How long each function bundle takes to load, against requiring the SDK unbundled. Fresh processes, taken in turn so that a
 * busy machine slows both, medians. Only the ratio has a budget.
 */
export async function benchFunctionLoad(): Promise<readonly Row[]> {
  const folder = await buildFunctions();
  const targets = new Map<string, string>([['wx-server-sdk', require.resolve('wx-server-sdk')]]);
  for (const name of functionNames) targets.set(name, path.join(folder, name, 'index.js'));
  const times = new Map<string, number[]>([...targets.keys()].map((name) => [name, []]));
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [name, target] of targets) times.get(name)?.push(await loadTime(target));
  }
  const unbundled = median(times.get('wx-server-sdk') ?? []);
  return [
    { what: 'require wx-server-sdk, unbundled', value: unbundled, unit: 'ms' },
    ...functionNames.flatMap((name): readonly Row[] => {
      const time = median(times.get(name) ?? []);
      return [
        { what: `load function ${name}`, value: time, unit: 'ms' },
        {
          what: `load function ${name} ÷ unbundled SDK`,
          value: time / unbundled,
          unit: '×',
          ...(onlyTimers(name) ? {} : { budget: functionBundle.loadRatio }),
        },
      ];
    }),
  ];
}
