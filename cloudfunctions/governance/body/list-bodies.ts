import { governance } from '../../../shared/governance/endpoints';
import { type Body, bodies as codes } from '../../../shared/governance/lifecycle';
import type { Frequency } from '../../../shared/rules/measures';
import type { Rule } from '../../../shared/rules/rule';
import { meetingFrequencies } from '../../../shared/rules/rules';
import type { Reader } from '../../platform/types';
import { useCase } from '../../platform/use-case';
import { rulesOf } from '../../rules';
import { bodyRecords, earlierTerms } from '../bodies';
import { meetings } from '../meetings';
import { assertSeesBodies, bodyCan } from '../policies';

/** Bodies that have met less often than they should: for the list of meetings. The congress meets as it is due. */
export async function lateBodies(db: Reader, now: Date): Promise<Body[]> {
  const [rules, records] = await Promise.all([rulesOf(db, now), db.find(bodyRecords, { where: {}, limit: 100 })]);
  const late = codes.map(async (body) => {
    if (body === 'congress') return [];
    const rule = rules(meetingFrequencies[body]);
    const held = await lastHeld(db, body, rule.value.atLeast);
    return frequencyOf(held, rule, records.find(({ _id }) => _id === body)?.from, now).overdue ? [body] : [];
  });
  return (await Promise.all(late)).flat();
}

/** The deciding bodies with their terms, and whether each has met as often as it should. */
export const listBodies = useCase(governance.bodies, {
  async run({ db, actor, now }) {
    assertSeesBodies(actor);
    const rules = await rulesOf(db, now);
    const expected = (body: Body) => (body === 'congress' ? undefined : rules(meetingFrequencies[body]));
    const records = await db.find(bodyRecords, { where: {}, limit: 100 });
    const rows = codes.map(async (body) => {
      const present = records.find(({ _id }) => _id === body);
      const held = await lastHeld(db, body, expected(body)?.value.atLeast ?? 1);
      return {
        body,
        term: present?.term ?? null,
        version: present?.version ?? 0,
        seats: present?.seats.length ?? 0,
        vacant: present?.seats.filter(({ holder }) => holder === null).length ?? 0,
        earlier: earlierTerms(records, body),
        frequency: frequencyOf(held, expected(body), present?.from, now),
        can: bodyCan(actor),
      };
    });
    return { rows: await Promise.all(rows) };
  },
});

/** When the last so many meetings of a body were held, the newest first. */
async function lastHeld(db: Reader, body: Body, limit: number): Promise<readonly Date[]> {
  const rows = await db.find(meetings, { where: { body, state: 'closed' }, order: [['at', 'desc']], limit });
  return rows.map(({ at }) => at);
}

/**
 * Overdue when the body met less often in the last months than the rule expects. A body that has not met since it was set up
 * is given that long from then. "一般" in the founding document: a warning, it blocks nothing.
 */
function frequencyOf(held: readonly Date[], rule: Rule<Frequency> | undefined, from: Date | undefined, now: Date) {
  const lastHeldAt = held[0]?.toISOString() ?? null;
  if (!rule) return { lastHeldAt, expected: null, overdue: false };
  const { months, atLeast, atMost } = rule.value;
  const since = monthsBefore(now, months);
  const oldest = held.length < atLeast ? (from ?? now) : (held[atLeast - 1] ?? now);
  return { lastHeldAt, expected: { months, atLeast, atMost, source: rule.source }, overdue: oldest < since };
}

function monthsBefore(now: Date, months: number): Date {
  const before = new Date(now);
  before.setUTCMonth(before.getUTCMonth() - months);
  return before;
}
