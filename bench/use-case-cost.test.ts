import type { LoggedCall } from '../emulator/functions/invocation';
import { countCalls } from './use-case-cost';

const call = (action: string, collection?: string): LoggedCall => ({
  action: `database.${action}`,
  collection,
  examined: 1,
  returned: 1,
});
const actor = call('getDocument', 'accounts');
const begin = call('startTransaction');
const commit = call('commitTransaction');
const get = call('getDocument', 'books');
const put = call('modifyDocument', 'books');

describe('counting the database calls of a use case', () => {
  it('leaves out keys of personal data', () => {
    expect(countCalls([actor, call('getDocument', 'dataKeys'), get])).toEqual({ kind: 'read', database: 1, delivery: 0 });
  });

  it('leaves out the actor of a read', () => {
    expect(countCalls([actor, get, get])).toEqual({ kind: 'read', database: 2, delivery: 0 });
  });

  it('leaves out actor, begin and commit of a write, and counts delivery apart', () => {
    expect(countCalls([actor, begin, get, put, commit, put, put])).toEqual({ kind: 'write', database: 2, delivery: 2 });
  });

  it('counts what a write reads before its transaction', () => {
    expect(countCalls([actor, get, begin, put, commit])).toEqual({ kind: 'write', database: 2, delivery: 0 });
  });

  it('counts only the last attempt of a repeated transaction', () => {
    expect(countCalls([actor, begin, get, put, begin, get, put, commit])).toEqual({ kind: 'write', database: 2, delivery: 0 });
  });
});
