import { dayOf } from '../../shared/dates';
import type { EndpointName, Input } from '../../shared/endpoints';
import { allRules } from '../../shared/rules/all';
import type { rules } from '../../shared/rules/endpoints';
import { ruleGroupKeys } from '../../shared/rules/groups';
import { newRequestId, startCloud, type TestCloud } from '../support/cloud';
import { type Office, openOffice, person, refusal, settle } from '../support/office';

let cloud: TestCloud;
let office: Office;
const as = (name: string) => person(cloud, `o-${name}`);
const hour = 3600_000;
const dayFromNow = (days: number) => dayOf(cloud.emulator.clock.now() + days * 24 * hour);

beforeAll(async () => {
  cloud = await startCloud();
  office = await openOffice(cloud);
  const { code } = await as('administrator-2').call('account.myStaffCode', { name: '管二' });
  await office.administrator.call('account.grantRole', { code, role: 'administrator' });
});
afterAll(() => cloud?.close());

const change = (more: Partial<Input<'rules.proposeRule'>> = {}): Input<'rules.proposeRule'> => ({
  key: 'review.workingDays',
  value: 15,
  effectiveFrom: dayFromNow(3),
  source: '会长办公会纪要〔2026〕9号',
  note: '年底申请较多',
  ...more,
});
const propose = (more: Partial<Input<'rules.proposeRule'>> = {}) => office.administrator.call('rules.proposeRule', change(more));
const second = () => as('administrator-2');

const inputs: { readonly [K in keyof typeof rules as (typeof rules)[K]['name']]: object } = {
  'rules.rules': { group: 'entry' },
  'rules.rule': { key: 'review.workingDays' },
  'rules.proposeRule': { key: 'review.workingDays', value: 15, effectiveFrom: '2027-01-01', source: '纪要', note: '因为' },
  'rules.approveProposal': { proposalId: 'none' },
  'rules.rejectProposal': { proposalId: 'none', reason: '不妥' },
  'rules.withdrawProposal': { proposalId: 'none' },
  'rules.reasonTemplates': {},
};
const names = Object.keys(inputs) as Extract<EndpointName, `rules.${string}`>[];
const inputOf = (name: EndpointName) => (inputs as Readonly<Record<string, object>>)[name] as Input<typeof name>;

test.each(names)('%s refuses a stranger and a caller without OPENID, and stores nothing but the note of it', async (name) => {
  const stored = () => {
    const { refusals: _refusals, ...rest } = cloud.emulator.database.dump();
    return JSON.stringify(rest);
  };
  const before = stored();
  expect((await refusal(as('stranger').call(name, inputOf(name)))).code).toBe('auth.forbidden');
  const answer = await cloud.send('account', { endpoint: name, input: inputs[name], requestId: newRequestId() });
  expect(answer).toMatchObject({ ok: false, code: 'auth.required' });
  expect(stored()).toBe(before);
});

test('staff read rules but change none; the auditor reads them too', async () => {
  for (const who of [office.officer, office.second, office.secretary])
    for (const name of names.filter((each) => /propose|approve|reject|withdraw/.test(each)))
      expect([name, (await refusal(who.call(name, inputOf(name)))).code]).toEqual([name, 'auth.forbidden']);
  const groups = await Promise.all(ruleGroupKeys.map((group) => office.officer.call('rules.rules', { group })));
  expect(groups.flatMap(({ rows }) => rows.map(({ key }) => key))).toEqual(allRules.map(({ key }) => key));
  expect((await refusal(office.officer.call('rules.rule', { key: 'no.suchRule' }))).code).toBe('notFound');
});

