import { againTag, decidedOn, otherResult, replayInWords } from './replayed';

type Row = Parameters<typeof againTag>[0];
const row = (more: Partial<Row> = {}): Row => ({
  item: 'item-1',
  reference: 'SQ-2026-7K3M9Q',
  entries: 0,
  meetingTitle: '会长办公会 2026年第1次会议',
  decidedAt: '2026-11-22T06:30:00.000Z',
  rule: 'voting.presidentsOffice@1',
  stored: 'passed',
  again: 'passed',
  same: true,
  under: null,
  ...more,
});

it('says how many came out again, and how many would differ under the version asked about', () => {
  const rows = [row(), row({ under: 'passed' }), row({ under: 'notPassed' })];
  expect(replayInWords(rows, undefined)).toBe('已复核 3 项，结果都与当时一致');
  expect(replayInWords(rows, 2)).toBe('已复核 3 项，结果都与当时一致；按第 2 版重算其中 2 项，1 项结果不同');
  expect(rows.map(otherResult)).toEqual([undefined, undefined, '按这一版：未通过']);
});

it('says so when a decision does not come out again, or its rule is not known', () => {
  const wrong = row({ again: 'noQuorum', same: false });
  expect(replayInWords([row(), wrong], undefined)).toBe('已复核 2 项，有 1 项与当时不一致');
  expect(againTag(wrong)).toEqual({ kind: 'danger', text: '重算为出席不足，不能表决' });
  expect(againTag(row({ again: null, same: false }))).toEqual({ kind: 'danger', text: '当时的规则已不可查' });
});

it('names what was decided by its reference, a batch by its size', () => {
  expect([row(), row({ reference: '', entries: 12 }), row({ reference: '' })].map(decidedOn)).toEqual([
    'SQ-2026-7K3M9Q',
    '12 名新会员',
    '其他事项',
  ]);
});
