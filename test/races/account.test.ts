import { environment } from '../../config/environment';
import type { Replacement } from '../../scripts/replace-once';
import { startCloud, type TestCloud } from '../support/cloud';
import { type Ending, interleave, someOrders } from '../support/interleave';
import { openOffice, person } from '../support/office';

const opened: TestCloud[] = [];
afterEach(async () => {
  for (const cloud of opened.splice(0)) await cloud.close();
});
const open = async (without: readonly Replacement[] = []) => {
  const cloud = await startCloud({ without });
  opened.push(cloud);
  return cloud;
};
const code = (ending: Ending) => (ending.ok ? 'ok' : ending.code);
const administrators = (cloud: TestCloud) =>
  cloud.emulator.database
    .documents('accounts')
    .filter(({ grants }) => (grants as readonly { role: string }[]).some(({ role }) => role === 'administrator'));
const more = process.env.SOAK ? 10 : 1;

describe('two administrators who remove each other at once', () => {
  /** Both try, in each order; afterwards the one who is left makes the other one administrator again. */
  async function removals(cloud: TestCloud, orders: ReturnType<typeof someOrders>) {
    const office = await openOffice(cloud);
    const [one, two] = [office.administrator, office.officer];
    const idOf = (openid: string) => office.accounts.get(openid) ?? '';
    const grant = (by: typeof one, to: typeof one) =>
      by.call('account.grantRole', { accountId: idOf(to.openid), role: 'administrator' });
    await grant(one, two);
    const endings: string[] = [];
    for (const order of orders) {
      const remove = (by: typeof one, whom: typeof one, tag: string) => () =>
        by.call('account.revokeRole', { accountId: idOf(whom.openid), role: 'administrator' }, { tag });
      const both = await interleave(cloud.emulator, order, { a: remove(one, two, 'a'), b: remove(two, one, 'b') });
      endings.push(both.map(code).sort().join(' '));
      const left = administrators(cloud);
      if (left.length !== 1) return { endings, left: left.length };
      const [stays, goes] = left[0]?.openid === one.openid ? [one, two] : [two, one];
      await grant(stays, goes);
    }
    return { endings, left: 1 };
  }

  test(
    'leave one of the two, in every order of the database calls',
    async () => {
      const { endings, left } = await removals(await open(), someOrders(9, 12 * more));
      expect(left).toBe(1);
      for (const ending of endings) expect(ending).toMatch(/^(administrator\.last|auth\.forbidden) ok$/);
    },
    120_000 * more,
  );

  test('leave nobody without the count that both write: the guard is what holds', async () => {
    const guard = {
      file: 'cloudfunctions/account/administrators.ts',
      find: 'if (known) await tx.replace(administrators, { ...known, count }, { expecting: known.version });\n  else await',
      by: 'if (known && by > 0) await tx.replace(administrators, { ...known, count }, { expecting: known.version });\n  else if (!known) await',
    };
    expect((await removals(await open([guard]), someOrders(9, 6))).left).toBe(0);
  });
});

describe('two people who send the code of the first administrator at once', () => {
  const send = (cloud: TestCloud, openid: string, tag: string) => () =>
    person(cloud, openid).call(
      'account.becomeFirstAdministrator',
      { code: environment.FIRST_ADMINISTRATOR_CODE.localOnly, name: '第一' },
      { tag },
    );
  const race = (cloud: TestCloud, order: Parameters<typeof interleave>[1]) =>
    interleave(cloud.emulator, order, { a: send(cloud, 'o-one', 'a'), b: send(cloud, 'o-two', 'b') });

  test(
    'make one administrator',
    async () => {
      for (const order of someOrders(10, 4 * more)) {
        const cloud = await open();
        const endings = await race(cloud, order);
        expect(endings.map(code).sort()).toEqual(['administrator.exists', 'ok']);
        expect(administrators(cloud)).toHaveLength(1);
        await cloud.close();
        opened.pop();
      }
    },
    120_000 * more,
  );

  test('make two without the count: the guard is what holds', async () => {
    const guard = { file: 'cloudfunctions/account/become-first-administrator.ts', find: 'await countFirst(tx);', by: '' };
    const cloud = await open([guard]);
    const endings = await race(cloud, someOrders(10, 3)[1] ?? []);
    expect(endings.map(code)).toEqual(['ok', 'ok']);
  });
});
