import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { CloudDefinition, CollectionDefinition, FunctionDefinition, IndexDefinition } from '../emulator/definition';

/** What the plan has to know about a variable; a subset of `config/environment.ts`. */
export interface VariableNote {
  readonly purpose: string;
  readonly secret: boolean;
  readonly optional?: true;
}

export interface PlanInput {
  readonly cloud: CloudDefinition;
  /** Function name → hash of what would be uploaded (`functionHash`). */
  readonly hashes: ReadonlyMap<string, string>;
  /** Function name → variables it reads. */
  readonly needs: Readonly<Record<string, readonly string[]>>;
  readonly notes: Readonly<Record<string, VariableNote>>;
  /** Values at hand, as in `process.env`; only whether one is there is printed, never the value. */
  readonly present: Readonly<Record<string, string | undefined>>;
}

/** First 12 hex digits of SHA-256 over the uploaded files; two equal hashes are the same code and grants. */
export async function functionHash(directory: string): Promise<string> {
  const hash = createHash('sha256');
  for (const file of ['index.js', 'config.json', 'package.json']) hash.update(await readFile(path.join(directory, file)));
  return hash.digest('hex').slice(0, 12);
}

/** The plan as text: functions, then collections, then variables. */
export function deploymentPlan(input: PlanInput): string {
  const { functions, collections } = input.cloud;
  return [
    `Functions (${functions.length})`,
    ...functions.flatMap((definition) => describeFunction(definition, input)),
    '',
    `Collections (${collections.length}); clients have no access but by these rules`,
    ...collections.flatMap(describeCollection),
    '',
    'Environment variables',
    ...describeVariables(input),
    '',
  ].join('\n');
}

/** Variables some function needs and that are neither at hand nor optional. */
export function missingVariables({ needs, notes, present }: PlanInput): readonly string[] {
  return variablesOf(needs).filter((name) => !present[name] && !notes[name]?.optional);
}

const variablesOf = (needs: PlanInput['needs']) => [...new Set(Object.values(needs).flat())].sort();

function describeFunction(definition: FunctionDefinition, { hashes, needs }: PlanInput): readonly string[] {
  const { name, memoryMB, timeoutSeconds, timers, openapi } = definition;
  return [
    `  ${name}  ${hashes.get(name) ?? 'not built'}  ${memoryMB} MB  ${timeoutSeconds} s`,
    ...timers.map((timer) => `    timer ${timer.name}: ${timer.cron}`),
    ...openapi.map((permission) => `    may call ${permission}`),
    `    variables: ${needs[name]?.join(', ') || 'none'}`,
  ];
}

function describeCollection({ name, access, indexes }: CollectionDefinition): readonly string[] {
  return [`  ${name}  ${access}`, ...indexes.map((index) => `    index ${describeIndex(index)}`)];
}

function describeIndex({ name, keys, unique, multikey }: IndexDefinition): string {
  const fields = keys.map(({ field, direction }) => `${field} ${direction === 1 ? 'up' : 'down'}`).join(', ');
  return `${name} (${fields})${unique ? ' unique' : ''}${multikey ? ' on array members' : ''}`;
}

function describeVariables({ needs, notes, present }: PlanInput): readonly string[] {
  return variablesOf(needs).map((name) => {
    const note = notes[name];
    const state = present[name] ? 'set' : note?.optional ? 'not set (optional)' : 'MISSING';
    return `  ${name}  ${state}${note?.secret ? ', secret' : ''}: ${note?.purpose ?? 'no description'}`;
  });
}
