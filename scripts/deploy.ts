import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { cloudDefinition } from '../config/cloud';
import { environment } from '../config/environment';
import { functionNames, functions } from '../config/functions';
import { root, writeDeployable } from './build-functions';
import { deploymentPlan, functionHash, missingVariables, type PlanInput } from './deployment-plan';

/** Reads the very configuration the emulator runs, with the present build and the variables of this shell. */
async function readPlan(): Promise<PlanInput> {
  const cloud = cloudDefinition({ functionsDirectory: await writeDeployable() });
  const hashes = await Promise.all(
    cloud.functions.map(async ({ name, directory }) => [name, await functionHash(directory)] as const),
  );
  const needs = Object.fromEntries(functionNames.map((name) => [name, functions[name].environment]));
  return { cloud, hashes: new Map(hashes), needs, notes: environment, present: process.env };
}

/** The CloudBase CLI's file; values of variables stay in the shell and are referred to by name. */
function cliConfiguration({ cloud, needs, present }: PlanInput): object {
  return {
    version: '2.0',
    envId: '{{env.CLOUD_ENV_ID}}',
    functionRoot: './cloudfunctions',
    functions: cloud.functions.map((definition) => ({
      name: definition.name,
      handler: 'index.main',
      runtime: 'Nodejs18.15',
      timeout: definition.timeoutSeconds,
      memorySize: definition.memoryMB,
      installDependency: false,
      envVariables: Object.fromEntries(
        (needs[definition.name] ?? []).filter((name) => present[name]).map((name) => [name, `{{env.${name}}}`]),
      ),
      triggers: definition.timers.map((timer) => ({ name: timer.name, type: 'timer', config: timer.cron })),
    })),
  };
}

const steps = `This command does not reach the network. To deploy:
  1. npm run deploy -- --plan          see what there should be
  2. create the collections, indexes and access rules of the plan in the console
  3. from dist/, with CLOUD_ENV_ID and the variables in dist/.env (never committed):
       tcb login && tcb fn deploy --all       (reads dist/cloudbaserc.json)
     or upload each folder of dist/cloudfunctions/ in WeChat DevTools and set the variables in the console
  4. upload dist/weapp/ in WeChat DevTools`;

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { plan: { type: 'boolean', default: false } } });
  const plan = await readPlan();
  if (values.plan) {
    console.log(deploymentPlan(plan));
    return;
  }
  const missing = [...(process.env.CLOUD_ENV_ID ? [] : ['CLOUD_ENV_ID']), ...missingVariables(plan)];
  if (missing.length > 0) throw new Error(`Refused: not set in this shell: ${missing.join(', ')}\n\n${steps}`);
  await writeFile(path.join(root, 'dist/cloudbaserc.json'), `${JSON.stringify(cliConfiguration(plan), undefined, 2)}\n`);
  console.log(`dist/cloudfunctions/ and dist/cloudbaserc.json are ready for ${process.env.CLOUD_ENV_ID}.\n\n${steps}`);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
