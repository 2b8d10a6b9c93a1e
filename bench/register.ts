import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { cloudDefinition } from '../config/cloud';
import { environment } from '../config/environment';
import { type Emulator, startEmulator } from '../emulator';
import type { StoredDocument } from '../emulator/database/values';
import { buildFunctions } from '../scripts/build-functions';
import { actAs } from '../scripts/demo/acting';
import { asFunction } from '../scripts/demo/enrolment';
import { appoint, firstAdministrator } from '../scripts/demo/staff';
import { cityCodes } from '../shared/cities';
import type { Input } from '../shared/endpoints';
import { memberNumber } from '../shared/membership/member-number';
import { memberNumberFormat } from '../shared/rules/rules';
import type { Row } from './table';
import { costRows, useCaseCosts } from './use-case-cost';

/** How large the register is; a smaller one for a quick look. */
const size = Number(process.env.BENCH_MEMBERS ?? 1_000_000);
/** Lines that wait in the workbench: one for every ten members. */
const waiting = size / 10;

const surnames = [...'赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜单曾解'];
const given = [...'示例甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥'];
const standings = ['active', 'active', 'active', 'active', 'active', 'active', 'warned', 'suspended', 'resigned', 'deceased'];
const categories = ['government', 'institution', 'enterprise', 'socialOrganisation'];
const admitted = new Date('2026-01-05T02:00:00Z');

const pick = <T>(values: readonly T[], at: number): T => values[at % values.length] as T;

function personAt(index: number) {
  const name = pick(surnames, index) + pick(given, Math.floor(index / 37)) + pick(given, Math.floor(index / 900));
  const kind = index % 10 === 0 ? ('unit' as const) : ('individual' as const);
  return {
    _id: `member-${index}`,
    number: memberNumber(kind, 2026, index + 1, memberNumberFormat.value),
    kind,
    ...(kind === 'unit' ? { category: pick(categories, index / 10) } : {}),
    city: pick(cityCodes, Math.floor(index / 7)),
    standing: pick(standings, Math.floor(index / 3)),
    name,
  };
}

/** As much of a form as the member's page reads. */
const profileOf = ({ kind, name, city }: ReturnType<typeof personAt>) =>
  kind === 'unit'
    ? {
        unit: { name, code: '' },
        address: { city },
        people: {
          contactName: name,
          contactMobile: '15600000000',
          representativeName: name,
          representativeMobile: '15600000000',
        },
        profile: {},
        purpose: {},
      }
    : { identity: { name, idNumber: '' }, contact: { mobile: '15600000000', city }, work: {}, purpose: {} };

/** What staff ask of the list; in a city federation all of it within that city. */
const questions = [
  {},
  { kind: 'unit' },
  { standing: 'deceased' },
  { city: '320500', kind: 'unit', category: 'enterprise', standing: 'suspended' },
  { text: '单示例' },
  { text: '示' },
  { text: 'shan' },
  { text: 's' },
  { text: 'zeng' },
  { text: 'zengshi' },
  { text: '00001' },
  { text: 'nobodyhere' },
] as const satisfies readonly Input<'membership.members'>[];

function* documents(make: (index: number) => object, count: number): Iterable<StoredDocument> {
  for (let index = 0; index < count; index += 1) yield make(index) as StoredDocument;
}

/**
 * The collections of a register of this size, as the program would have written them, less what is sealed. Of facets and search
 * tokens only those are there that the questions ask for: entries under other keys change nothing for them and take minutes.
 */
