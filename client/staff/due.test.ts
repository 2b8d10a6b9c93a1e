import { dueInWords, groups, headline, statsOf, urgencyOf } from './due';

const now = new Date('2026-11-23T10:00:00+08:00');
const at = (moment: string) => new Date(`${moment}+08:00`).toISOString();

describe('how soon something is due', () => {
  it.each([
    [null, 'later'],
    [at('2026-11-23T09:59:59'), 'overdue'],
    [now.toISOString(), 'today'],
    [at('2026-11-23T23:59:59'), 'today'],
    [at('2026-11-24T00:00:00'), 'week'],
    [at('2026-11-30T09:59:59'), 'week'],
    [at('2026-11-30T10:00:00'), 'later'],
  ])('%s is %s on 23 November at ten', (dueAt, urgency) => {
    expect(urgencyOf(dueAt, now)).toBe(urgency);
  });

  it('is today by the day in Shanghai, whatever the day of the phone', () => {
    expect(urgencyOf(at('2026-11-24T00:30:00'), new Date(at('2026-11-24T00:10:00')))).toBe('today');
  });

  it('has one group for every urgency, most urgent first', () => {
    expect(groups.map(({ key }) => key)).toEqual(['overdue', 'today', 'week', 'later']);
  });
});

describe('when something is due, in words', () => {
  const since = at('2026-11-19T08:00:00');
  it.each([
    ['reviewApplication', null, '11月19日 周四起'],
    ['reviewApplication', at('2026-11-23T17:30:00'), '今天 17:30 前'],
    ['reviewApplication', at('2026-11-23T09:00:00'), '今天 09:00 已到期'],
    ['secondReview', at('2026-11-20T17:30:00'), '超期 3 天'],
    ['runMeeting', at('2026-11-23T14:30:00'), '今天 14:30 开会'],
    ['vote', at('2026-11-20T14:30:00'), '11月20日 周五 14:30 开会'],
  ])('%s due %s: %s', (kind, dueAt, words) => {
    expect(dueInWords({ kind, dueAt, since }, now)).toBe(words);
  });
});

describe('the headline of the workbench', () => {
  it.each([
    [{ overdue: 1, today: 3, week: 2, all: 17 }, '今天要办 4 件，先办超期的 1 件'],
    [{ overdue: 1, today: 0, week: 2, all: 3 }, '超期 1 件，先办它'],
    [{ overdue: 2, today: 0, week: 0, all: 2 }, '超期 2 件，先办它们'],
    [{ overdue: 0, today: 2, week: 0, all: 2 }, '今天要办 2 件'],
    [{ overdue: 0, today: 0, week: 2, all: 5 }, '今天没有到期的，七天内要办 2 件'],
    [{ overdue: 0, today: 0, week: 0, all: 5 }, '没有急事，在办 5 件'],
    [{ overdue: 0, today: 0, week: 0, all: 0 }, '都办完了'],
  ])('%j: %s', (counts, text) => {
    expect(headline({ ...counts, capped: false })).toBe(text);
  });

  it.each([
    [{ overdue: 0, today: 0, week: 0, all: 100 }, '没有急事，在办 100+ 件'],
    [{ overdue: 100, today: 0, week: 0, all: 100 }, '超期 100+ 件，先办它们'],
    [{ overdue: 2, today: 98, week: 0, all: 100 }, '今天要办 100+ 件，先办超期的 2 件'],
    [{ overdue: 0, today: 7, week: 93, all: 100 }, '今天要办 7 件'],
  ])('says of %j, where a hundred were counted and there are more: %s', (counts, text) => {
    expect(headline({ ...counts, capped: true })).toBe(text);
  });

  it('puts the sign of more at the numbers that the limit cut off, and only there', () => {
    const shown = statsOf({ overdue: 2, today: 3, week: 95, all: 100, capped: true });
    expect(shown.map(({ value, more }) => `${value}${more ? '+' : ''}`)).toEqual(['2', '3', '95+', '100+']);
  });
});
