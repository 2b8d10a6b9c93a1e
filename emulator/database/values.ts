/** What a document may hold. Numbers are JavaScript numbers: the SDK reads 64-bit integers as such too. */
export type Value = null | boolean | number | string | Date | RegExp | Value[] | Document;

export interface Document {
  [field: string]: Value;
}

/** A document as it is stored: with its `_id`. */
export interface StoredDocument extends Document {
  _id: string;
}

/** Mongo's order between types (its canonical type codes). `missing` is what an empty array sorts as. */
export const Rank = {
  missing: 5,
  null: 16,
  number: 30,
  string: 40,
  object: 50,
  array: 60,
  boolean: 80,
  date: 90,
  regex: 100,
} as const;

export type Rank = (typeof Rank)[keyof typeof Rank];

export function isDocument(value: unknown): value is Document {
  return typeof value === 'object' && value !== null && rankOf(value as Value) === Rank.object;
}

/** Mongo's canonical type of a value; `undefined` stands for a missing field. */
export function rankOf(value: Value | undefined): Rank {
  switch (typeof value) {
    case 'undefined':
      return Rank.missing;
    case 'number':
      return Rank.number;
    case 'string':
      return Rank.string;
    case 'boolean':
      return Rank.boolean;
    default:
      if (value === null) return Rank.null;
      if (Array.isArray(value)) return Rank.array;
      if (Object.getPrototypeOf(value) === Object.prototype) return Rank.object;
      // Tests run in their own realm, where another realm's Date is no instance of ours.
      switch (Object.prototype.toString.call(value)) {
        case '[object Date]':
          return Rank.date;
        case '[object RegExp]':
          return Rank.regex;
        default:
          return Rank.object;
      }
  }
}

/** By code point, which is the order of the UTF-8 bytes; JavaScript's own `<` orders by UTF-16 units. */
function compareStrings(left: string, right: string): number {
  if (left === right) return 0;
  const length = Math.min(left.length, right.length);
  for (let index = 0; index < length; index += 1) {
    const a = left.charCodeAt(index);
    const b = right.charCodeAt(index);
    if (a !== b) return surrogatesLast(a) - surrogatesLast(b);
  }
  return left.length - right.length;
}

const surrogatesLast = (unit: number) => (unit >= 0xe000 ? unit - 0x800 : unit >= 0xd800 ? unit + 0x2000 : unit);

function compareNumbers(left: number, right: number): number {
  // NaN equals itself and stands before every other number.
  if (Number.isNaN(left)) return Number.isNaN(right) ? 0 : -1;
  if (Number.isNaN(right)) return 1;
  return left < right ? -1 : left > right ? 1 : 0;
}

function compareDocuments(left: Document, right: Document): number {
  const a = Object.entries(left);
  const b = Object.entries(right);
  for (const [index, [name, value]] of a.entries()) {
    const other = b[index];
    if (!other) return 1;
    const order = rankOf(value) - rankOf(other[1]) || compareStrings(name, other[0]) || compareValues(value, other[1]);
    if (order) return order;
  }
  return a.length - b.length;
}

function compareArrays(left: readonly Value[], right: readonly Value[]): number {
  for (const [index, value] of left.entries()) {
    const other = right[index];
    if (other === undefined) return 1;
    const order = compareValues(value, other);
    if (order) return order;
  }
  return left.length - right.length;
}

/** Mongo's order of two values of any type: negative, zero or positive. Key order of objects counts. */
export function compareValues(left: Value | undefined, right: Value | undefined): number {
  const rank = rankOf(left);
  const difference = rank - rankOf(right);
  if (difference) return difference;
  switch (rank) {
    case Rank.number:
      return compareNumbers(left as number, right as number);
    case Rank.string:
      return compareStrings(left as string, right as string);
    case Rank.boolean:
      return Number(left) - Number(right);
    case Rank.date:
      return compareNumbers((left as Date).getTime(), (right as Date).getTime());
    case Rank.array:
      return compareArrays(left as Value[], right as Value[]);
    case Rank.object:
      return compareDocuments(left as Document, right as Document);
    case Rank.regex: {
      const [a, b] = [left as RegExp, right as RegExp];
      return compareStrings(a.source, b.source) || compareStrings(a.flags, b.flags);
    }
    default:
      return 0;
  }
}

/** Equality as Mongo has it: 1 equals 1.0, NaN equals NaN, `{a, b}` differs from `{b, a}`. */
export function sameValue(left: Value | undefined, right: Value | undefined): boolean {
  return compareValues(left, right) === 0;
}

/** A copy that shares nothing with the original. */
export function copyValue<T extends Value>(value: T): T {
  if (Array.isArray(value)) return value.map(copyValue) as T;
  if (isDocument(value)) {
    const copy: Document = {};
    for (const [field, member] of Object.entries(value)) define(copy, field, copyValue(member));
    return copy as T;
  }
  return value;
}

/** Sets a field whatever its name is; `__proto__` becomes an ordinary field. */
export function define(target: Document, field: string, value: Value): void {
  if (field === '__proto__') {
    Object.defineProperty(target, field, { value, enumerable: true, configurable: true, writable: true });
  } else {
    target[field] = value;
  }
}

/** An own field of a document, or undefined. */
export function fieldOf(document: Document, field: string): Value | undefined {
  return Object.hasOwn(document, field) ? document[field] : undefined;
}

/** The name that Mongo's messages use for a value's type. */
export function typeName(value: Value | undefined): string {
  if (typeof value === 'number') {
    if (!Number.isInteger(value)) return 'double';
    return Math.abs(value) < 2 ** 31 ? 'int' : 'long';
  }
  const names: Partial<Record<Rank, string>> = {
    [Rank.missing]: 'missing',
    [Rank.null]: 'null',
    [Rank.string]: 'string',
    [Rank.object]: 'object',
    [Rank.array]: 'array',
    [Rank.boolean]: 'bool',
    [Rank.date]: 'date',
    [Rank.regex]: 'regex',
  };
  return names[rankOf(value)] ?? 'unknown';
}

/** A value as Mongo's messages print it, for instance `{ k: 1 }`. */
export function display(value: Value | undefined): string {
  if (Array.isArray(value)) return `[ ${value.map(display).join(', ')} ]`;
  if (isDocument(value)) {
    const members = Object.entries(value).map(([field, member]) => `${field}: ${display(member)}`);
    return members.length ? `{ ${members.join(', ')} }` : '{}';
  }
  if (typeof value === 'string') return JSON.stringify(value);
  if (rankOf(value) === Rank.date) return `new Date(${(value as Date).getTime()})`;
  return value === undefined ? 'undefined' : String(value);
}
