import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type Emulator, type EmulatorOptions, startEmulator } from './index';

export interface CliOptions {
  readonly port: number;
  /** Absolute. */
  readonly dataDir: string;
}

/**
 * Reads `--port N --data DIR`. Defaults: port 8788, folder `.data/emulator`.
 *
 * @throws RangeError with a sentence for the user when an option is no good.
 */
export function cliOptions(args: readonly string[]): CliOptions {
  const { values } = parseArgs({
    args: [...args],
    options: { port: { type: 'string', default: '8788' }, data: { type: 'string', default: '.data/emulator' } },
  });
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new RangeError(`--port must be a number from 0 to 65535, not ${values.port}`);
  return { port, dataDir: resolve(values.data) };
}

/**
 * Runs an emulator until SIGTERM or SIGINT: prints its address when it answers and what functions print to stderr, and
 * closes cleanly at the end.
 */
export async function runUntilStopped(options: EmulatorOptions): Promise<Emulator> {
  // Cloud functions run in UTC wherever their developer lives; a worker cannot set its own time zone.
  process.env['TZ'] = 'UTC';
  const emulator = await startEmulator({
    onOutput: ({ function: name, text }) => process.stderr.write(`[${name}] ${text}`),
    ...options,
  });
  const stop = (): void => {
    void emulator.close().then(() => process.exit(0));
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
  process.stdout.write(`Local CloudBase: ${emulator.url} (console: ${emulator.url}/__console, data: ${options.dataDir})\n`);
  return emulator;
}
