import type { Replacement } from '../../scripts/replace-once';
import { dayOf } from '../../shared/dates';
import { startCloud, type TestCloud } from '../support/cloud';
import { type Ending, interleave, someOrders } from '../support/interleave';
import { itemsOf, meetingInSession, type Office, openOffice, person, voteOn, waitingApplication } from '../support/office';

const opened: TestCloud[] = [];
afterEach(async () => {
  for (const cloud of opened.splice(0)) await cloud.close();
});

/** An office with three administrators. */
async function open(without: readonly Replacement[] = []) {
  const cloud = await startCloud({ without });
  opened.push(cloud);
  const office = await openOffice(cloud);
  const others = [person(cloud, 'o-administrator-2'), person(cloud, 'o-administrator-3')] as const;
  for (const other of others) {
    const { code } = await other.call('account.myStaffCode', { name: '管某' });
    await office.administrator.call('account.grantRole', { code, role: 'administrator' });
  }
  return { cloud, office, others };
}

const code = (ending: Ending) => (ending.ok ? 'ok' : ending.code);
const more = process.env.SOAK ? 10 : 1;
const dayFromNow = (cloud: TestCloud, days: number) => dayOf(cloud.emulator.clock.now() + days * 24 * 3600_000);
const key = 'review.workingDays';

const propose = (cloud: TestCloud, { administrator }: Office, value: unknown, of = key) =>
  administrator.call('rules.proposeRule', {
    key: of,
    value,
    effectiveFrom: dayFromNow(cloud, 1),
    source: '办公会纪要',
    note: '调整',
  });
const versionsOf = async ({ administrator }: Office) =>
  (await administrator.call('rules.rule', { key })).versions.map(({ version }) => version).reverse();

/** What is done about an open proposal at once, in each order; the codes of both, and the versions there are in the end. */
async function deciding(
  orders: ReturnType<typeof someOrders>,
  other: 'approve' | 'withdraw',
  without: readonly Replacement[] = [],
) {
  const { cloud, office, others } = await open(without);
  const endings: string[] = [];
  for (const [index, order] of orders.entries()) {
    const { id: proposalId } = await propose(cloud, office, 11 + index);
    const [one, two] = await interleave(cloud.emulator, order, {
      a: () => others[0].call('rules.approveProposal', { proposalId }, { tag: 'a' }),
      b: () =>
        other === 'approve'
          ? others[1].call('rules.approveProposal', { proposalId }, { tag: 'b' })
          : office.administrator.call('rules.withdrawProposal', { proposalId }, { tag: 'b' }),
    });
    endings.push([code(one), code(two)].join(' '));
  }
  return { endings, versions: await versionsOf(office) };
}

const guard: Replacement = {
  file: 'cloudfunctions/rules/proposals.ts',
  find: "if (!move) return 'wrongStatus';",
  by: 'if (!move) return undefined;',
};

test(
  'of two who approve at once one does, and the versions stay without gaps, in every order',
  async () => {
    const orders = someOrders(8, 10 * more);
    const { endings, versions } = await deciding(orders, 'approve');
    for (const ending of endings) expect(['ok wrongStatus', 'wrongStatus ok']).toContain(ending);
    expect(versions).toEqual(Array.from({ length: orders.length + 1 }, (_, index) => index + 1));
  },
  120_000 * more,
);

test(
  'a proposal that is approved and taken back at once is one of the two',
  async () => {
    const { endings, versions } = await deciding(someOrders(8, 10 * more), 'withdraw');
    for (const ending of endings) expect(['ok wrongStatus', 'wrongStatus ok']).toContain(ending);
    expect(versions).toHaveLength(1 + endings.filter((ending) => ending === 'ok wrongStatus').length);
  },
  120_000 * more,
);

test('both approve without the look at its state: the guard is what holds', async () => {
  const { endings, versions } = await deciding(someOrders(8, 2), 'approve', [guard]);
  expect(endings).toContain('ok ok');
  expect(versions.length).toBeGreaterThan(1 + endings.length);
});

describe('a voting rule that changes while a meeting is in session', () => {
  /** Three of five approve: enough when the session began, too few under the rule of the day on which it is decided. */
  async function decidedOverMidnight(without: readonly Replacement[] = []) {
    const { cloud, office, others } = await open(without);
    const { id } = await waitingApplication(cloud, office, 1);
    const strict = { kind: 'atLeast', numerator: 2, denominator: 3 };
    const half = { kind: 'moreThan', numerator: 1, denominator: 2 };
    const value = { quorum: half, pass: strict, recused: 'outOfBase' };
    const { id: proposalId } = await propose(cloud, office, value, 'voting.presidentsOffice');
    await others[0].call('rules.approveProposal', { proposalId });
    const meetingId = await meetingInSession(cloud, office, [id]);
    const [item] = await itemsOf(office, meetingId);
    const version = await voteOn(office, meetingId, item?.id ?? '', ['approve', 'approve', 'approve', 'against', 'against']);
    await cloud.emulator.clock.advance(24 * 3600_000);
    const decided = await office.secretary.call('governance.decideItem', { meetingId, itemId: item?.id ?? '', version });
    const [stored] = cloud.emulator.database.documents('agendaItems');
    return { outcome: decided.outcome, rule: (stored?.decision as { readonly rule: string }).rule };
  }

  test('does not reach it: the rule of its beginning decides and is stored', async () => {
    expect(await decidedOverMidnight()).toEqual({ outcome: 'passed', rule: 'voting.presidentsOffice@1' });
  });

  test('decides it anew if the rule is asked for at each decision: the stored one is what holds', async () => {
    const anew = {
      file: 'cloudfunctions/governance/vote/decide-item.ts',
      find: 'const { rule } = meeting;',
      by: "const rule = (await (await import('../../rules')).rulesOf(db, now))((await import('../../../shared/rules/rules')).votingRules[meeting.body]);",
    };
    expect(await decidedOverMidnight([anew])).toEqual({ outcome: 'notPassed', rule: 'voting.presidentsOffice@2' });
  });
});
