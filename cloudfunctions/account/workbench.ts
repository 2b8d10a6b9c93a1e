import { account } from '../../shared/account/endpoints';
import { dayOf } from '../../shared/dates';
import { dueKinds } from '../../shared/labels';
import { applicationFacts, memberFacts } from '../membership';
import { accounts } from '../platform/accounts';
import type { DueEntry } from '../platform/due';
import { AppError } from '../platform/errors';
import type { Reader } from '../platform/types';
import { useCase } from '../platform/use-case';
import { waitingFor } from './queues';

const pageSize = 20;
const week = 7 * 24 * 3600 * 1000;

/** What waits for this person, most urgent first, with the names opened for this reader. */
export const workbench = useCase(account.workbench, {
  async run({ input, db, actor, now }) {
    const [lines, known] = await Promise.all([waitingFor(db, actor), db.get(accounts, actor.id)]);
    const start = startOf(input.cursor, lines);
    const page = lines.slice(start, start + pageSize);
    const titles = await titlesOf(db, page);
    const rows = page.map((line) => ({
      id: line._id,
      kind: line.kind,
      title: titles.get(line._id) ?? line.reference,
      reference: line.reference,
      city: line.city,
      dueAt: line.dueAt?.toISOString() ?? null,
      since: line.since.toISOString(),
      page: line.page,
    }));
    const last = page.at(-1);
    const next = last && start + pageSize < lines.length ? last._id : null;
    const can = { plan: actor.may('meeting.manage'), meetings: actor.may('meeting.read') };
    return { name: known?.name ?? null, counts: countsOf(lines, now), rows, next, can };
  },
});

/** The page after a line: the cursor is its id. A line that was done meanwhile cannot be found, and the list begins anew. */
function startOf(cursor: string | undefined, lines: readonly DueEntry[]): number {
  if (cursor === undefined) return 0;
  if (!/^[0-9A-Za-z_-]{43}$/.test(cursor)) throw new AppError('request.invalid', { fields: { cursor: 'cursor.format' } });
  return lines.findIndex(({ _id }) => _id === cursor) + 1;
}

/** Each line counts once: overdue, else today (Asia/Shanghai), else within seven days. */
function countsOf(lines: readonly DueEntry[], now: Date) {
  const today = dayOf(now);
  const dates = lines.flatMap(({ dueAt }) => dueAt ?? []);
  const overdue = dates.filter((at) => at < now);
  const dueToday = dates.filter((at) => at >= now && dayOf(at) === today);
  const dueThisWeek = dates.filter((at) => at >= now && dayOf(at) !== today && at.getTime() - now.getTime() < week);
  return { overdue: overdue.length, today: dueToday.length, week: dueThisWeek.length, all: lines.length };
}

/** 入会审查：沈若兰; a line about neither an application nor a member shows its reference, such as the title of a meeting. */
async function titlesOf(db: Reader, lines: readonly DueEntry[]): Promise<ReadonlyMap<string, string>> {
  const about = (whom: 'application' | 'member') =>
    lines.filter(({ kind }) => dueKinds[kind]?.about === whom).map(({ record }) => record);
  const facts = await Promise.all([applicationFacts(db, about('application')), memberFacts(db, about('member'))]);
  const names = new Map(facts.flat().map(({ id, name }) => [id, name]));
  return new Map(lines.map((line) => [line._id, titleOf(line, names.get(line.record))]));
}

const titleOf = ({ kind, reference }: DueEntry, name: string | undefined) =>
  `${dueKinds[kind]?.label ?? kind}：${name ?? reference}`;
