import { invalidParameter } from './errors';
import { type Document, define, isDocument, Rank, rankOf, type Value } from './values';

/**
 * Canonical extended JSON (relaxed: false) as the SDK writes it. 64-bit integers become JavaScript numbers, an `$oid`
 * its text: the cloud hands both out like that. Source: MongoDB Extended JSON v2.
 */

type Decoder = (payload: unknown, now: () => number) => Value;

const numeric: Decoder = (payload) => {
  const number = payload === 'NaN' ? Number.NaN : typeof payload === 'string' && payload.trim() ? Number(payload) : Number.NaN;
  if (Number.isNaN(number) && payload !== 'NaN') throw invalidParameter(`not a number: ${JSON.stringify(payload)}`);
  return number;
};

const date: Decoder = (payload, now) => {
  const milliseconds =
    typeof payload === 'string' ? Date.parse(payload) : typeof payload === 'number' ? payload : Number(read(payload, now));
  if (Number.isNaN(milliseconds)) throw invalidParameter(`not a date: ${JSON.stringify(payload)}`);
  return new Date(milliseconds);
};

const regularExpression: Decoder = (payload) => {
  const { pattern, options } = payload as { pattern?: unknown; options?: unknown };
  return compileRegex(pattern, options);
};

const DECODERS: Readonly<Record<string, Decoder>> = {
  $numberInt: numeric,
  $numberLong: numeric,
  $numberDouble: numeric,
  $date: date,
  $regularExpression: regularExpression,
  $oid: (payload) => String(payload),
  $tcb_server_date: (payload, now) => {
    const { offset } = read(payload ?? {}, now) as { offset?: Value };
    return new Date(now() + (typeof offset === 'number' ? offset : 0));
  },
};

const UNSUPPORTED = new Set(['$binary', '$numberDecimal', '$timestamp', '$minKey', '$maxKey', '$undefined', '$code', '$symbol']);

/** A regular expression from Mongo's pattern and options; `x` and `l` have no counterpart and are refused. */
function compileRegex(pattern: unknown, options: unknown): RegExp {
  const flags = options === undefined || options === null ? '' : String(options);
  try {
    return new RegExp(String(pattern), [...new Set(flags)].filter((flag) => flag !== 'g').join(''));
  } catch {
    throw invalidParameter(`invalid regular expression: /${String(pattern)}/${flags}`);
  }
}

function read(raw: unknown, now: () => number): Value {
  if (raw === null || typeof raw !== 'object') return raw as Value;
  if (Array.isArray(raw)) return raw.map((member) => read(member, now));
  const entries = Object.entries(raw);
  const first = entries[0];
  if (entries.length === 1 && first?.[0].startsWith('$')) {
    const decoder = Object.hasOwn(DECODERS, first[0]) ? DECODERS[first[0]] : undefined;
    if (decoder) return decoder(first[1], now);
    if (UNSUPPORTED.has(first[0])) throw invalidParameter(`values of type ${first[0]} are not supported`);
  }
  const document: Document = {};
  for (const [field, member] of entries) define(document, field, read(member, now));
  return document;
}

/** The value behind an EJSON text. `now` decides server dates. Throws INVALID_PARAM when malformed. */
export function decode(text: string, now: () => number): Value {
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch {
    throw invalidParameter('malformed EJSON');
  }
  return read(raw, now);
}

const NEVER = () => 0;

/** A document from our own store, where no server dates are left. */
export function decodeStored<T extends Document = Document>(text: string): T {
  return read(JSON.parse(text), NEVER) as T;
}

function writeNumber(value: number): string {
  if (Number.isInteger(value) && !Object.is(value, -0)) {
    if (Math.abs(value) < 2 ** 31) return `{"$numberInt":"${value}"}`;
    if (Number.isSafeInteger(value)) return `{"$numberLong":"${value}"}`;
  }
  return `{"$numberDouble":"${Object.is(value, -0) ? '-0.0' : value}"}`;
}

/** Canonical EJSON text of a value; undefined fields are left out. */
export function encode(value: Value | undefined): string {
  if (typeof value === 'number') return writeNumber(value);
  if (Array.isArray(value)) return `[${value.map(encode).join(',')}]`;
  if (isDocument(value)) {
    const members: string[] = [];
    for (const [field, member] of Object.entries(value)) {
      if (member !== undefined) members.push(`${JSON.stringify(field)}:${encode(member)}`);
    }
    return `{${members.join(',')}}`;
  }
  const rank = rankOf(value);
  if (rank === Rank.date) return `{"$date":{"$numberLong":"${(value as Date).getTime()}"}}`;
  if (rank === Rank.regex) {
    const { source, flags } = value as RegExp;
    return `{"$regularExpression":{"pattern":${JSON.stringify(source)},"options":"${flags}"}}`;
  }
  return JSON.stringify(value ?? null);
}
