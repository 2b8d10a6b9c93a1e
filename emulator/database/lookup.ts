import { Aggregator } from 'mingo/aggregator';
import { evalExpr } from 'mingo/core';
import type { AnyObject, Options } from 'mingo/types';
import { encode } from './ejson';
import { requestFailed } from './errors';
import { type Path, toPath } from './paths';
import { copyValue, type Document, fieldOf, isDocument, Rank, rankOf, type Value } from './values';

/** Finds documents of another collection; a collection that does not exist is empty. */
export type ForeignFind = (collection: string, filter: Document) => readonly Document[];

interface Lookup {
  readonly from: string;
  readonly as: string;
  readonly localField: string | undefined;
  readonly foreignField: string | undefined;
  readonly variables: Document;
  readonly pipeline: readonly Document[] | undefined;
}

function readLookup(expression: Value): Lookup {
  if (!isDocument(expression)) throw requestFailed('(FailedToParse) the $lookup specification must be an object');
  const text = (field: string) => {
    const value = fieldOf(expression, field);
    if (value !== undefined && typeof value !== 'string')
      throw requestFailed(`(FailedToParse) $lookup argument '${field}' must be a string`);
    return value;
  };
  const [from, as, localField, foreignField] = [text('from'), text('as'), text('localField'), text('foreignField')];
  const { let: variables = {}, pipeline } = expression;
  if (from === undefined || as === undefined) throw requestFailed("(FailedToParse) $lookup needs 'from' and 'as'");
  if ((localField === undefined) !== (foreignField === undefined) || (localField === undefined && !Array.isArray(pipeline))) {
    throw requestFailed('(FailedToParse) $lookup requires both or neither of localField and foreignField, or a pipeline');
  }
  return {
    from,
    as,
    localField,
    foreignField,
    variables: isDocument(variables) ? variables : {},
    pipeline: Array.isArray(pipeline) ? pipeline.filter(isDocument) : undefined,
  };
}

/** The `$lookup` stage for one document, by index where the join is an equality. */
export function compileLookup(expression: Value, find: ForeignFind, options: Options): (document: Document) => Document {
  const lookup = readLookup(expression);
  const known = new Map<string, readonly Document[]>();
  const once = (filter: Document) => {
    const key = encode(filter);
    const found = known.get(key) ?? find(lookup.from, filter);
    known.set(key, found);
    return found.map(copyValue);
  };
  return (document) => {
    const variables = { ...options.variables, ...(evalExpr(document, lookup.variables, options) as AnyObject) };
    const joined = once(candidateFilter(lookup, document, variables, options));
    const members = lookup.pipeline
      ? new Aggregator([...lookup.pipeline], { ...plain(options), variables }).run<Document>(joined as Document[])
      : joined;
    return { ...document, [lookup.as]: members };
  };
}

/** mingo's own options object carries state of the outer pipeline; only its settings are handed on. */
const plain = ({ context, scriptEnabled, processingMode, idKey, useStrictMode, failOnError }: Options) => ({
  context,
  scriptEnabled,
  processingMode,
  idKey,
  useStrictMode,
  failOnError,
});

/** What a joined document must at least satisfy; the pipeline decides the rest. */
function candidateFilter(lookup: Lookup, document: Document, variables: AnyObject, options: Options): Document {
  const parts: Document[] = [];
  if (lookup.localField !== undefined && lookup.foreignField !== undefined) {
    parts.push({ [lookup.foreignField]: equalTo(valuesAt(document, toPath(lookup.localField))) });
  }
  const match = lookup.pipeline?.[0]?.$match;
  if (isDocument(match)) {
    const { $expr, ...fields } = match;
    if (Object.keys(fields).length) parts.push(fields);
    if ($expr !== undefined) parts.push(...equalities($expr, variables, options));
  }
  return parts.length > 1 ? { $and: parts } : (parts[0] ?? {});
}

const equalTo = (values: readonly Value[]): Document => (values.length === 1 ? { $eq: values[0] ?? null } : { $in: [...values] });

/** The local side of a join: the members of an array count one by one, a missing field as null. */
function valuesAt(root: Value | undefined, path: Path, at = 0): Value[] {
  const piece = path[at];
  if (Array.isArray(root)) return root.flatMap((member) => valuesAt(member, path, at));
  if (piece === undefined) return [root ?? null];
  return isDocument(root) ? valuesAt(fieldOf(root, piece), path, at + 1) : [null];
}

/** `{$eq: ['$field', '$$variable']}` as a filter that an index can serve. */
function equalities(expression: Value, variables: AnyObject, options: Options): Document[] {
  if (!isDocument(expression)) return [];
  if (Array.isArray(expression.$and)) return expression.$and.flatMap((part) => equalities(part, variables, options));
  const sides = expression.$eq;
  if (!Array.isArray(sides) || sides.length !== 2) return [];
  const field = sides.find((side) => typeof side === 'string' && /^\$[^$]/.test(side));
  const other = sides.find((side) => side !== field);
  if (typeof field !== 'string' || typeof other !== 'string' || !other.startsWith('$$')) return [];
  const value = evalExpr({}, other, { ...plain(options), variables }) as Value | undefined;
  const scalar = value !== undefined && value !== null && rankOf(value) !== Rank.array && rankOf(value) !== Rank.regex;
  return scalar ? [{ [field.slice(1)]: { $eq: value } }] : [];
}
