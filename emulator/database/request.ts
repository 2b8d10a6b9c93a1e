import { decode } from './ejson';
import { invalidParameter } from './errors';
import { type SortField, toPath } from './paths';
import type { DatabaseRequest } from './types';
import { type Document, isDocument } from './values';

/** Reads the fields of a request; each throws INVALID_PARAM when a field is not what the SDK sends. */
export class RequestReader {
  constructor(
    private readonly request: DatabaseRequest,
    private readonly now: () => number,
  ) {}

  get collection(): string {
    const { collectionName } = this.request;
    if (typeof collectionName !== 'string' || !collectionName) throw invalidParameter('collectionName is missing');
    return collectionName;
  }

  get transactionId(): string | undefined {
    const { transactionId } = this.request;
    return typeof transactionId === 'string' && transactionId ? transactionId : undefined;
  }

  flag(field: string): boolean {
    return this.request[field] === true;
  }

  /** A document that travels as EJSON text; `{}` when left out. */
  document(field: string): Document {
    const text = this.request[field];
    if (text === undefined || text === null || text === '') return {};
    return this.asDocument(text, field);
  }

  /** The documents of an insert. */
  documents(field: string): Document[] {
    const texts = this.request[field];
    const list = Array.isArray(texts) ? texts : [texts];
    return list.map((text) => this.asDocument(text, field));
  }

  /** The `_id` of a `doc()` operation. */
  get documentId(): string {
    const filter = this.document('query');
    const { _id: id } = filter;
    if (typeof id !== 'string' || Object.keys(filter).length !== 1)
      throw invalidParameter('a document is named by its _id, a string');
    return id;
  }

  /** Whether this is an operation on one document by its `_id`. */
  get isDocument(): boolean {
    return this.request.queryType === 'DOC';
  }

  number(field: string, otherwise: number): number {
    const value = this.request[field];
    if (value === undefined || value === null) return otherwise;
    if (typeof value !== 'number' || !Number.isInteger(value) || value < 0)
      throw invalidParameter(`${field} must be a whole number`);
    return value;
  }

  get sort(): readonly SortField[] {
    return Object.entries(this.document('order')).map(([field, direction]) => {
      if (direction !== 1 && direction !== -1) throw invalidParameter(`order of ${field} must be 1 or -1`);
      return { field, path: toPath(field), direction };
    });
  }

  /** The stages of a pipeline in order. */
  get stages(): { key: string; value: ReturnType<typeof decode> }[] {
    const { stages } = this.request;
    if (!Array.isArray(stages)) throw invalidParameter('stages must be a list');
    return stages.map((stage: { stageKey?: unknown; stageValue?: unknown }) => {
      if (typeof stage?.stageKey !== 'string' || typeof stage.stageValue !== 'string') throw invalidParameter('malformed stage');
      return { key: stage.stageKey, value: decode(stage.stageValue, this.now) };
    });
  }

  private asDocument(text: unknown, field: string): Document {
    const value = typeof text === 'string' ? decode(text, this.now) : undefined;
    if (!isDocument(value)) throw invalidParameter(`${field} must be a document`);
    return value;
  }
}
