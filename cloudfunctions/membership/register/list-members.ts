import { membership } from '../../../shared/membership/endpoints';
import { page } from '../../platform/cursor';
import type { Condition, ReadContext } from '../../platform/types';
import { useCase } from '../../platform/use-case';
import { type Member, members } from '../members';
import { facetOf } from './facets';
import { holds, memberNames, searchOf } from './names';

type Context = ReadContext<typeof membership.members>;

const rowsPerPage = 20;

/** Members within the officer's reach, by number: all that fit the filters, or those that a text finds. */
export const listMembers = useCase(membership.members, {
  async run(context) {
    const { actor, input } = context;
    const reach = actor.reach('member.read');
    const cities = reach === 'all' ? [input.city] : reach.filter((city) => input.city === undefined || city === input.city);
    if (cities.length === 0) return { rows: [], next: null };
    const { rows, next } = await (input.text === undefined ? filtered(context, cities) : found(context, input.text, cities));
    return { rows: rows.map(presentRow), next };
  },
});

/** One value is an equality, which an index serves in order. */
const oneOf = (values: readonly string[]): Condition =>
  values.length === 1 && values[0] !== undefined ? values[0] : { in: values };

function filtered({ db, input }: Context, cities: readonly (string | undefined)[]) {
  const { kind, standing, category } = input;
  const facets = oneOf(cities.map((city) => facetOf({ city, kind, standing, category })));
  return page(db, members, { where: { facets }, order: [['number', 'asc']], limit: rowsPerPage }, input.cursor);
}

/** The text is looked up as one blind token; what else was asked for is compared with the members it finds. */
async function found({ db, input }: Context, text: string, cities: readonly (string | undefined)[]) {
  const search = searchOf(text);
  if (!search) return { rows: [], next: null };
  const known = cities.filter((city) => city !== undefined);
  const where = { tokens: search.token, ...(known.length > 0 && { city: oneOf(known) }) };
  const { rows, next } = await page(db, memberNames, { where, order: [['number', 'asc']], limit: rowsPerPage }, input.cursor);
  const named = await db.getMany(
    members,
    rows.map(({ _id }) => _id),
  );
  const fits = ({ kind, standing, category, city, name }: Member) =>
    (input.kind ?? kind) === kind &&
    (input.standing ?? standing) === standing &&
    (input.category ?? category) === category &&
    // The member may have moved a moment ago: what the record says decides.
    (known.length === 0 || known.includes(city)) &&
    holds(name, search.holds);
  return { rows: named.filter(fits), next };
}

const presentRow = ({ _id, number, kind, category, name, city, standing, admittedAt }: Member) => ({
  id: _id,
  number,
  kind,
  category: category ?? null,
  name,
  city,
  standing,
  admittedAt: admittedAt.toISOString(),
});
