import { randomBytes } from 'node:crypto';
import type { Answer, FieldErrors } from '../../shared/contract/answer';
import type { Endpoint } from '../../shared/contract/endpoint';
import { type ErrorCode, errors } from '../../shared/contract/errors';
import { authorise, type Person, readPerson } from './actor';
import { execute } from './command';
import { isUnavailable } from './database-errors';
import { deliverNow } from './delivery';
import { AppError } from './errors';
import { checkSize } from './event';
import { cloudFiles } from './files';
import { Keyring } from './keyring';
import { ConfigurationError, requireKeys } from './keys';
import { checkFlood, counted } from './limiter';
import { logFailure } from './log';
import { parseCapacity, parseInput, parseRequestId } from './parse';
import { present } from './present';
import { type ReactionTable, reactionsOf } from './reactions';
import { DatabaseReader } from './reader';
import { noteRefusal } from './refusals';
import { caller } from './sdk';
import type { ReadContext, ServedContext, UseCase } from './types';

type Main = (event: unknown) => Promise<Answer<unknown>>;

/**
 * The one door: the entry point of a cloud function that answers for the `served` contexts. `all` are the contexts whose
 * reactions run after a commit: every function carries all of them, so that what follows from a command follows at once.
 */
export function serve(served: readonly ServedContext[], all: readonly ServedContext[]): Main {
  const useCases = new Map(
    served.flatMap((context) => context.useCases.map((useCase) => [useCase.endpoint.name as string, useCase] as const)),
  );
  const reactions = reactionsOf(all);
  return async (event) => {
    const request: Progress = { endpoint: '?' };
    try {
      return { ok: true, data: await answer(event, useCases, reactions, request) };
    } catch (error) {
      return refuse(error, request);
    }
  };
}

/** How far a request came, for its log line and for the note of a refusal. */
interface Progress {
  endpoint: string;
  person?: Person;
}

async function answer(
  event: unknown,
  useCases: ReadonlyMap<string, UseCase>,
  reactions: ReactionTable,
  request: Progress,
): Promise<unknown> {
  checkSize(event);
  const { openid, ip } = caller();
  if (openid || ip) checkFlood(openid || ip);
  const useCase = typeof event.endpoint === 'string' ? useCases.get(event.endpoint) : undefined;
  if (!useCase) throw new AppError('endpoint.unknown');
  const { endpoint } = useCase;
  request.endpoint = endpoint.name;
  const input = parseInput(endpoint, event.input);
  const requestId = endpoint.kind === 'write' ? parseRequestId(event.requestId) : undefined;
  const actingAs = parseCapacity(event.actingAs);
  requireKeys();
  request.person = await readPerson(openid, actingAs);
  authorise(request.person, endpoint);
  if (requestId === undefined) return read(useCase, input, request.person);
  const outcome = await execute({ useCase, input, person: request.person, requestId });
  if (outcome.row) await deliverNow(outcome.row, reactions);
  return outcome.answer;
}

async function read(useCase: UseCase, input: unknown, { actor }: Person): Promise<unknown> {
  const keys = new Keyring();
  const context: ReadContext<Endpoint> = {
    actor,
    input,
    db: new DatabaseReader(keys),
    files: cloudFiles,
    now: new Date(),
    limit: counted(actor),
  };
  return present(useCase.endpoint, await useCase.run(context));
}

/** Every way a call can fail, as an answer: a refusal with its code, or `unavailable`, or `internal` with a number to ask about. */
async function refuse(error: unknown, { endpoint, person }: Progress): Promise<Answer<never>> {
  if (error instanceof AppError) {
    const { code, message, detail } = error;
    if (code.startsWith('auth.') && person?.actor.kind === 'person') await noteRefusal(person.actor, endpoint, code, new Date());
    return answerOf(code, message, detail.fields);
  }
  const trace = randomBytes(4).toString('hex');
  const code = error instanceof ConfigurationError || isUnavailable(error) ? 'unavailable' : 'internal';
  logFailure(error, { event: 'failed', endpoint, code, trace });
  return answerOf(code, code === 'internal' ? `${errors.internal.text}（${trace}）` : errors.unavailable.text);
}

function answerOf(code: ErrorCode, message: string, fields?: FieldErrors): Answer<never> {
  return { ok: false, code, message, ...(fields && { fields }) };
}
