import { compareValues, type Document, fieldOf, isDocument, type Value } from './values';

/** `a.b.0` in pieces; compiled once per filter, index or sort. */
export type Path = readonly string[];

export const toPath = (field: string): Path => field.split('.');

/** The array index that a piece of a path names, or undefined. */
export function arrayIndex(piece: string): number | undefined {
  return /^(0|[1-9]\d*)$/.test(piece) ? Number(piece) : undefined;
}

type Test = (leaf: Value | undefined) => boolean;

/**
 * Whether any value at the path passes, walking arrays on the way as Mongo's filters do. `undefined` stands for a
 * missing field. With `expand` an array at the end is tested member by member and then as a whole.
 */
export function someLeaf(root: Value | undefined, path: Path, expand: boolean, test: Test, at = 0): boolean {
  const piece = path[at];
  if (piece === undefined) return (expand && Array.isArray(root) && root.some(test)) || test(root);
  if (Array.isArray(root)) {
    if (root.some((member) => isDocument(member) && someLeaf(member, path, expand, test, at))) return true;
    const index = arrayIndex(piece);
    return index !== undefined && index < root.length && someLeaf(root[index], path, expand, test, at + 1);
  }
  return isDocument(root) ? someLeaf(fieldOf(root, piece), path, expand, test, at + 1) : test(undefined);
}

/** The values that a field is sorted and indexed by, and whether an array was met on the way. */
interface KeyValues {
  /** Never empty; undefined is what an empty array counts as. A missing field is null. */
  readonly values: readonly (Value | undefined)[];
  readonly throughArray: boolean;
}

/** Mongo's index key rules: one key per array member, null for a missing field, "undefined" for an empty array. */
export function keyValues(document: Document, path: Path): KeyValues {
  const values: (Value | undefined)[] = [];
  const throughArray = collectKeys(document, path, 0, values);
  return { values, throughArray };
}

function collectKeys(root: Value | undefined, path: Path, at: number, into: (Value | undefined)[]): boolean {
  const piece = path[at];
  if (Array.isArray(root)) {
    if (piece === undefined) {
      for (const member of root) into.push(member);
      if (!root.length) into.push(undefined);
      return true;
    }
    const index = arrayIndex(piece);
    if (index !== undefined && index < root.length) collectKeys(root[index], path, at + 1, into);
    for (const member of root) if (isDocument(member)) collectKeys(member, path, at, into);
    if (!into.length) into.push(null);
    return true;
  }
  if (piece === undefined) {
    into.push(root === undefined ? null : root);
    return false;
  }
  if (isDocument(root)) return collectKeys(fieldOf(root, piece), path, at + 1, into);
  into.push(null);
  return false;
}

/** One field of a sort. */
export interface SortField {
  readonly field: string;
  readonly path: Path;
  readonly direction: 1 | -1;
}

/** What a document is ordered by: of an array, the smallest member when ascending and the largest when descending. */
function sortKey(document: Document, { path, direction }: SortField): Value | undefined {
  const { values } = keyValues(document, path);
  if (values.length === 1) return values[0];
  return values.reduce((best, value) => (compareValues(value, best) * direction < 0 ? value : best));
}

/** Orders two documents by the given fields. */
export function compareBy(fields: readonly SortField[], left: Document, right: Document): number {
  for (const field of fields) {
    const order = compareValues(sortKey(left, field), sortKey(right, field));
    if (order) return order * field.direction;
  }
  return 0;
}
