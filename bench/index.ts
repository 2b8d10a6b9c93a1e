import { examined, growthRatio } from '../config/budgets';
import { benchEmulator } from '../emulator/bench';
import { benchDatabase } from '../emulator/database/bench';
import { benchFunctionLoad } from './function-load';
import { benchRegister } from './register';
import { isBroken, printTable, type Row } from './table';
import { benchUseCases } from './use-cases';

async function emulatorRows(): Promise<readonly Row[]> {
  const bench = await benchEmulator();
  return [
    { what: 'from nothing to answering on an empty store', value: bench.readyMilliseconds, unit: 'ms' },
    { what: 'single get through the SDK', value: bench.singleGetMilliseconds, unit: 'ms' },
    { what: 'call of a warm function', value: bench.callMilliseconds, unit: 'ms' },
    { what: 'first call of a function', value: bench.coldCallMilliseconds, unit: 'ms' },
    { what: '500 callers at once, until the last answer', value: bench.fiveHundredCallersMilliseconds, unit: 'ms' },
  ];
}

function databaseRows(): readonly Row[] {
  const bench = benchDatabase();
  return [
    { what: 'gets', value: bench.getsPerSecond, unit: 'per second' },
    { what: 'indexed pages of 20', value: bench.indexedQueriesPerSecond, unit: 'per second' },
    { what: 'conditional increments', value: bench.conditionalIncrementsPerSecond, unit: 'per second' },
    { what: 'transactions', value: bench.transactionsPerSecond, unit: 'per second' },
    {
      what: 'documents examined for a page of 20 out of 1 million',
      value: bench.pageExamined,
      unit: 'documents',
      budget: examined(20),
    },
    { what: 'page of 20: out of 1 million ÷ out of 10 thousand', value: bench.pageRatio, unit: '×', budget: growthRatio },
    { what: 'loading 1 million documents with an index', value: bench.loadMilliseconds / 1000, unit: 's' },
  ];
}

/** Measures everything, prints tables, and fails when a ratio or a count is over its budget; a time never fails it. */
async function main(): Promise<void> {
  const parts: readonly (readonly [string, () => readonly Row[] | Promise<readonly Row[]>])[] = [
    ['Function bundles', benchFunctionLoad],
    ['Use cases, at their most expensive', benchUseCases],
    ['A register of a million members', benchRegister],
    ['Local cloud', emulatorRows],
    ['Its database', databaseRows],
  ];
  let broken = 0;
  for (const [title, measure] of parts) {
    const rows = await measure();
    broken += rows.filter(isBroken).length;
    console.log(printTable(title, rows));
  }
  console.log(broken === 0 ? 'Everything is within its budget.' : `${broken} over budget.`);
  if (broken > 0) process.exitCode = 1;
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
