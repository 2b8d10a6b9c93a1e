import { Cron } from 'croner';
import type { CloudDefinition, FunctionDefinition } from './definition';

const MAX_FUNCTIONS = 50;
const MAX_COLLECTIONS = 100;
const MAX_ENVIRONMENT_BYTES = 4096;
const MAX_TIMEOUT_SECONDS = 900;
const FUNCTION_NAME = /^[A-Za-z][\w-]{0,59}$/;

/**
 * Refuses an environment that the cloud would refuse to create. (Indexes are checked by the database.)
 *
 * @throws RangeError with the first thing that is wrong.
 */
export function checkDefinition({ functions, collections }: CloudDefinition): void {
  if (functions.length > MAX_FUNCTIONS)
    throw new RangeError(`${functions.length} functions, at most ${MAX_FUNCTIONS} are allowed`);
  if (collections.length > MAX_COLLECTIONS) {
    throw new RangeError(`${collections.length} collections, at most ${MAX_COLLECTIONS} are allowed`);
  }
  if (new Set(functions.map((fn) => fn.name)).size < functions.length) throw new RangeError('two functions have the same name');
  functions.forEach(checkFunction);
}

function checkFunction({ name, timeoutSeconds, environment, timers }: FunctionDefinition): void {
  if (!FUNCTION_NAME.test(name)) throw new RangeError(`${name} is no name for a function`);
  if (!(timeoutSeconds >= 1 && timeoutSeconds <= MAX_TIMEOUT_SECONDS)) {
    throw new RangeError(`${name}: a timeout is between 1 and ${MAX_TIMEOUT_SECONDS} seconds`);
  }
  const bytes = Buffer.byteLength(JSON.stringify(environment));
  if (bytes > MAX_ENVIRONMENT_BYTES)
    throw new RangeError(`${name}: ${bytes} bytes of environment, at most ${MAX_ENVIRONMENT_BYTES} are allowed`);
  // Throws what is wrong with the line.
  for (const { cron } of timers) new Cron(cron, { paused: true });
}
