import { canonical, parseCanonical } from './canonical';
import { open, seal } from './cipher';
import type { Keyring } from './keyring';
import type { Data, Document } from './sdk';
import type { RecordType, Stored } from './types';

/** Fields of a stored document that belong to the platform. */
const reserved = ['chain', 'sealed', 'sealedFor'] as const;

/** Head of an aggregate's journal, kept in its record: place and MAC of the newest row. */
export interface ChainHead {
  readonly seq: number;
  readonly mac: string;
}

/** A record as it is stored: personal fields in one encrypted text that only opens in this very document. */
export type StoredDocument = Document & {
  readonly version: number;
  readonly chain?: ChainHead;
  readonly sealed?: string;
  readonly sealedFor?: string;
};

const placeOf = (collection: string, id: string) => `${collection}/${id}/sealed`;

/** @throws when a record names a field that belongs to the platform */
export async function toDocument<T extends Stored>(type: RecordType<T>, record: T, keys: Keyring): Promise<StoredDocument> {
  const taken = reserved.find((field) => field in record);
  if (taken) throw new TypeError(`${type.collection}: the field "${taken}" belongs to the platform`);
  const subject = type.subject?.(record);
  const fields = Object.entries(record).filter(([, value]) => value !== undefined);
  if (subject === undefined) return Object.fromEntries(fields) as StoredDocument;
  const isSealed = ([field]: readonly [string, unknown]) => (type.sealed as readonly string[]).includes(field);
  const plain = Object.fromEntries(fields.filter((entry) => !isSealed(entry)));
  const hidden = Object.fromEntries(fields.filter(isSealed));
  const document = { ...plain, sealedFor: subject } as unknown as StoredDocument;
  if (Object.keys(hidden).length === 0) return document;
  // Of an erased person only what is not sealed can still change.
  if (!(await keys.forReading(subject)) && keys.isErased(subject)) return document;
  const key = await keys.forWriting(subject);
  return { ...document, sealed: seal(key, placeOf(type.collection, record._id), canonical(hidden)) };
}

/** The record as use cases know it; sealed fields of an erased subject are those of `type.erased`. */
export async function toRecord<T extends Stored>(type: RecordType<T>, document: Document, keys: Keyring): Promise<T> {
  const { chain: _chain, sealed, sealedFor, ...plain } = document as StoredDocument;
  if (type.closed || sealedFor === undefined) return plain as unknown as T;
  // Stored once more after the key was erased, there is nothing sealed left.
  if (sealed === undefined) return { ...type.erased, ...plain } as unknown as T;
  const key = await keys.forReading(sealedFor);
  if (!key) return { ...plain, ...type.erased } as unknown as T;
  const hidden = parseCanonical(open(key, placeOf(type.collection, document._id), sealed).toString('utf8')) as Data;
  return { ...plain, ...hidden } as unknown as T;
}

/** Records of one page; their keys come with one read. */
export async function toRecords<T extends Stored>(
  type: RecordType<T>,
  documents: readonly Document[],
  keys: Keyring,
): Promise<readonly T[]> {
  const subjects = (type.closed ? [] : (documents as readonly StoredDocument[])).flatMap(({ sealed, sealedFor }) =>
    sealed && sealedFor ? [sealedFor] : [],
  );
  await keys.load(subjects);
  return Promise.all(documents.map((document) => toRecord(type, document, keys)));
}
