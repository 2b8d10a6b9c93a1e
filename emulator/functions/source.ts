import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { transformSync } from 'esbuild';

let source: string | undefined;

/** The worker's program as CommonJS text; compiled at the first use, so that a start which calls nothing does not pay for it. */
export function workerSource(): string {
  source ??= transformSync(readFileSync(join(__dirname, 'worker.ts'), 'utf8'), {
    loader: 'ts',
    format: 'cjs',
    target: 'node20',
    platform: 'node',
  }).code;
  return source;
}
