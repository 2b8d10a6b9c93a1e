import { buildClient } from './build-client';
import { buildFunctions } from './build-functions';
import { browserSizes, functionSizes, weappSizes } from './sizes';

/** Prints every size with its budget; exits non-zero when one is exceeded. */
async function main(): Promise<void> {
  const sizes = [
    ...weappSizes(await buildClient('weapp')),
    ...browserSizes(await buildClient('h5')),
    ...functionSizes(await buildFunctions()),
  ];
  for (const { what, bytes, budget } of sizes) {
    const line = `${(bytes / 1024).toFixed(0).padStart(6)} of ${(budget / 1024).toFixed(0)} KB  ${what}`;
    console.log(bytes <= budget ? `   ${line}` : `!! ${line}`);
  }
  if (sizes.some(({ bytes, budget }) => bytes > budget)) process.exitCode = 1;
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
