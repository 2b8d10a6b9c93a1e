import type { Replacement } from '../../scripts/replace-once';
import { newRequestId } from '../support/cloud';
import { type Door, openDoor } from '../support/door';

const platform = (file: string, find: string, by: string): Replacement => ({
  file: `cloudfunctions/platform/${file}.ts`,
  find,
  by,
});
const codeOf = (answer: { ok: boolean; code?: string }) => (answer.ok ? 'ok' : answer.code);
const idNumber = '11010119900307001X';
const minute = 60_000;

interface Guard {
  readonly what: string;
  readonly out: Replacement;
  /** The attack. True: it came through. */
  readonly attack: (door: Door) => Promise<boolean>;
}

const guards: readonly Guard[] = [
  {
    what: 'the measure of keys and bytes',
    out: platform('event', 'if (bytes > maxBytes || keys > maxKeys)', 'if (bytes < 0)'),
    async attack(door) {
      const input = Object.fromEntries(Array.from({ length: 8000 }, (_, index) => [`k${index}`, 1]));
      return codeOf(await door.send({ endpoint: 'membership.create', input }, 'o-a')) !== 'request.tooLarge';
    },
  },
  {
    what: 'the look for keys that mean something',
    out: platform('parse', '  checkKeys(input);\n', ''),
    async attack(door) {
      const answer = await door.call('o-a', 'create', { title: { $ne: null }, idNumber });
      return JSON.stringify(answer).includes('key.forbidden') === false;
    },
  },
  {
    what: 'the strict parse',
    out: platform('parse', 'if (!parsed.success)', 'if (parsed.error?.issues.length === 99)'),
    attack: async (door) => codeOf(await door.call('o-a', 'read', { id: 7 })) !== 'request.invalid',
  },
  {
    what: 'the request id',
    out: platform('parse', 'requestIdPattern.test(requestId)', 'requestId.length > 0'),
    attack: async (door) => codeOf(await door.call('o-a', 'create', { title: '春', idNumber }, { requestId: 'x' })) === 'ok',
  },
  {
    what: 'the limit against floods',
    out: platform('limiter', 'if (bucket.tokens < 0)', 'if (bucket.tokens < -1e9)'),
    async attack(door) {
      const flood = Array.from({ length: 1600 }, () => door.send({ endpoint: 'membership.none' }, 'o-a'));
      return (await Promise.all(flood)).every((answer) => codeOf(answer) === 'endpoint.unknown');
    },
  },
  {
    what: 'the permission',
    out: platform('actor', "if (needs !== 'signedIn' && !actor.may(needs))", "if (needs === 'role.assign')"),
    attack: async (door) => codeOf(await door.call('o-a', 'staffList', {})) === 'ok',
  },
  {
    what: 'the wall before endpoints of the system',
    out: platform('actor', "if (needs === 'system') throw new AppError('auth.forbidden');", "if (needs === 'system') return;"),
    attack: async (door) => codeOf(await door.call('o-a', 'tally', { of: 'x' })) === 'ok',
  },
  {
    what: 'the check that a capacity is held',
    out: platform('actor', 'if (!capable)', 'if (actor.id === "none")'),
    attack: async (door) => codeOf(await door.call('o-a', 'list', {}, { actingAs: 'staff' })) === 'ok',
  },
  {
    what: 'the narrowing to oneself',
    out: platform(
      'actor',
      "if (actingAs === 'self') return { held: asMember, everyones: true };",
      "if (actingAs === 'self') return { held: own, everyones: true };",
    ),
    async attack(door) {
      door.person('o-staff', { grants: [{ role: 'liaisonOfficer' }] });
      return codeOf(await door.call('o-staff', 'staffList', {}, { actingAs: 'self' })) === 'ok';
    },
  },
  {
    what: 'the comparison of bodies',
    out: platform('command', 'if (row.body !== body)', "if (row.body === '')"),
    async attack(door) {
      const requestId = newRequestId();
      await door.call('o-a', 'create', { title: '春', idNumber }, { requestId });
      return codeOf(await door.call('o-a', 'create', { title: '秋', idNumber }, { requestId })) !== 'request.conflict';
    },
  },
  {
    what: 'the version that a change expects',
    out: platform('transaction', 'if (after?.version !== expecting)', 'if (after === undefined)'),
    async attack(door) {
      const id = await door.thingOf('o-a', idNumber);
      await door.call('o-a', 'rename', { id, version: 1, title: '一' });
      return codeOf(await door.call('o-a', 'rename', { id, version: 1, title: '二' })) === 'ok';
    },
  },
  {
    what: 'the presenter',
    out: platform('present', 'return presented.data as OutputOf<E>', 'return result as OutputOf<E>'),
    async attack(door) {
      const id = await door.thingOf('o-a', idNumber);
      return JSON.stringify(await door.call('o-a', 'read', { id })).includes('owner');
    },
  },
  {
    what: 'the refusal of undefined in a filter',
    out: platform('filter', 'if (!isScalar(value)) throw new TypeError(', 'if (false) throw new TypeError('),
    async attack(door) {
      await door.thingOf('o-a', idNumber);
      await door.call('o-a', 'fail', { how: 'undefinedFilter', words: 'x' });
      return door.databaseCalls('fail').includes('getDocument things');
    },
  },
  {
    what: 'the name under which an inbox entry is made',
    out: platform(
      'reactions',
      "idOf('inbox', happening.row, String(happening.index), name, account)",
      "idOf('inbox', String(Math.random()))",
    ),
    async attack(door) {
      door.emulator.faults.add({ match: { action: 'modifyDocument', collection: 'journal' }, effect: { kind: 'fail' } });
      await door.thingOf('o-a', idNumber);
      await door.emulator.clock.advance(minute);
      await door.fire('deliver');
      return door.documents('inbox').length > 1;
    },
  },
  {
    what: 'the mark before a message is sent',
    out: platform('messages', ')) return;\n  const recipient', ')) log({ event: "again" });\n  const recipient'),
    async attack(door) {
      door.emulator.openapi.subscribe.grant('o-a', 'template-1', 9);
      const id = await door.thingOf('o-a', idNumber);
      await door.call('o-a', 'accept', { id, times: 4 });
      door.emulator.faults.add({ match: { action: 'modifyDocument', collection: 'journal' }, effect: { kind: 'fail' } });
      await door.thingOf('o-a', '11010119900307002X');
      await door.emulator.clock.advance(minute);
      await door.fire('deliver');
      return door.emulator.openapi.sent.length > 1;
    },
  },
  {
    what: 'the condition of the counter',
    out: platform('limiter', 'count: operators.lt(max)', 'count: operators.lt(max + 100)'),
    async attack(door) {
      const answers = await Promise.all(Array.from({ length: 8 }, () => door.call('o-a', 'verify', { token: 'x' })));
      return answers.every(({ ok }) => ok);
    },
  },
  {
    what: 'the signature of a cursor',
    out: platform('cursor', '!timingSafeEqual(bytes.subarray(0, 12), sign(list, text))', 'list === ""'),
    async attack(door) {
      const cursor = Buffer.from(`000000000000${JSON.stringify([{ $date: new Date().toISOString() }, 'x'])}`).toString(
        'base64url',
      );
      return codeOf(await door.call('o-a', 'list', { cursor })) === 'ok';
    },
  },
  {
    what: 'the silence of the log about what people typed',
    out: platform(
      'log',
      '...(error instanceof PlainError && { detail: error.message })',
      '...{ detail: error instanceof Error ? error.message : "" }',
    ),
    async attack(door) {
      await door.call('o-a', 'fail', { how: 'throw', words: 'my secret words' });
      return door.output.join('').includes('my secret words');
    },
  },
  {
    what: 'the look at what started a timer',
    out: platform('timers', "who.openid !== '' || isForeign(who)", 'false'),
    attack: async (door) =>
      !('refused' in ((await door.emulator.call('jobs', { Type: 'Timer', TriggerName: 'sweep' }, { openid: 'o-a' })) as object)),
  },
  {
    what: 'the look at what started a push',
    out: platform('media-checks', 'if (isForeign(caller()))', "if (traceId === 'none')"),
    async attack(door) {
      await door.emulator.call(
        'push',
        { Event: 'wxa_media_check', trace_id: 't', result: { suggest: 'pass' } },
        { openid: 'o-a' },
      );
      return door.documents('mediaChecks').length > 0;
    },
  },
];

describe('an attack comes through exactly when its guard is taken out', () => {
  test.each(guards)('$what', async ({ out, attack }) => {
    const guarded = await openDoor();
    const bare = await openDoor({ without: [out] });
    try {
      expect(await attack(guarded)).toBe(false);
      expect(await attack(bare)).toBe(true);
    } finally {
      await guarded.close();
      await bare.close();
    }
  });
});