async function load({ database, clock }: Emulator): Promise<void> {
  const [{ facetOf, facetsOf }, { plainTokens, searchOf, soundTokens }, { soundsOf }] = await Promise.all([
    import('../cloudfunctions/membership/register/facets'),
    import('../cloudfunctions/membership/register/names'),
    import('../cloudfunctions/membership/register/sounds'),
  ]);
  const inCity = questions.map((question) => ({ ...question, city: '320500' }));
  const asked = new Set([...questions, ...inCity].map(facetOf));
  const searched = new Set(questions.flatMap((question) => ('text' in question ? (searchOf(question.text)?.token ?? []) : [])));
  const known = new Map<string, readonly string[]>();
  const named = (name: string, kind: 'individual' | 'unit') => {
    const key = `${kind} ${name}`;
    const tokens = known.get(key) ?? [...plainTokens({ name, number: '' }), ...soundTokens(soundsOf(name, kind))];
    if (!known.has(key))
      known.set(
        key,
        tokens.filter((token) => searched.has(token)),
      );
    return known.get(key) ?? [];
  };
  /** Only the first number is searched for. */
  const numbered = (number: string) =>
    number.includes('-00001-') ? plainTokens({ name: '', number }).filter((token) => searched.has(token)) : [];
  const history = [{ standing: 'active', effectiveAt: admitted, at: admitted, by: '', basis: 'register' }];
  const memberAt = (index: number) => {
    const person = personAt(index);
    return {
      ...person,
      version: 1,
      person: person._id,
      identity: `identity-${index}`,
      standingHistory: history,
      admittedAt: admitted,
      application: '',
      certificate: `certificate-${index}`,
      facets: facetsOf(person).filter((facet) => asked.has(facet)),
      profile: profileOf(person),
      resolution: '入会登记册',
      standingReasons: [''],
    };
  };
  const nameAt = (index: number) => {
    const { _id, name, number, kind, city } = personAt(index);
    return { _id, version: 1, person: _id, number, city, tokens: [...named(name, kind), ...numbered(number)], read: true };
  };
  const lineAt = (index: number) => {
    const { _id, city } = personAt(index * 7);
    const since = new Date(clock.now() - (index % 400) * 3600_000);
    const audience = ['member.manage', `member.manage|${city}`];
    const about = { queue: 'member.manage', audience, city, kind: 'decideChange', record: _id, reference: '', page: '', not: [] };
    return {
      _id: `due-${index}`,
      version: 1,
      ...about,
      since,
      dueAt: since,
      urgency: since.getTime(),
      open: index % 3 !== 0,
      seq: 1,
    };
  };
  database.bulkLoad('members', documents(memberAt, size));
  database.bulkLoad('memberNames', documents(nameAt, size));
  database.bulkLoad('due', documents(lineAt, waiting));
}

/** List, search, workbench and member page on a register of a million: what they examine and how many calls they make. */
export async function benchRegister(): Promise<readonly Row[]> {
  const dataDir = await mkdtemp(path.join(os.tmpdir(), 'register-'));
  const definition = cloudDefinition({ functionsDirectory: await buildFunctions() });
  const emulator = await startEmulator({ definition, dataDir, port: 0, timers: 'manual' });
  try {
    const started = performance.now();
    await asFunction(emulator, () => load(emulator));
    const loaded = (performance.now() - started) / 1000;
    const chief = actAs(emulator, 'o-chief');
    await firstAdministrator(chief, '管理员', environment.FIRST_ADMINISTRATOR_CODE.localOnly);
    const officer = actAs(emulator, 'o-officer');
    await appoint(chief, officer, '联络员', [{ role: 'liaisonOfficer' }]);
    const city = actAs(emulator, 'o-city');
    await appoint(chief, city, '市级', [{ role: 'cityOfficer', city: '320500' }]);
    const from = emulator.functionLog.entries.length;
    for (const who of [officer, city]) {
      for (const input of questions) {
        const { next } = await who.call('membership.members', input);
        if (next) await who.call('membership.members', { ...input, cursor: next });
      }
      const { next } = await who.call('account.workbench', {});
      if (next) await who.call('account.workbench', { cursor: next });
      await who.call('account.home', {});
    }
    const { rows } = await officer.call('membership.members', { text: 'zeng' });
    for (const { id } of rows.slice(0, 3)) await officer.call('membership.member', { memberId: id });
    return [
      { what: 'members in the register', value: size, unit: '' },
      { what: 'loading it', value: loaded, unit: 's' },
      ...costRows(useCaseCosts(emulator.functionLog.entries.slice(from))),
    ];
  } finally {
    await emulator.close();
    await rm(dataDir, { recursive: true, force: true });
  }
}
