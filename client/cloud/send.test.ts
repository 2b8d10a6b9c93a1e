import type { RequestEvent } from '@shared/contract/answer';
import { CallError } from './call-error';
import { send } from './send';
import { TransportError } from './transport-contract';

const write: RequestEvent = { endpoint: 'account.markRead', input: { entryId: 'e1' }, requestId: 'r'.repeat(24) };
const noPause = () => Promise.resolve();

/** A network that gives these answers in turn; `lost` for none. */
function network(...answers: readonly unknown[]) {
  const sent: { name: string; event: RequestEvent }[] = [];
  const invoke = async (name: string, event: RequestEvent) => {
    const answer = answers[sent.length];
    sent.push({ name, event });
    if (answer === 'lost') throw new TransportError('lost');
    return answer;
  };
  return { sent, invoke };
}

async function failureOf(work: Promise<unknown>): Promise<CallError> {
  const error: unknown = await work.then(
    () => undefined,
    (caught: unknown) => caught,
  );
  if (!(error instanceof CallError)) throw new Error('it did not fail with a CallError');
  return error;
}

test('sends an event to the function that answers for its context', async () => {
  const cloud = network({ ok: true, data: 1 });
  await send(cloud, { endpoint: 'governance.meetings', input: {} }, noPause);
  expect(cloud.sent[0]?.name).toBe('membership');
});

test('repeats a write whose answer was lost, with the same request id', async () => {
  const cloud = network('lost', { ok: true, data: { id: 'e1' } });
  await expect(send(cloud, write, noPause)).resolves.toEqual({ id: 'e1' });
  expect(cloud.sent.map(({ event }) => event)).toEqual([write, write]);
});

test('gives up after three lost answers and says so in plain words', async () => {
  const cloud = network('lost', 'lost', 'lost', { ok: true, data: 1 });
  const failure = await failureOf(send(cloud, write, noPause));
  expect(cloud.sent).toHaveLength(3);
  expect(failure.code).toBe('network');
  expect(failure.isUncertain).toBe(true);
  expect(failure.message).toMatch(/网络/);
});

test('does not repeat what the server refused', async () => {
  const cloud = network({ ok: false, code: 'stale', message: '内容刚刚有变动' }, { ok: true, data: 1 });
  const failure = await failureOf(send(cloud, write, noPause));
  expect(cloud.sent).toHaveLength(1);
  expect(failure).toMatchObject({ code: 'stale', message: '内容刚刚有变动', isUncertain: false });
});

test('repeats what the error table allows to repeat', async () => {
  const cloud = network({ ok: false, code: 'busy', message: '请稍后' }, { ok: true, data: 1 });
  await expect(send(cloud, write, noPause)).resolves.toBe(1);
});

test('shows the text of an error that only a newer server knows, and does not repeat it', async () => {
  const cloud = network({ ok: false, code: 'brand.new', message: '新的情况' });
  await expect(failureOf(send(cloud, write, noPause))).resolves.toMatchObject({ message: '新的情况' });
  expect(cloud.sent).toHaveLength(1);
});

test('hands over what is wrong with each field', async () => {
  const fields = { 'identity.idNumber': 'idNumber.checkDigit' };
  const cloud = network({ ok: false, code: 'request.invalid', message: '请检查', fields });
  await expect(failureOf(send(cloud, write, noPause))).resolves.toMatchObject({ fields });
});

test('waits longer before the third attempt than before the second', async () => {
  const pauses: number[] = [];
  await failureOf(
    send(network('lost', 'lost', 'lost'), write, async (milliseconds) => {
      pauses.push(milliseconds);
    }),
  );
  expect(pauses).toHaveLength(2);
  expect(pauses[0]).toBeGreaterThanOrEqual(200);
  expect(pauses[0]).toBeLessThanOrEqual(600);
  expect(pauses[1]).toBeGreaterThanOrEqual(400);
  expect(pauses[1]).toBeLessThanOrEqual(1200);
});
