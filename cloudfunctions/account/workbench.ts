import { account } from '../../shared/account/endpoints';
import { dayOf, startOfDay } from '../../shared/dates';
import { dueKinds } from '../../shared/labels';
import { applicationFacts, memberFacts } from '../membership';
import { accounts } from '../platform/accounts';
import { page } from '../platform/cursor';
import { type DueEntry, dues } from '../platform/due';
import type { Reader } from '../platform/types';
import { useCase } from '../platform/use-case';
import { changesSince, mayDo, waitingFor, waitingQuery } from './queues';

const pageSize = 20;
const day = 24 * 3600 * 1000;
const week = 7 * day;

/** What waits for this person, most urgent first, with the names opened for this reader. */
export const workbench = useCase(account.workbench, {
  async run({ input, db, actor, now }) {
    const yesterday = startOfDay(new Date(now.getTime() - day));
    const [{ rows, next }, urgent, changes, known] = await Promise.all([
      page(db, dues, { ...waitingQuery(actor), limit: pageSize }, input.cursor),
      waitingFor(db, actor),
      changesSince(db, actor, yesterday),
      db.get(accounts, actor.id),
    ]);
    const lines = rows.filter((line) => mayDo(actor, line));
    const titles = await titlesOf(db, lines);
    return {
      name: known?.name ?? null,
      counts: { ...countsOf(urgent.lines, now), capped: urgent.capped },
      changes,
      rows: lines.map((line) => ({
        id: line._id,
        kind: line.kind,
        title: titles.get(line._id) ?? line.reference,
        reference: line.reference,
        city: line.city,
        dueAt: line.dueAt?.toISOString() ?? null,
        since: line.since.toISOString(),
        isNew: line.since >= yesterday,
        page: line.page,
      })),
      next,
      can: {
        applications: actor.may('application.read'),
        plan: actor.may('meeting.manage'),
        meetings: actor.may('meeting.read'),
        members: actor.may('member.read'),
        claims: actor.may('member.manage'),
        assist: actor.may('application.assist'),
        rebuild: actor.may('role.assign'),
      },
    };
  },
});

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
