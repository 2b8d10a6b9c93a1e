import { evalExpr } from 'mingo/core';
import * as expressions from 'mingo/operators/expression';
import type { AnyObject, Options } from 'mingo/types';
import { requestFailed } from './errors';
import { compareValues, type Value } from './values';

/** Aggregation expressions in which mingo differs from Mongo, or which it lacks. */

const bad = (message: string) => requestFailed(`(BadValue) ${message}`);

function evaluate(document: unknown, expression: unknown, options: Options, operator: string): unknown[] {
  const values = evalExpr(document, expression, options);
  if (!Array.isArray(values)) throw bad(`Expression ${operator} takes a list of arguments`);
  return values;
}

/** Weeks begin on Sunday; days before the first Sunday are week 0. */
function $week(document: AnyObject, expression: unknown, options: Options): number {
  const dayOfYear = Number(expressions.$dayOfYear(document, expression, options));
  const dayOfWeek = Number(expressions.$dayOfWeek(document, expression, options));
  return Math.floor((dayOfYear + 7 - dayOfWeek) / 7);
}

function $indexOfCP(document: unknown, expression: unknown, options: Options): number | null {
  const [text, part, start = 0, end] = evaluate(document, expression, options, '$indexOfCP');
  if (text === null || text === undefined) return null;
  if (typeof text !== 'string') throw bad('$indexOfCP requires a string as the first argument');
  if (typeof part !== 'string') throw bad('$indexOfCP requires a string as the second argument');
  const points = [...text];
  const wanted = [...part];
  const last = Math.min(end === undefined ? points.length : Number(end), points.length) - wanted.length;
  for (let at = Number(start); at <= last; at += 1) {
    if (wanted.every((point, offset) => points[at + offset] === point)) return at;
  }
  return -1;
}

/** A negative length, or one beyond the end, takes the rest of the text. */
function $substrBytes(document: unknown, expression: unknown, options: Options): string {
  const [value, start, length] = evaluate(document, expression, options, '$substrBytes');
  const text = value === null || value === undefined ? '' : value instanceof Date ? value.toISOString() : String(value);
  const from = Number(start);
  if (!(from >= 0)) throw bad('$substrBytes: starting index must be non-negative');
  const bytes = Buffer.from(text, 'utf8');
  const to = Number(length) < 0 ? bytes.length : Math.min(from + Number(length), bytes.length);
  const inside = (at: number) => ((bytes[at] ?? 0) & 0xc0) === 0x80;
  if (inside(from) || inside(to)) throw bad('$substrBytes: Invalid range, starting or ending in a UTF-8 continuation byte');
  return bytes.subarray(from, to).toString('utf8');
}

/** Comparisons of expressions reach across types, unlike those of filters; a missing field is below null. */
function comparison(operator: string, result: (order: number) => boolean | number) {
  return (document: unknown, expression: unknown, options: Options): boolean | number => {
    const sides = evaluate(document, expression, options, operator) as (Value | undefined)[];
    if (sides.length !== 2) throw bad(`Expression ${operator} takes exactly 2 arguments. ${sides.length} were passed in.`);
    return result(compareValues(sides[0], sides[1]));
  };
}

export const correctedExpressions = {
  $week,
  $indexOfCP,
  $substrBytes,
  $substr: $substrBytes,
  $cmp: comparison('$cmp', Math.sign),
  $eq: comparison('$eq', (order) => order === 0),
  $ne: comparison('$ne', (order) => order !== 0),
  $gt: comparison('$gt', (order) => order > 0),
  $gte: comparison('$gte', (order) => order >= 0),
  $lt: comparison('$lt', (order) => order < 0),
  $lte: comparison('$lte', (order) => order <= 0),
} as const;
