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

/** Bytes of one key on their way. */
class KeyWriter {
  private bytes = Buffer.allocUnsafe(2048);
  private length = 0;

  get position(): number {
    return this.length;
  }

  reset(): void {
    this.length = 0;
  }

  byte(value: number): void {
    this.room(1);
    this.bytes[this.length] = value;
    this.length += 1;
  }

  text(text: string): void {
    const size = text.length * 3;
    this.room(size);
    const start = this.length;
    this.length += this.bytes.write(text, start, size, 'utf8');
    if (text.includes('\u0000')) {
      const plain = Buffer.from(this.bytes.subarray(start, this.length));
      this.length = start;
      for (const byte of plain) {
        this.byte(byte);
        // A zero byte ends the text; one inside it is followed by AFTER, which no end is.
        if (byte === 0) this.byte(AFTER);
      }
    }
    this.byte(0);
  }

  /** So that negative numbers stand before positive ones, and NaN before all. */
  number(value: number): void {
    this.room(8);
    const start = this.length;
    this.bytes.writeDoubleBE(value + 0, start);
    this.length += 8;
    if (Number.isNaN(value)) this.bytes.fill(0, start, this.length);
    else if ((this.bytes[start] ?? 0) >= 0x80) this.invert(start);
    else this.bytes[start] = (this.bytes[start] ?? 0) | 0x80;
  }

  /** Turns round the order of everything since `start`. */
  invert(start: number): void {
    for (let at = start; at < this.length; at += 1) this.bytes[at] = (this.bytes[at] ?? 0) ^ 0xff;
  }

  copy(): Buffer {
    return Buffer.from(this.bytes.subarray(0, this.length));
  }

  private room(size: number): void {
    if (this.length + size <= this.bytes.length) return;
    const larger = Buffer.allocUnsafe((this.length + size) * 2);
    this.bytes.copy(larger, 0, 0, this.length);
    this.bytes = larger;
  }
}

function write(writer: KeyWriter, value: Value | undefined): void {
  const rank = rankOf(value);
  writer.byte(rank);
  writePayload(writer, rank, value);
}

function writePayload(writer: KeyWriter, rank: Rank, value: Value | undefined): void {
  switch (rank) {
    case Rank.number:
      return writer.number(value as number);
    case Rank.date:
      return writer.number((value as Date).getTime());
    case Rank.string:
      return writer.text(value as string);
    case Rank.boolean:
      return writer.byte(value ? 1 : 0);
    case Rank.regex:
      writer.text((value as RegExp).source);
      return writer.text((value as RegExp).flags);
    case Rank.array:
      for (const member of value as Value[]) write(writer, member);
      return writer.byte(0);
    case Rank.object:
      for (const [field, member] of Object.entries(value as Document)) {
        const memberRank = rankOf(member);
        writer.byte(memberRank);
        writer.text(field);
        writePayload(writer, memberRank, member);
      }
      return writer.byte(0);
    default:
  }
}

function writeField(writer: KeyWriter, value: Value | undefined, direction: 1 | -1): void {
  const start = writer.position;
  write(writer, value);
  if (direction === -1) writer.invert(start);
}

const shared = new KeyWriter();

/** One value of a key. Descending fields have every byte inverted. */
export function encodeValue(value: Value | undefined, direction: 1 | -1): Buffer {
  shared.reset();
  writeField(shared, value, direction);
  return shared.copy();
}

/** One field of an index, ready to read documents with. */
interface IndexField {
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
    const parts = this.fields.map(({ path }, position) => {
      const { values, throughArray } = keyValues(document, path);
      if (throughArray) arrays.push(position);
      return values;
    });
    if (arrays.length > 1) this.refuseParallelArrays(document, arrays);
    if (!arrays.length) return { keys: [this.checked(this.join(parts.map((values) => values[0])))], arrays };
    const combinations = parts.reduce<(Value | undefined)[][]>(
      (keys, values) => keys.flatMap((key) => values.map((value) => [...key, value])),
      [[]],
    );
    const distinct = new Map(combinations.map((values) => this.join(values)).map((key) => [key.toString('latin1'), key]));
    return { keys: [...distinct.values()].map((key) => this.checked(key)), arrays };
  }

  private join(values: readonly (Value | undefined)[]): Buffer {
    shared.reset();
    for (const [position, value] of values.entries()) writeField(shared, value, this.fields[position]?.direction ?? 1);
    return shared.copy();
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

  private checked(key: Buffer): Buffer {
    if (key.length > MAX_KEY_BYTES) {
      throw requestFailed(`key too large to index, failing index ${this.definition.name} ${key.length} > ${MAX_KEY_BYTES}`);
    }
    return key;
  }
}
