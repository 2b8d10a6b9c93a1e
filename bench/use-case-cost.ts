import { batches, databaseCalls, examined, gathering } from '../config/budgets';
import type { FunctionLogEntry, LoggedCall } from '../emulator/functions/invocation';
import type { Row } from './table';

/** What one use case costs at most, over all its calls in a run. */
export interface UseCaseCost {
  readonly endpoint: string;
  readonly kind: 'read' | 'write';
  readonly calls: number;
  /** Database calls besides who calls, keys, begin and commit; what is delivered after the commit counts apart. */
  readonly database: number;
  readonly delivery: number;
  /** Most documents that one query examined beyond what it may (2 × returned + 20); 0 or less is right. */
  readonly excess: number;
}

const isBegin = ({ action }: LoggedCall) => action === 'database.startTransaction';
const isCommit = ({ action }: LoggedCall) => action === 'database.commitTransaction';
/** Who is calling, and the keys of those whose data is read: the door's own work. */
const isOfTheDoor = ({ collection }: LoggedCall) => collection === 'accounts' || collection === 'dataKeys';
const isCounted = (call: LoggedCall) => call.collection !== undefined && !isBegin(call) && !isCommit(call) && !isOfTheDoor(call);

/** Splits the calls of one invocation; of a repeated transaction only the last attempt counts. */
export function countCalls(calls: readonly LoggedCall[]): Pick<UseCaseCost, 'kind' | 'database' | 'delivery'> {
  const begin = calls.findIndex(isBegin);
  if (begin === -1) return { kind: 'read', database: calls.filter(isCounted).length, delivery: 0 };
  const commit = calls.findIndex(isCommit);
  const end = commit === -1 ? calls.length : commit;
  const last = calls.slice(0, end).map(isBegin).lastIndexOf(true);
  const own = [...calls.slice(0, begin), ...calls.slice(last, end)];
  return { kind: 'write', database: own.filter(isCounted).length, delivery: calls.slice(end).filter(isCounted).length };
}

/** The most expensive call of each endpoint in a function log; refusals and failures are left out by the caller's choice of log. */
export function useCaseCosts(log: readonly FunctionLogEntry[]): readonly UseCaseCost[] {
  const costs = new Map<string, UseCaseCost>();
  for (const { endpoint, calls, outcome } of log) {
    if (endpoint === undefined || outcome !== 'ok') continue;
    const now = countCalls(calls);
    const excess = Math.max(0, ...calls.map((call) => call.examined - examined(call.returned)));
    const known = costs.get(endpoint);
    costs.set(endpoint, {
      endpoint,
      kind: known?.kind === 'write' ? 'write' : now.kind,
      calls: (known?.calls ?? 0) + 1,
      database: Math.max(known?.database ?? 0, now.database),
      delivery: Math.max(known?.delivery ?? 0, now.delivery),
      excess: Math.max(known?.excess ?? 0, excess),
    });
  }
  return [...costs.values()].sort((a, b) => a.endpoint.localeCompare(b.endpoint));
}

/** Database calls an endpoint may make. */
export function callBudget({ endpoint, kind }: Pick<UseCaseCost, 'endpoint' | 'kind'>): number {
  if (gathering.includes(endpoint)) return databaseCalls.gather;
  return batches[endpoint] ?? databaseCalls[kind];
}

/** Two rows per use case: database calls, and documents examined too many. */
export function costRows(costs: readonly UseCaseCost[]): readonly Row[] {
  return costs.flatMap((cost): readonly Row[] => [
    {
      what: `${cost.endpoint} (${cost.kind}, ${cost.calls} times)`,
      value: cost.database,
      unit: 'database calls',
      budget: callBudget(cost),
    },
    ...(cost.excess > 0
      ? [{ what: `${cost.endpoint} examines too many documents`, value: cost.excess, unit: 'documents', budget: 0 }]
      : []),
  ]);
}
