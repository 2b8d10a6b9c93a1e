import { Context } from 'mingo';
import * as accumulators from 'mingo/operators/accumulator';
import * as expressions from 'mingo/operators/expression';
import * as stages from 'mingo/operators/pipeline';
import * as projections from 'mingo/operators/projection';
import * as queries from 'mingo/operators/query';
import * as windows from 'mingo/operators/window';
import { Query } from 'mingo/query';
import type { QueryOperator } from 'mingo/types';
import { requestFailed } from './errors';
import { correctedExpressions } from './expressions';
import { comparisonOperators } from './match-operators';
import { type Document, isDocument, type Value } from './values';

/** Operators that the cloud knows and this database does not, with what they are. */
const UNSUPPORTED: Readonly<Record<string, string>> = {
  $near: 'geospatial queries',
  $nearSphere: 'geospatial queries',
  $geoWithin: 'geospatial queries',
  $geoIntersects: 'geospatial queries',
  $geoNear: 'geospatial queries',
  $jsonSchema: '$jsonSchema',
  $text: 'text search',
  $where: 'JavaScript in queries',
  $function: 'JavaScript in queries',
  $accumulator: 'JavaScript in queries',
};

// jsonSchema and where must not be found even where the check below does not look (inside expressions).
const { $jsonSchema: _schema, $where: _where, ...queryOperators } = queries;

/** mingo's operators, with those replaced that differ from Mongo. The base of filters and of pipelines. */
export const operators = {
  accumulator: accumulators,
  expression: { ...expressions, ...correctedExpressions },
  pipeline: stages,
  projection: projections,
  query: { ...queryOperators, ...(comparisonOperators as unknown as Record<string, QueryOperator>) },
  window: windows,
} as const;

const context = Context.init(operators as unknown as Parameters<typeof Context.init>[0]);

/** Options of every mingo call: our operators, no scripts. */
export const mingoOptions = { context, scriptEnabled: false } as const;

/** Throws a clear error when a filter or stage uses what this database does not offer. */
export function refuseUnsupported(expression: Value): void {
  if (Array.isArray(expression)) {
    for (const member of expression) refuseUnsupported(member);
  } else if (isDocument(expression)) {
    for (const [key, member] of Object.entries(expression)) {
      const what = Object.hasOwn(UNSUPPORTED, key) ? UNSUPPORTED[key] : undefined;
      if (what) throw requestFailed(`(BadValue) ${key}: ${what} not supported by the local database`);
      refuseUnsupported(member);
    }
  }
}

/** An error of mingo in the words that Mongo uses, as far as they are known. */
function asRequestError(error: unknown): Error {
  if (!(error instanceof Error) || error.name === 'DatabaseError') return error as Error;
  const unknown = /^unknown (top level|query) operator:? (\S+)/.exec(error.message);
  if (unknown) return requestFailed(`(BadValue) unknown ${unknown[1] === 'query' ? '' : 'top level '}operator: ${unknown[2]}`);
  return requestFailed(`(BadValue) ${error.message}`);
}

/** Runs what may throw mingo's errors, and throws them as protocol errors. */
export function translating<T>(run: () => T): T {
  try {
    return run();
  } catch (error) {
    throw asRequestError(error);
  }
}

export type Matcher = (document: Document) => boolean;

/** Compiles a filter. Throws DATABASE_REQUEST_FAILED when Mongo would refuse it. */
export function compileFilter(filter: Document): Matcher {
  if (!Object.keys(filter).length) return () => true;
  refuseUnsupported(filter);
  return translating(() => {
    const query = new Query<Document>(filter, mingoOptions);
    return (document) => translating(() => query.test(document));
  });
}
