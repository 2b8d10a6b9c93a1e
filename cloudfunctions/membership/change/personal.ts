import { dateForDocuments } from '../../../shared/dates';
import {
  applicationActionLabels,
  applicationStateLabels,
  fieldLabels,
  memberKindLabels,
  standingLabels,
} from '../../../shared/labels';
import { changeKindLabels, changeStateLabels } from '../../../shared/membership/change-labels';
import { fieldInWords } from '../../../shared/membership/field-words';
import { mayDo } from '../../../shared/membership/standing';
import type { Actor, Reader } from '../../platform/types';
import { aboutThem, applicationsOf } from '../application/held';
import { isEnded } from '../applications';
import { disclosures } from '../disclosures';
import { members } from '../members';
import { namesOf } from '../people';
import { memberChanges } from './changes';

/** One heading of the copy of a person's data, in words. */
export interface DataSection {
  readonly title: string;
  readonly rows: readonly { readonly label: string; readonly value: string }[];
}

const row = (label: string, value: string) => ({ label, value });
const words = (field: string, value: unknown): string =>
  typeof value === 'string' || Array.isArray(value)
    ? fieldInWords(field, value as string | readonly string[])
    : JSON.stringify(value);

/** Every field of a form that holds something, as people read it. */
function formRows(form: object | undefined) {
  return Object.entries(form ?? {}).flatMap(([section, values]) =>
    Object.entries((values ?? {}) as object)
      .filter(([, value]) => value !== undefined && value !== '')
      .map(([name, value]) => row(fieldLabels[`${section}.${name}`] ?? `${section}.${name}`, words(`${section}.${name}`, value))),
  );
}

/** Memberships and applications of a person; four reads at most. */
export async function personalRecords(db: Reader, actor: Actor): Promise<readonly DataSection[]> {
  const { memberId, represents } = actor;
  const [found, own] = await Promise.all([
    db.getMany(members, [...(memberId ? [memberId] : []), ...represents]),
    applicationsOf(db, actor),
  ]);
  const memberships = found.map((member) => ({
    title: `${memberKindLabels[member.kind]} ${member.number}`,
    rows: [
      row('名称', member.name),
      row('会籍', standingLabels[member.standing] ?? member.standing),
      row('入会日期', dateForDocuments(member.admittedAt)),
      ...formRows(member.profile),
    ],
  }));
  const asked = own.map(({ reference, state, form, consents, history }) => ({
    title: `入会申请 ${reference}`,
    rows: [
      row('状态', applicationStateLabels[state]),
      ...formRows(form),
      ...consents.map(({ key, version, at }) => row(`同意 ${key}`, `第 ${version} 版，${dateForDocuments(at)}`)),
      ...history.map(({ action, at }) => row(applicationActionLabels[action] ?? action, dateForDocuments(at))),
    ],
  }));
  return [...memberships, ...asked];
}

/** Changes of a person's memberships, and who saw their identity number; seven reads at most. */
export async function personalHistory(db: Reader, actor: Actor): Promise<readonly DataSection[]> {
  const { memberId, represents } = actor;
  const theirs = [...(memberId ? [memberId] : []), ...represents];
  const [lists, seen] = await Promise.all([
    Promise.all(
      theirs.slice(0, 2).map((member) => db.find(memberChanges, { where: { member }, order: [['at', 'desc']], limit: 100 })),
    ),
    disclosuresTo(db, actor),
  ]);
  const nameOf = await namesOf(
    db,
    seen.map(({ by }) => by),
  );
  return [
    ...lists.flat().map(({ reference, kind, state, at, changes }) => ({
      title: `${changeKindLabels[kind]} ${reference}`,
      rows: [
        row('日期', dateForDocuments(at)),
        row('结果', changeStateLabels[state]),
        ...changes.map(({ field, before, after }) =>
          row(fieldLabels[field] ?? field, `${fieldInWords(field, before)} → ${fieldInWords(field, after)}`),
        ),
      ],
    })),
    {
      title: '查看证件号码的记录',
      rows: seen.map(({ at, by, reason }) => row(dateForDocuments(at), `${nameOf(by)}：${reason}`)),
    },
  ];
}

async function disclosuresTo(db: Reader, actor: Actor) {
  const about = await aboutThem(db, actor);
  return about.length === 0 ? [] : db.find(disclosures, { where: { about: { in: about } }, order: [['at', 'desc']], limit: 100 });
}

/** What a person agreed to with their applications, newest first, and the one under way; three reads at most. */
export async function consentsGiven(db: Reader, actor: Actor) {
  const own = await applicationsOf(db, actor);
  const given = own.flatMap(({ reference, consents }) => [...consents].reverse().map((consent) => ({ ...consent, reference })));
  return { given, underWay: own.find((application) => !isEnded(application))?.reference ?? null };
}

/** Whether an account holds a membership that lasts, its own or a unit's; one read of each kind. */
export async function lastingMembership(db: Reader, account: string): Promise<'member' | 'represents' | null> {
  const [own, units] = await Promise.all(
    (['individual', 'unit'] as const).map((kind) => db.find(members, { where: { account, kind }, limit: 20 })),
  );
  const lasts = ({ standing }: { readonly standing: string }) => mayDo(standing, 'actAsMember');
  if (own?.some(lasts)) return 'member';
  return units?.some(lasts) ? 'represents' : null;
}
