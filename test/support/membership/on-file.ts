import { enrol, type IndividualEntry, type RegisteredMember } from '../../../scripts/demo/enrolment';
import type { Input } from '../../../shared/endpoints';
import type { Phone } from '../cloud';
import { formOf, idNumberOf } from './form';
import type { World } from './world';

/** A record of the register that nobody has claimed, and what its holder would type. */
export interface OnFile {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly typed: Input<'membership.claimRecord'>;
  /** Last four digits of the mobile. */
  readonly mobile: string;
}

export interface Given {
  readonly name?: string;
  readonly city?: string;
  readonly standing?: string;
  readonly mobile?: string;
  readonly idNumber?: string;
}

let people = 300;
let batches = 0;

/** Takes people into the register as an import does. Each has a name of their own unless one is given. */
export async function onFile(world: World, given: readonly Given[]): Promise<readonly OnFile[]> {
  const before = world.cloud.emulator.database.documents('members').length;
  const entries = given.map(registered);
  await enrol(world.cloud.emulator, entries, { year: 1990 + (batches += 1), number: 0 });
  await world.settle();
  const added = [...world.cloud.emulator.database.documents('members')]
    .sort((a, b) => String(a.number).localeCompare(String(b.number)))
    .slice(before);
  return entries.map(({ kind, name, profile }, index) => ({
    id: String(added[index]?._id),
    number: String(added[index]?.number),
    name,
    typed: { kind, name, lastFour: profile.identity.idNumber.slice(-4) },
    mobile: profile.contact.mobile.slice(-4),
  }));
}

function registered({ name, city = '320100', standing = 'active', mobile, idNumber }: Given): RegisteredMember & IndividualEntry {
  people += 1;
  const named = name ?? `云在册${people}`;
  const profile = formOf(idNumber ?? idNumberOf(people), {
    identity: { name: named },
    contact: { city, mobile: mobile ?? `1560000${String(1000 + people).slice(-4)}` },
  });
  return {
    kind: 'individual',
    name: named,
    city: city as RegisteredMember['city'],
    admittedAt: new Date('2026-01-05T02:00:00Z'),
    standing: standing as RegisteredMember['standing'],
    profile: { ...profile, photo: { photo: 'cloud://register/none.png' } },
  };
}

export const inPerson = { method: 'inPerson', note: '当面核对身份证，与登记一致' } as const;

/** What an officer sends to give the claimant a record, as they see both now. */
export async function toConfirm(officer: Phone, claimId: string, memberId: string, number?: string) {
  const seen = await officer.call('membership.claim', { claimId, ...(number ? { number } : {}) });
  const candidate = seen.candidates.find((found) => found.memberId === memberId);
  if (!candidate) throw new Error('the record is not among the candidates');
  return { claimId, version: seen.version, memberId, memberVersion: candidate.version, verification: inPerson };
}

/** Claims a record on a phone and has it confirmed. */
export async function claimed(officer: Phone, phone: Phone, record: OnFile): Promise<string> {
  const { id } = await phone.call('membership.claimRecord', record.typed);
  await officer.call('membership.confirmClaim', await toConfirm(officer, id, record.id));
  return id;
}
