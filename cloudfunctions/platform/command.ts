import { createHmac } from 'node:crypto';
import { everyonesPermissions } from '../../shared/access/roles';
import type { Endpoint, InputOf, OutputOf } from '../../shared/contract/endpoint';
import { accounts } from './accounts';
import { newId, type Person, readPerson } from './actor';
import { canonical, idOf, parseCanonical } from './canonical';
import { open, seal } from './cipher';
import { isConflict } from './database-errors';
import { AppError } from './errors';
import { cloudFiles } from './files';
import { bodyHash, type JournalRow } from './journal';
import { Keyring } from './keyring';
import { counted } from './limiter';
import { present } from './present';
import { DatabaseReader } from './reader';
import { CommitUnknown, retrying } from './retry';
import { database, type TransactionHandle } from './sdk';
import { WriteSet } from './transaction';
import type { Actor, UseCase, WriteContext } from './types';

export interface Command<E extends Endpoint> {
  readonly useCase: UseCase<E>;
  readonly input: InputOf<E>;
  readonly person: Person;
  readonly requestId: string;
}

export interface Outcome<E extends Endpoint> {
  readonly answer: OutputOf<E>;
  /** The row this command wrote; undefined when the request had been answered before. */
  readonly row: JournalRow | undefined;
}

/**
 * Runs a write: everything it changes, its journal row included, is committed at once or not at all. The same request again is
 * answered with the stored answer. Authorised by the caller, also for a replay.
 *
 * @throws AppError of the use case; request.conflict, stale, busy
 */
export async function execute<E extends Endpoint>(command: Command<E>): Promise<Outcome<E>> {
  const ids = sameIds();
  let { person } = command;
  return retrying(async (count) => {
    // The conflict may have been over this very account: somebody's first two writes at once.
    if (count > 0 && person.newAccount) person = await readPerson(person.actor.openid, person.actor.actingAs);
    return attempt({ ...command, person }, ids());
  });
}

async function attempt<E extends Endpoint>(command: Command<E>, ids: () => string): Promise<Outcome<E>> {
  const handle = await database.startTransaction();
  const outcome = await tryOnce(command, handle, ids).catch(async (error: unknown) => {
    // A conflict has ended the transaction already.
    if (!isConflict(error)) await handle.rollback().catch(() => undefined);
    throw error;
  });
  if (outcome.row === undefined) return outcome;
  await handle.commit().catch(async (error: unknown) => {
    // If it did not happen, the transaction would keep its documents from the next attempt for half a minute.
    await handle.rollback().catch(() => undefined);
    throw new CommitUnknown(String(error), { cause: error });
  });
  outcome.keys.committed();
  return outcome;
}

async function tryOnce<E extends Endpoint>(command: Command<E>, handle: TransactionHandle, ids: () => string) {
  const { useCase, input, person, requestId } = command;
  const { actor, newAccount } = person;
  const keys = new Keyring();
  const _id = rowId(actor.kind === 'person' ? actor.openid : actor.kind, requestId);
  const body = bodyHash(useCase.endpoint.name, actor.actingAs, input);
  const { data } = await handle.collection('journal').doc(_id).get();
  if (data) {
    await handle.rollback().catch(() => undefined);
    return { answer: await replay(useCase, data as unknown as JournalRow, body, keys), row: undefined, keys };
  }
  const tx = new WriteSet(handle, keys);
  if (newAccount) {
    keys.create(newAccount._id);
    await tx.add(accounts, newAccount, 'retry');
  }
  const now = new Date();
  const context = {
    actor,
    input,
    requestId,
    now,
    tx,
    db: new DatabaseReader(keys),
    files: cloudFiles,
    newId: ids,
    limit: counted(actor),
  };
  const answer = present(useCase.endpoint, await useCase.run(context satisfies WriteContext<E>));
  const { aggregate, action } = target(useCase, input, answer, person);
  const sealed = await sealAnswer(_id, answer, actor.kind === 'person' ? actor.id : undefined, keys);
  const asking = { actor: actor.id, endpoint: useCase.endpoint.name, ...(actor.actingAs && { actingAs: actor.actingAs }) };
  const onBehalfOf = behalfIn(useCase.endpoint, actor);
  const row = await tx.write({ _id, aggregate, action, at: now, body, ...asking, ...(onBehalfOf && { onBehalfOf }), ...sealed });
  return { answer, row, keys };
}

/** For whom the actor stood in, where their own roles do not carry what the endpoint needs. */
function behalfIn({ needs }: Endpoint, actor: Actor): string | undefined {
  if (needs === 'public' || needs === 'signedIn' || needs === 'system' || everyonesPermissions.includes(needs)) return undefined;
  return actor.behalfOf(needs);
}

/** Id of the row that a request leaves: who asks and the request id they made. */
export const rowId = (who: string, requestId: string) => idOf('journal', who, requestId);

function target<E extends Endpoint>(
  { endpoint, journal }: UseCase<E>,
  input: InputOf<E>,
  answer: OutputOf<E>,
  { actor }: Person,
) {
  if (!journal) throw new Error(`${endpoint.name} is a write without a journal entry`);
  return journal(input, answer, actor);
}

const placeOf = (row: string) => `journal/${row}/answer`;

/** The answer may tell of everybody whose sealed content the command touched: when one of them is erased, so is the answer. */
async function sealAnswer(row: string, answer: unknown, actor: string | undefined, keys: Keyring) {
  const alive = (subject: string) => !keys.isErased(subject) && !keys.doomed.has(subject);
  const subjects = (keys.used.length > 0 || actor === undefined ? keys.used : [actor]).filter(alive);
  const text = canonical(answer);
  if (subjects.length === 0) return { answer: text, answerFor: [] };
  const parts = await Promise.all(subjects.map((subject) => keys.forWriting(subject)));
  return { answer: seal(joined(parts), placeOf(row), text), answerFor: subjects };
}

async function replay<E extends Endpoint>(
  { endpoint }: UseCase<E>,
  row: JournalRow,
  body: string,
  keys: Keyring,
): Promise<OutputOf<E>> {
  if (row.body !== body) throw new AppError('request.conflict');
  if (row.answerFor.length === 0) return present(endpoint, parseCanonical(row.answer));
  await keys.load(row.answerFor);
  const parts = await Promise.all(row.answerFor.map((subject) => keys.forReading(subject)));
  const known = parts.filter((part) => part !== undefined);
  if (known.length < parts.length) throw new AppError('notFound');
  return present(endpoint, parseCanonical(open(joined(known), placeOf(row._id), row.answer).toString('utf8')));
}

/** One key that only all of the keys together make. */
const joined = (keys: readonly Buffer[]) => createHmac('sha256', Buffer.concat(keys)).update('answer').digest();

/** For each attempt an id maker that gives the same ids in the same order. */
function sameIds(): () => () => string {
  const made: string[] = [];
  return () => {
    let next = 0;
    return () => (made[next++] ??= newId());
  };
}
