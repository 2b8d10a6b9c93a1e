import path from 'node:path';
import type { CloudDefinition, FunctionDefinition } from '../emulator/definition';
import type { FunctionName } from '../shared/contexts';
import { collections } from './collections';
import { type EnvironmentName, localValue } from './environment';
import { functionNames, functions } from './functions';

export interface CloudOptions {
  /** Folder with one built folder per function, absolute (see scripts/build-functions.ts). */
  readonly functionsDirectory: string;
  /** Overrides of the local-only values; applied to the functions that list the variable. */
  readonly variables?: Readonly<Partial<Record<EnvironmentName, string>>>;
}

/**
 * The whole cloud environment as data: what the emulator runs and what a deployment creates, from the same tables.
 * Secrets are the public local-only values unless overridden.
 */
export function cloudDefinition({ functionsDirectory, variables = {} }: CloudOptions): CloudDefinition {
  return {
    envId: 'local',
    appId: 'wx0000000000000000',
    collections,
    functions: functionNames.map((name) => functionDefinition(name, functionsDirectory, variables)),
  };
}

function functionDefinition(
  name: FunctionName,
  folder: string,
  variables: NonNullable<CloudOptions['variables']>,
): FunctionDefinition {
  const { timers, openapi, memoryMB, timeoutSeconds, environment } = functions[name];
  const values = environment.flatMap((variable) => {
    const value = variables[variable] ?? localValue(variable);
    return value === undefined ? [] : [[variable, value] as const];
  });
  return {
    name,
    directory: path.join(folder, name),
    timeoutSeconds,
    memoryMB,
    timers,
    openapi,
    environment: Object.fromEntries(values),
  };
}
