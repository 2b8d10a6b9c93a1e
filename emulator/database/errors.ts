/** An error that the protocol answers with: `code` is the cloud's string code. */
export class DatabaseError extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
    this.name = 'DatabaseError';
  }
}

const CONTACT = 'Please check your request, but if the problem cannot be solved, contact us.';
const CONTACT_PERSISTS = 'Please check your request, but if the problem persists, contact us.';

export const invalidParameter = (message: string) => new DatabaseError('INVALID_PARAM', message);

/** A command that Mongo refuses as a whole: a malformed filter, stage or projection. */
export const requestFailed = (message: string) => new DatabaseError('DATABASE_REQUEST_FAILED', message);

/** A write that Mongo refuses, in the words in which its driver hands it on. */
export const writeFailed = (message: string, code = 'DATABASE_REQUEST_FAILED') =>
  new DatabaseError(code, `multiple write errors: [{write errors: [{${message}}]}, {<nil>}]`);

export const collectionMissing = (name: string) =>
  new DatabaseError('DATABASE_COLLECTION_NOT_EXIST', `[ResourceNotFound] Db or Table not exist: ${name}. ${CONTACT}`);

export const collectionExists = () => requestFailed(`[ResourceExist] Table exist. ${CONTACT}`);

export const transactionMissing = () =>
  new DatabaseError(
    'DATABASE_TRANSACTION_FAIL',
    `[ResourceUnavailable.TransactionNotExist] Transaction does not exist on the server, transaction must be commit or abort in 30 seconds. ${CONTACT_PERSISTS}`,
  );

export const transactionConflict = () =>
  new DatabaseError(
    'DATABASE_TRANSACTION_CONFLICT',
    `[ResourceUnavailable.TransactionConflict] Transaction is conflict, maybe resource operated by others. ${CONTACT_PERSISTS}`,
  );

/** What a unique index says; `key` lists the values, as Mongo prints them. */
export const duplicateKey = (collection: string, index: string, key: string, code: DuplicateCode) =>
  writeFailed(`E11000 duplicate key error collection: tnt.${collection} index: ${index} dup key: ${key}`, code);

/** Older back ends answer the first, current ones the second. */
export type DuplicateCode = 'DATABASE_REQUEST_FAILED' | 'DATABASE_DUPLICATE_WRITE';
