import type { Emulator } from '../../emulator';
import { dayOf } from '../../shared/dates';
import { creditCodeCheck } from '../../shared/identity/credit-code';
import { type Acting, actAs } from './acting';
import { atVersion, consentsOf, portraitOf } from './journey';
import { officer, unitApplicant } from './people';

interface Scene {
  readonly at: number;
  play(): Promise<void>;
}

/** The code of a company in Nanjing that is nobody's. */
const companyCode = (number: number) => {
  const code = `91320100MA${String(number).padStart(7, '0')}`;
  return code + creditCodeCheck(code);
};

/** What the contact person of an invented company writes, section by section. */
const draftsOf = (number: number) =>
  [
    {
      section: 'unit',
      values: {
        category: 'enterprise',
        subCategory: 'private',
        name: '示例物流有限公司',
        code: companyCode(number),
        legalRepresentative: '法示例',
        foundedOn: '2012-05-18',
        size: 'upTo300',
        supervisingBody: '无',
      },
    },
    { section: 'address', values: { city: '320100', address: '示范大道示范路 3 号' } },
    {
      section: 'people',
      values: {
        contactName: unitApplicant.name,
        contactPost: '行政主管',
        contactMobile: '15600000071',
        representativeName: '法示例',
        representativePost: '总经理',
        representativeMobile: '15600000072',
      },
    },
    {
      section: 'profile',
      values: {
        introduction: '从事城市配送，有二百多名员工，设有员工互助小组。',
        fields: ['应急救援', '助困'],
        charityRecord: '两年来为救灾物资提供免费运输四十余次。',
        inspectionYear: '2025',
        inspectionResult: 'reported',
      },
    },
    {
      section: 'purpose',
      values: { purpose: '愿意把运输能力用在慈善物资上。', plan: '每年承担十次物资运输。', recommender: '' },
    },
  ] as const;

/** A company applies; an officer has begun to look it up. */
export const unitScenes = (emulator: Emulator, at: (days: number, clock: number) => number): readonly Scene[] => [
  { at: at(5, 14), play: () => apply(emulator) },
  { at: at(3, 11), play: () => lookUp(emulator) },
];

async function apply(emulator: Emulator): Promise<void> {
  const person = actAs(emulator, unitApplicant.openid);
  const { id: applicationId, version } = await fillInCompany(person, 1);
  await person.call('membership.submitApplication', { applicationId, version, consents: consentsOf('unit') });
}

/** Begins the application of a company and fills it in, with its papers; each number has a code of its own. */
export async function fillInCompany(person: Acting, number: number): Promise<{ id: string; version: number }> {
  const started = await person.call('membership.startApplication', { kind: 'unit' });
  let { version } = started;
  const applicationId = started.id;
  for (const { section, values } of draftsOf(number)) {
    const draft = { section, values } as Parameters<typeof person.call<'membership.saveDraft'>>[1]['draft'];
    ({ version } = await person.call('membership.saveDraft', { applicationId, version, draft }));
  }
  for (const kind of ['stampedForm', 'licence'] as const) {
    const fileId = await portraitOf(person, { number: 71 });
    ({ version } = await person.call('membership.attachFile', { applicationId, version, kind, fileId }));
  }
  return { id: applicationId, version };
}

/** Two of the three look-ups are there; the yearly report is still to be looked up. */
async function lookUp(emulator: Emulator): Promise<void> {
  const desk = actAs(emulator, officer.openid);
  const { rows } = await desk.call('membership.applications', { state: 'submitted' });
  const waiting = rows.find(({ kind }) => kind === 'unit');
  if (!waiting) throw new Error('no unit has applied');
  let known: { readonly id: string; readonly version: number } = await desk.call(
    'membership.acceptApplication',
    atVersion(waiting),
  );
  const looked = { result: 'notListed', source: '国家企业信用信息公示系统', checkedAt: dayOf(emulator.clock.now()) };
  for (const check of ['abnormalList', 'distrustList'] as const)
    known = await desk.call('membership.recordCompliance', { ...atVersion(known), check, ...looked });
}
