import { requestFailed } from './errors';
import { arrayIndex } from './paths';
import { type Document, define, display, fieldOf, isDocument, type StoredDocument, type Value } from './values';

/** Mongo pads an array with nulls no further than this. */
const MAX_PADDING = 1_500_000;

/** The place that an update path names, in a document or an array. */
export interface Slot {
  readonly path: string;
  readonly name: string;
  readonly inArray: boolean;
  readonly document: StoredDocument;
  get(): Value | undefined;
  set(value: Value): void;
  unset(): void;
}

function cannotCreate(piece: string, name: string, element: Value): Error {
  return requestFailed(`Cannot create field '${piece}' in element {${name}: ${display(element)}}`);
}

function memberOf(container: Document | Value[], piece: string): Value | undefined {
  if (!Array.isArray(container)) return fieldOf(container, piece);
  const index = arrayIndex(piece);
  return index === undefined ? undefined : container[index];
}

function putMember(container: Document | Value[], piece: string, value: Value): void {
  if (!Array.isArray(container)) return define(container, piece, value);
  const index = arrayIndex(piece) ?? 0;
  if (index - container.length > MAX_PADDING) throw requestFailed(`can't backfill more than ${MAX_PADDING} elements`);
  while (container.length < index) container.push(null);
  container[index] = value;
}

/**
 * Finds the place of a path. With `create` missing objects on the way are made, and a scalar or null on the way is
 * an error, as in Mongo; without it the answer is undefined when the way ends early.
 */
export function findSlot(document: StoredDocument, path: string, create: boolean): Slot | undefined {
  const pieces = path.split('.');
  const last = pieces.at(-1) ?? '';
  let container: Document | Value[] = document;
  for (const [depth, piece] of pieces.entries()) {
    const name = pieces[depth - 1] ?? '';
    if (Array.isArray(container) && arrayIndex(piece) === undefined) {
      if (create) throw cannotCreate(piece, name, container);
      return undefined;
    }
    if (depth === pieces.length - 1) break;
    let next: Value | undefined = memberOf(container, piece);
    if (next === undefined && create) {
      next = {};
      putMember(container, piece, next);
    }
    if (!isContainer(next)) {
      if (create) throw cannotCreate(pieces[depth + 1] ?? '', piece, next ?? null);
      return undefined;
    }
    container = next;
  }
  return slotIn(container, last, path, document);
}

const isContainer = (value: Value | undefined): value is Document | Value[] => Array.isArray(value) || isDocument(value);

function slotIn(container: Document | Value[], piece: string, path: string, document: StoredDocument): Slot {
  return {
    path,
    name: piece,
    inArray: Array.isArray(container),
    document,
    get: () => memberOf(container, piece),
    set: (value) => putMember(container, piece, value),
    unset() {
      if (!Array.isArray(container)) delete container[piece];
      else if (memberOf(container, piece) !== undefined) putMember(container, piece, null);
    },
  };
}
