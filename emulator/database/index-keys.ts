import type { IndexDefinition } from '../definition';
import { requestFailed } from './errors';
import { keyValues, type Path, toPath } from './paths';
import { type Document, Rank, rankOf, type StoredDocument, type Value } from './values';

/**
 * Index keys as bytes whose order is Mongo's order of the values, so that one SQLite b-tree serves every type. Each
 * encoded value ends itself, which makes the bytes of the first fields a prefix of the bytes of all.
 */

/** After every key that starts with the same bytes: no encoded value starts with it. */
export const AFTER = 0xff;

const number = Buffer.alloc(8);

function pushNumber(bytes: number[], value: number): void {
  if (Number.isNaN(value)) {
    bytes.push(0, 0, 0, 0, 0, 0, 0, 0);
    return;
  }
  number.writeDoubleBE(value + 0);
  const negative = (number[0] ?? 0) >= 0x80;
  for (const [index, byte] of number.entries()) {
    if (negative) bytes.push(byte ^ 0xff);
    else bytes.push(index === 0 ? byte ^ 0x80 : byte);
  }
}

function pushString(bytes: number[], text: string): void {
  for (const byte of Buffer.from(text, 'utf8')) {
    bytes.push(byte);
    // A zero byte ends the text; one inside it is followed by AFTER, which no end is.
    if (byte === 0) bytes.push(AFTER);
  }
  bytes.push(0);
}

function pushPayload(bytes: number[], value: Value | undefined): void {
  switch (rankOf(value)) {
    case Rank.number:
      return pushNumber(bytes, value as number);
    case Rank.date:
      return pushNumber(bytes, (value as Date).getTime());
    case Rank.string:
      return pushString(bytes, value as string);
    case Rank.boolean:
      bytes.push(value ? 1 : 0);
      return;
    case Rank.regex:
      pushString(bytes, (value as RegExp).source);
      return pushString(bytes, (value as RegExp).flags);
    case Rank.array:
      for (const member of value as Value[]) bytes.push(...encodeAscending(member));
      bytes.push(0);
      return;
    case Rank.object:
      for (const [field, member] of Object.entries(value as Document)) {
        bytes.push(rankOf(member));
        pushString(bytes, field);
        pushPayload(bytes, member);
      }
      bytes.push(0);
      return;
    default:
  }
}

function encodeAscending(value: Value | undefined): number[] {
  const bytes: number[] = [rankOf(value)];
  pushPayload(bytes, value);
  return bytes;
}

/** One value of a key. Descending fields have every byte inverted. */
export function encodeValue(value: Value | undefined, direction: 1 | -1): number[] {
  const bytes = encodeAscending(value);
  return direction === 1 ? bytes : bytes.map((byte) => byte ^ 0xff);
}

/** One field of an index, ready to read documents with. */
export interface IndexField {
  readonly field: string;
  readonly path: Path;
  readonly direction: 1 | -1;
}

/** The cloud's largest index key. */
const MAX_KEY_BYTES = 1024;

/** A declared index: which bytes a document has in it. */
export class IndexKeys {
  readonly fields: readonly IndexField[];
  readonly unique: boolean;

  constructor(readonly definition: IndexDefinition) {
    const declared = definition.keys.map(({ field, direction }) => ({ field, direction, path: toPath(field) }));
    this.unique = definition.unique ?? false;
    // Keys of a unique index differ anyway; the others are told apart, and ordered, by `_id`.
    const needsId = !this.unique && !declared.some(({ field }) => field === '_id');
    const last = declared.at(-1)?.direction ?? 1;
    this.fields = needsId ? [...declared, { field: '_id', direction: last, path: ['_id'] }] : declared;
  }

  /** The document's keys, each once, and at which fields an array was met. */
  keysOf(document: StoredDocument): { readonly keys: readonly Buffer[]; readonly arrays: readonly number[] } {
    const arrays: number[] = [];
    let keys: number[][] = [[]];
    for (const [position, { path, direction }] of this.fields.entries()) {
      const { values, throughArray } = keyValues(document, path);
      if (throughArray) arrays.push(position);
      const parts = values.map((value) => encodeValue(value, direction));
      keys = keys.flatMap((key) => parts.map((part) => [...key, ...part]));
    }
    if (arrays.length > 1) this.refuseParallelArrays(document, arrays);
    const distinct = new Map(keys.map((key) => [Buffer.from(key).toString('latin1'), key]));
    return { keys: [...distinct.values()].map((key) => this.checked(key)), arrays };
  }

  /** What Mongo prints as the key of a duplicate, for instance `{ : "a", : null }`. */
  describe(document: StoredDocument): string {
    const parts = this.definition.keys.map(({ field }) => {
      const value = keyValues(document, toPath(field)).values[0];
      return ` : ${value === undefined ? 'undefined' : JSON.stringify(value)}`;
    });
    return `{${parts.join(',')} }`;
  }

  private refuseParallelArrays(document: StoredDocument, positions: readonly number[]): void {
    const roots = new Set(positions.map((position) => this.fields[position]?.path[0] ?? ''));
    // Two paths through the same array are one array.
    if (roots.size < 2) return;
    const [first, second] = [...roots];
    throw requestFailed(`cannot index parallel arrays [${second}] [${first}] in document ${document._id}`);
  }

  private checked(key: readonly number[]): Buffer {
    if (key.length > MAX_KEY_BYTES) {
      throw requestFailed(`key too large to index, failing index ${this.definition.name} ${key.length} > ${MAX_KEY_BYTES}`);
    }
    return Buffer.from(key);
  }
}
