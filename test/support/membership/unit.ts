import { dayOf } from '../../../shared/dates';
import { creditCodeCheck } from '../../../shared/identity/credit-code';
import type { AttachmentKind } from '../../../shared/membership/categories';
import { checksOf } from '../../../shared/membership/compliance';
import { conditionsOf } from '../../../shared/membership/conditions';
import { requiredConsents } from '../../../shared/membership/consents';
import type { UnitForm } from '../../../shared/membership/form';
import type { Phone, TestCloud } from '../cloud';
import { checklist } from './form';
import { uploadTo } from './photo';
import { type Officers, seenBy } from './world';

/** The smallest file that begins as a PDF does. */
export const pdf = Buffer.from('%PDF-1.4\n');

/** An invented credit code with a true check character, a different one for each `order` below 10000. */
export function creditCodeOf(order: number): string {
  const first = `52320000MJ000${String(order).padStart(4, '0')}`;
  return first + creditCodeCheck(first);
}

type Typed = Omit<UnitForm, 'attachments'>;
export type UnitChanges = { readonly [Section in keyof Typed]?: Partial<Typed[Section]> };

/** A finished form of an invented foundation. */
export const unitFormOf = (code: string, changes: UnitChanges = {}): Typed => ({
  unit: {
    category: 'socialOrganisation',
    subCategory: 'foundation',
    name: '云岫慈善基金会',
    code,
    legalRepresentative: '云岫白',
    foundedOn: '2015-06-01',
    size: 'upTo20',
    supervisingBody: '无',
    ...changes.unit,
  },
  address: { city: '320100', address: '云岫路 2 号', ...changes.address },
  people: {
    contactName: '云知远',
    contactPost: '秘书',
    contactMobile: '15600000088',
    representativeName: '云岫白',
    representativePost: '理事长',
    representativeMobile: '15600000099',
    ...changes.people,
  },
  profile: {
    introduction: '资助山区学校',
    fields: ['助学'],
    charityRecord: '三年资助二百名学生',
    assessmentGrade: 'none',
    inspectionResult: 'qualified',
    inspectionYear: '2025',
    ...changes.profile,
  },
  purpose: { purpose: '与同行一起助学', plan: '每年资助五十名学生', ...changes.purpose },
});

/** Uploads a PDF to the person's own folder. @returns its file id */
export async function uploadPaper(cloud: TestCloud, phone: Phone, body: Buffer = pdf): Promise<string> {
  const { cloudPath } = await phone.call('account.prepareUpload', { kind: 'pdf', bytes: body.length });
  return uploadTo(cloud, phone, cloudPath, body, 'application/pdf');
}

/** Begins a unit's application and fills it in, with these papers. @returns its id */
export async function fillInUnit(
  cloud: TestCloud,
  phone: Phone,
  form: Typed,
  papers: readonly AttachmentKind[] = ['stampedForm', 'licence'],
): Promise<string> {
  const { id } = await phone.call('membership.startApplication', { kind: 'unit' });
  await fillInUnitAt(cloud, phone, id, form, papers);
  return id;
}

/** Fills in a unit's application that was begun, with these papers. */
export async function fillInUnitAt(
  cloud: TestCloud,
  phone: Phone,
  applicationId: string,
  form: Typed,
  papers: readonly AttachmentKind[] = ['stampedForm', 'licence'],
): Promise<void> {
  let { version } = await phone.call('membership.application', { applicationId });
  const drafts = [
    { section: 'unit', values: form.unit },
    { section: 'address', values: form.address },
    { section: 'people', values: form.people },
    { section: 'profile', values: form.profile },
    { section: 'purpose', values: form.purpose },
  ] as const;
  for (const draft of drafts) ({ version } = await phone.call('membership.saveDraft', { applicationId, version, draft }));
  for (const kind of papers) {
    const fileId = await uploadPaper(cloud, phone);
    ({ version } = await phone.call('membership.attachFile', { applicationId, version, kind, fileId }));
  }
}

/** Hands a unit's application in as it stands. */
export async function submitUnit(phone: Phone, applicationId: string, options: { readonly tag?: string } = {}) {
  const { version } = await phone.call('membership.application', { applicationId });
  return phone.call('membership.submitApplication', { applicationId, version, consents: [...requiredConsents('unit')] }, options);
}

const found = { abnormalList: 'notListed', distrustList: 'notListed', annualInspection: 'passed', assessment: 'none' } as const;

/** Takes a unit's submitted application through look-ups and both reviews. */
export async function reviewUnit({ liaison, second }: Officers, applicationId: string): Promise<void> {
  await liaison.call('membership.acceptApplication', await seenBy(liaison, applicationId));
  const { category, submittedAt } = await liaison.call('membership.reviewApplication', { applicationId });
  const looked = { source: '信用中国', checkedAt: dayOf(submittedAt ?? '') };
  for (const check of checksOf(category ?? undefined)) {
    const seen = await seenBy(liaison, applicationId);
    await liaison.call('membership.recordCompliance', { ...seen, check, result: found[check], ...looked });
  }
  const conditions = conditionsOf(category ?? undefined).map((condition) => ({
    condition,
    judgement: 'met' as const,
    evidence: '见证明材料',
  }));
  const seen = await seenBy(liaison, applicationId);
  await liaison.call('membership.recommendApplication', {
    ...seen,
    checklist: { ...checklist, conditions },
    opinion: '同意提请复审',
  });
  await second.call('membership.endorseApplication', await seenBy(second, applicationId));
}
