import { cloudDefinition } from '../config/cloud';
import { cliOptions, runUntilStopped } from '../emulator/cli';
import { buildFunctions } from './build-functions';

/** `npm run emulator -- --port N --data DIR`: this product's cloud alone, without client and demo data. */
async function main(): Promise<void> {
  const options = cliOptions(process.argv.slice(2));
  await runUntilStopped({ ...options, definition: cloudDefinition({ functionsDirectory: await buildFunctions() }) });
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
