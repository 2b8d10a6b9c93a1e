import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** `/__console`: one plain page over the control endpoints. */
export function consolePage(): string {
  return readFileSync(join(__dirname, 'console.html'), 'utf8');
}
