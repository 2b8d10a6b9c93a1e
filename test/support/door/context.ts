import { accounts } from '../../../cloudfunctions/platform/accounts';
import { blindIndex } from '../../../cloudfunctions/platform/cipher';
import { page } from '../../../cloudfunctions/platform/cursor';
import { AppError } from '../../../cloudfunctions/platform/errors';
import { acceptances, command, dueChange, inboxEntry, subscribeMessage } from '../../../cloudfunctions/platform/reactions';
import type { RecordType, ServedContext, Stored } from '../../../cloudfunctions/platform/types';
import { useCase } from '../../../cloudfunctions/platform/use-case';
import { things as endpoints } from './endpoints';

interface Thing extends Stored {
  readonly owner: string;
  readonly title: string;
  readonly idNumber?: string;
  readonly idIndex: string;
  readonly count: number;
  readonly at: Date;
}

const things: RecordType<Thing> = { collection: 'things', sealed: ['idNumber'], subject: (thing) => thing.owner };

interface Tally extends Stored {
  readonly count: number;
}

const tallies: RecordType<Tally> = { collection: 'tallies', sealed: [] };
const missing = () => new AppError('notFound');
const aggregate = (id: string) => `things:${id}`;

const create = useCase(endpoints.create, {
  journal: (_input, { id }) => ({ aggregate: aggregate(id), action: 'thing.create' }),
  async run({ actor, input, tx, newId, now }) {
    const { title, idNumber } = input;
    const fields = {
      _id: newId(),
      owner: actor.id,
      title,
      idNumber,
      idIndex: blindIndex('idNumber', idNumber),
      count: 0,
      at: now,
    };
    const thing = await tx.add(things, fields, new AppError('identity.taken'));
    tx.emit({ type: 'thing.created', thing: thing._id, owner: actor.id });
    return { ...thing, id: thing._id, lastDigits: idNumber.slice(-2) };
  },
});

const rename = useCase(endpoints.rename, {
  journal: ({ id }) => ({ aggregate: aggregate(id), action: 'thing.rename' }),
  async run({ actor, input, tx }) {
    const thing = await tx.get(things, input.id);
    if (thing?.owner !== actor.id) throw missing();
    const renamed = await tx.replace(things, { ...thing, title: input.title }, { expecting: input.version });
    tx.emit({ type: 'thing.renamed', thing: thing._id });
    return { id: renamed._id, version: renamed.version };
  },
});

const count = useCase(endpoints.count, {
  journal: ({ id }) => ({ aggregate: aggregate(id), action: 'thing.count' }),
  async run({ input, tx }) {
    const thing = await tx.get(things, input.id);
    if (!thing) throw missing();
    return tx.replace(things, { ...thing, count: thing.count + 1 }, { expecting: thing.version });
  },
});

const remove = useCase(endpoints.remove, {
  journal: ({ id }) => ({ aggregate: aggregate(id), action: 'thing.remove' }),
  async run({ actor, input, tx }) {
    const thing = await tx.get(things, input.id);
    if (thing?.owner !== actor.id) throw missing();
    await tx.remove(things, thing);
    return { id: thing._id, version: thing.version };
  },
});

/** Touches no record: the row joins the chain of a record that stays as it is. */
const review = useCase(endpoints.review, {
  journal: ({ id }) => ({ aggregate: aggregate(id), action: 'thing.review' }),
  async run({ actor, input, db }) {
    const thing = await db.get(things, input.id);
    if (!thing) throw missing();
    if (thing.owner === actor.id) throw new AppError('auth.conflictOfInterest');
    return { id: thing._id, version: thing.version };
  },
});

const forget = useCase(endpoints.forget, {
  journal: (_input, { id }) => ({ aggregate: `accounts:${id}`, action: 'account.forget' }),
  run({ actor, tx }) {
    tx.eraseKey(actor.id);
    return Promise.resolve({ id: actor.id });
  },
});

const tally = useCase(endpoints.tally, {
  journal: ({ of }) => ({ aggregate: `tallies:${of}`, action: 'tally.count' }),
  async run({ input, tx }) {
    const found = await tx.get(tallies, input.of);
    if (!found) return tx.add(tallies, { _id: input.of, count: 1 });
    return tx.replace(tallies, { ...found, count: found.count + 1 }, { expecting: found.version });
  },
});

const accept = useCase(endpoints.accept, {
  journal: ({ id }) => ({ aggregate: aggregate(id), action: 'thing.accept' }),
  async run({ actor, input, tx }) {
    for (let time = 0; time < input.times; time += 1) tx.emit({ type: 'subscription.accepted', account: actor.id });
    return { id: input.id, version: 0 };
  },
});

const read = useCase(endpoints.read, {
  async run({ actor, input, db }) {
    const thing = await db.get(things, input.id);
    if (thing?.owner !== actor.id) throw missing();
    return { id: thing._id, title: thing.title, idNumber: thing.idNumber ?? null, owner: thing.owner };
  },
});

const list = useCase(endpoints.list, {
  async run({ actor, input, db }) {
    const mine = { where: { owner: actor.id }, order: [['at', 'desc']], limit: 3 } as const;
    const { rows, next } = await page(db, things, mine, input.cursor);
    return { rows: rows.map(({ _id, title }) => ({ id: _id, title })), next };
  },
});

const staffList = useCase(endpoints.staffList, {
  async run({ actor }) {
    const reach = actor.reach('application.read');
    return { reach: reach === 'all' ? ['all'] : [...reach] };
  },
});

const verify = useCase(endpoints.verify, {
  async run({ input, db, limit }) {
    await limit('verify', { max: 5, perSeconds: 60 });
    return { known: (await db.get(things, input.token || 'none')) !== undefined };
  },
});

const fail = useCase(endpoints.fail, {
  async run({ input, db }) {
    if (input.how === 'undefinedFilter') {
      await db.find(things, { where: { title: input.words, owner: undefined as unknown as string }, limit: 5 });
    }
    if (input.how === 'objectFilter') await db.count(things, { owner: {} as unknown as string });
    if (input.how === 'contract') return { ok: input.words } as unknown as { ok: boolean };
    throw new TypeError(`cannot read ${input.words}`);
  },
});

export const fixture: ServedContext = {
  useCases: [create, rename, count, remove, review, forget, tally, accept, read, list, staffList, verify, fail],
  reactions: {
    'subscription.accepted': [acceptances('book', ({ event }) => ({ account: String(event.account), templates: ['progress'] }))],
    'thing.created': [
      inboxEntry('tellOwner', ({ event }) => [
        { account: String(event.owner), kind: 'thingCreated', facts: {}, page: `things/${String(event.thing)}` },
      ]),
      command('tally', tally, ({ event }) => ({ of: String(event.owner) })),
      dueChange('waits', ({ event }) => [
        {
          key: `thing:${String(event.thing)}`,
          open: {
            queue: 'application.review',
            city: null,
            kind: 'reviewThing',
            record: String(event.thing),
            reference: '',
            page: '',
            dueAt: null,
          },
        },
      ]),
      subscribeMessage('courtesy', async ({ event }, db) => {
        const account = await db.get(accounts, String(event.owner));
        if (!account) return undefined;
        return [
          {
            account: account._id,
            template: { name: 'progress', id: 'template-1' },
            page: 'pages/home',
            data: { thing1: 'created' },
          },
        ];
      }),
    ],
    'thing.renamed': [dueChange('settled', ({ event }) => [{ key: `thing:${String(event.thing)}`, close: true }])],
  },
};
