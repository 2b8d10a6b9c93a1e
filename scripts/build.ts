import { buildClient } from './build-client';
import { writeDeployable } from './build-functions';

const targets = {
  functions: writeDeployable,
  weapp: () => buildClient('weapp'),
  h5: () => buildClient('h5'),
} as const;

/** `tsx scripts/build.ts functions|weapp|h5 …`: builds what is named, if it changed. */
async function main(names: readonly string[]): Promise<void> {
  for (const name of names) {
    if (!Object.hasOwn(targets, name)) throw new Error(`unknown target "${name}"; one of ${Object.keys(targets).join(', ')}`);
    console.log(await targets[name as keyof typeof targets]());
  }
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
