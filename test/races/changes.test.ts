import type { Replacement } from '../../scripts/replace-once';
import type { Phone } from '../support/cloud';
import { idNumberOf } from '../support/membership/form';
import { mine, type NewMember, openRegister, type Register } from '../support/membership/members';
import { file, outcomes, run } from '../support/membership/race';
import { type Enrolled, enrolMembers } from '../support/membership/standing';
import type { World } from '../support/membership/world';

/** Holds a race among members in a cloud of its own, perhaps with guards taken out. */
async function heldAmong<T>(race: (register: Register) => Promise<T>, without: readonly Replacement[] = []): Promise<T> {
  const register = await openRegister({ without });
  try {
    return await race(register);
  } finally {
    await register.world.close();
  }
}

let people = 0;
const newMember = async (register: Register): Promise<NewMember> => {
  const [member] = await register.admit([`o-changer-${(people += 1)}`]);
  return member as NewMember;
};
const ask = async ({ phone, memberId }: NewMember, field: string, value: string): Promise<string> => {
  const { version } = await mine(phone, memberId);
  const { request } = await phone.call('membership.requestChange', { memberId, version, changes: [{ field, value }] });
  return request?.id ?? '';
};
const seen = async (officer: Phone, changeId: string) => {
  const { version } = await officer.call('membership.changeRequest', { changeId });
  return { changeId, version };
};

describe('two officers who decide one change at once', () => {
  const race = async (register: Register) => {
    const { world, liaison, second } = register;
    const member = await newMember(register);
    let at: Awaited<ReturnType<typeof seen>>;
    let round = 0;
    return run(world, {
      calls: { service: 'database', collection: 'memberChanges' },
      prepare: async () => {
        at = await seen(liaison, await ask(member, 'identity.name', `云改${'甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳'[(round += 1)]}`));
      },
      actors: {
        A: (tag) => liaison.call('membership.decideChange', { ...at, decision: 'approve' }, { tag }),
        B: (tag) => second.call('membership.decideChange', { ...at, decision: 'reject', reason: '不清楚' }, { tag }),
      },
      check: (results) => {
        // One that waits on the other all the way through is told to come again.
        expect(['busy ok', 'ok stale', 'ok wrongStatus']).toContain(outcomes(results).join(' '));
      },
    });
  };

  test('commit one decision; the other is told that it is stale', async () => {
    expect((await heldAmong(race)).orders).toBeGreaterThan(1);
  }, 60_000);

  test('without looking at how the change stands both do: the guard is what holds', async () => {
    const guards = [
      {
        file: file('change/decide-change'),
        find: "    if (change.version !== input.version) throw new AppError('stale');\n",
        by: '',
      },
      {
        file: file('change/moves'),
        find: `  const refusal = changeRefusal(actor, change, action);
  const move = moveOf(changeLifecycle, change.state, action);`,
        by: `  const refusal = changeRefusal(actor, { ...change, state: 'open' }, action);
  const move = moveOf(changeLifecycle, 'open', action);`,
      },
    ];
    await expect(heldAmong(race, guards)).rejects.toThrow(/^in the order/);
  }, 60_000);
});