test('a value that the rule cannot take is refused with what is wrong where', async () => {
  const wrong = async (key: string, value: unknown) => (await refusal(propose({ key, value }))).fields;
  expect(await wrong('review.workingDays', 0)).toEqual({ value: 'number.tooSmall' });
  expect(await wrong('review.workingDays', 10.5)).toEqual({ value: 'invalid' });
  expect(await wrong('review.workingDays', 10)).toEqual({ value: 'value.unchanged' });
  expect(await wrong('entry.deciders', [])).toEqual({ value: 'required' });
  expect(await wrong('entry.deciders', ['board'])).toEqual({ 'value.0': 'choice.unknown' });
  const more = { kind: 'atLeast', numerator: 3, denominator: 2 };
  expect(await wrong('voting.council', { quorum: more, pass: more, recused: 'outOfBase' })).toMatchObject({
    'value.quorum': 'share.beyondWhole',
  });
  const year = { year: 2027, holidays: ['2027-01-01', '2027-02-30'], workingDays: [] };
  expect(await wrong('calendar', [year])).toEqual({ 'value.0.holidays.1': 'date.notReal' });
  const monday = { year: 2027, holidays: ['2027-01-01'], workingDays: ['2027-01-04'] };
  expect(await wrong('calendar', [monday])).toEqual({ 'value.0.workingDays': 'date.notWeekend' });
  expect(await wrong('templates.return', ['', '两次'])).toEqual({ 'value.0': 'required' });
  expect(await wrong('templates.return', ['两次', '两次'])).toEqual({ value: 'choice.twice' });
  expect(await wrong('member.numberFormat', { prefix: 'jscf', individual: 'G', unit: 'D', digits: 5 })).toEqual({
    'value.prefix': 'letters.format',
  });
});

test('a change can begin on a later day only, while there is time to approve it', async () => {
  const wrong = async (effectiveFrom: string) => (await refusal(propose({ effectiveFrom }))).fields.effectiveFrom;
  expect(await wrong(dayFromNow(-1))).toBe('date.tooSoon');
  expect(await wrong(dayFromNow(0))).toBe('date.tooSoon');
  expect(await wrong(dayFromNow(1000))).toBe('date.tooFar');
  expect(await wrong('2027-02-30')).toBe('date.notReal');
});

test('nobody approves or rejects their own proposal, and only its proposer takes it back', async () => {
  const { id: proposalId } = await propose();
  const own = office.administrator;
  expect((await refusal(own.call('rules.approveProposal', { proposalId }))).code).toBe('auth.conflictOfInterest');
  expect((await refusal(own.call('rules.rejectProposal', { proposalId, reason: '不' }))).code).toBe('auth.conflictOfInterest');
  expect((await refusal(second().call('rules.withdrawProposal', { proposalId }))).code).toBe('auth.forbidden');
  // One at a time: a second proposal would be about a rule that may be another one by then.
  expect((await refusal(second().call('rules.proposeRule', change({ value: 20 })))).code).toBe('wrongStatus');
  const shown = await own.call('rules.rule', { key: 'review.workingDays' });
  expect(shown.proposals[0]?.can).toEqual({ approve: false, reject: false, withdraw: true });
  expect(shown.can).toEqual({ propose: false, replay: false });
  await own.call('rules.withdrawProposal', { proposalId });
  expect((await refusal(second().call('rules.approveProposal', { proposalId }))).code).toBe('wrongStatus');
});

test('a proposal waits in the workbench of those who may approve it, but not of its proposer', async () => {
  const { id: proposalId } = await propose({ key: 'draft.retentionDays', value: 120 });
  await settle(cloud);
  const lines = async (who: typeof office.administrator) =>
    (await who.call('account.workbench', {})).rows.filter(({ kind }) => kind === 'approveRule');
  expect(await lines(second())).toMatchObject([
    { reference: '草稿保留多久', page: 'staff/pages/rule/index?key=draft.retentionDays' },
  ]);
  expect(await lines(office.administrator)).toEqual([]);
  await second().call('rules.rejectProposal', { proposalId, reason: '九十天够用' });
  await settle(cloud);
  expect(await lines(second())).toEqual([]);
  const told = await office.administrator.call('account.inbox', {});
  expect(told.rows[0]).toMatchObject({ kind: 'ruleRejected', facts: { rule: '草稿保留多久' } });
  const { proposals } = await office.administrator.call('rules.rule', { key: 'draft.retentionDays' });
  expect(proposals[0]).toMatchObject({ state: 'rejected', reason: '九十天够用', by: '管一', decidedBy: '管二' });
});

test('what was not approved in time can only be rejected or taken back', async () => {
  const { id: proposalId } = await propose({ key: 'application.appealDays', value: 45, effectiveFrom: dayFromNow(2) });
  await cloud.emulator.clock.advance(2 * 24 * hour);
  expect((await refusal(second().call('rules.approveProposal', { proposalId }))).code).toBe('wrongStatus');
  const { proposals } = await second().call('rules.rule', { key: 'application.appealDays' });
  expect(proposals[0]?.can).toEqual({ approve: false, reject: true, withdraw: false });
  await second().call('rules.rejectProposal', { proposalId, reason: '过了日子' });
});