describe('a unit that gets another representative while the old one acts for it', () => {
  let turn = 0;
  const race = async (register: Register) => {
    const { world, liaison } = register;
    let unit: Enrolled;
    let next: string;
    let at: Awaited<ReturnType<typeof seen>>;
    let before: number;
    const units: Enrolled[] = [];
    return run(world, {
      calls: { service: 'database', collection: 'members' },
      interruptions: 1,
      prepare: async () => {
        if (units.length === 0) units.push(...(await enrolMembers(world, 4, { kind: 'unit' })));
        unit = units.pop() as Enrolled;
        const phone = world.cloud.phone(`o-next-${(turn += 1)}`);
        const { code } = await phone.call('account.myStaffCode', { name: '新代表' });
        next = (await phone.call('account.me', {})).id ?? '';
        before = (await mine(unit.phone, unit.id)).version;
        const person = { name: '新代表', post: '秘书长', mobile: '15600000066', code };
        const asked = { memberId: unit.id, version: before, ...person };
        const { request } = await unit.phone.call('membership.changeRepresentative', asked);
        at = await seen(liaison, request?.id ?? '');
      },
      actors: {
        A: (tag) => liaison.call('membership.decideChange', { ...at, decision: 'approve' }, { tag }),
        B: (tag) => unit.phone.call('membership.confirmDetails', { memberId: unit.id, version: before }, { tag }),
      },
      check: ({ A, B }) => {
        expect(A?.status).toBe('fulfilled');
        const documents = (name: string) => world.cloud.emulator.database.documents(name);
        expect(documents('members').find(({ _id }) => _id === unit.id)?.account).toBe(next);
        const seqOf = (action: string) =>
          Number(documents('journal').find((row) => row.aggregate === `members:${unit.id}` && row.action === action)?.seq);
        // What the old representative did was done before the change, or not at all.
        if (B?.status === 'fulfilled') expect(seqOf('member.confirm')).toBeLessThan(seqOf('member.decideChange'));
        else expect(['notFound', 'busy']).toContain((B?.reason as { readonly code?: string }).code);
      },
    });
  };

  test('is acted for by the old one before, and never after', async () => {
    expect((await heldAmong(race)).orders).toBeGreaterThan(1);
  }, 60_000);

  test('without looking at whose the record is now it is: the guard is what holds', async () => {
    const guard = {
      file: file('change/own-member'),
      find: `(found) => isOwn(actor, found));
  if (!member) throw new AppError('notFound');
  if (member.version !== version) throw new AppError('stale');`,
      by: `);
  if (!member) throw new AppError('notFound');
  void [actor, version, isOwn];`,
    };
    await expect(heldAmong(race, [guard])).rejects.toThrow(/^in the order/);
  }, 60_000);
});

describe('a corrected identity number that somebody applies with at the same instant', () => {
  let order = 300;
  const race = async (register: Register) => {
    const { world, liaison } = register;
    const member = await newMember(register);
    let at: Awaited<ReturnType<typeof seen>>;
    let applicant: Awaited<ReturnType<World['applicant']>>;
    return run(world, {
      calls: { service: 'database', collection: 'reservations' },
      prepare: async () => {
        const idNumber = idNumberOf((order += 1));
        applicant = await world.applicant(`o-same-${order}`, { identity: { idNumber } });
        const [open] = (await mine(member.phone)).openChanges;
        if (open) await member.phone.call('membership.withdrawChange', { changeId: open.id, version: open.version });
        at = await seen(liaison, await ask(member, 'identity.idNumber', idNumber));
      },
      actors: {
        A: (tag) => liaison.call('membership.decideChange', { ...at, decision: 'approve' }, { tag }),
        B: async (tag) => {
          const { version } = await applicant.view();
          const consents = (['processing', 'sensitive', 'commitment'] as const).map((key) => ({ key, version: 1 }));
          return applicant.phone.call(
            'membership.submitApplication',
            { applicationId: applicant.id, version, consents },
            { tag },
          );
        },
      },
      check: (results) => expect(['busy ok', 'identity.taken ok']).toContain(outcomes(results).join(' ')),
    });
  };

  test('is one person’s; the other is told that it is taken', async () => {
    expect((await heldAmong(race)).orders).toBeGreaterThan(1);
  }, 60_000);

  test('without the reservation of the corrected number both have it: the guard is what holds', async () => {
    const guard = {
      file: file('change/decide-change'),
      find: 'await claimIdentity(tx, changed.profile, member.application, now)',
      by: 'identityOf(changed.profile)',
    };
    await expect(heldAmong(race, [guard])).rejects.toThrow(/^in the order/);
  }, 60_000);
});
