import type { City } from '../../shared/cities';
import type { Input, Output } from '../../shared/endpoints';
import { requiredConsents } from '../../shared/membership/consents';
import type { MemberKind } from '../../shared/membership/form';
import type { Acting } from './acting';
import { inventedIdNumber, inventedMobile } from './identity';
import { inventedPhoto } from './photo';

/** An invented applicant: what they write into the form. */
export interface Applicant {
  readonly name: string;
  readonly gender: 'female' | 'male';
  readonly birthDate: string;
  readonly city: City;
  /** Last three digits of the mobile, and which portrait. */
  readonly number: number;
  readonly employer: string;
  readonly post: string;
  readonly fields: readonly string[];
  readonly purpose: string;
  readonly plan: string;
  /** Member number of who recommends. */
  readonly recommender?: string;
}

type Draft = Input<'membership.saveDraft'>['draft'];
type Submitted = Output<'membership.submitApplication'>;
type Checklist = Input<'membership.recommendApplication'>['checklist'];

/** The four sections as the form pages save them. */
export function draftsOf(applicant: Applicant): readonly Draft[] {
  const { name, gender, birthDate, city, number, employer, post, fields, purpose, plan, recommender = '' } = applicant;
  const idNumber = inventedIdNumber(city, birthDate);
  return [
    { section: 'identity', values: { name, gender, birthDate, idType: 'residentId', idNumber } },
    { section: 'contact', values: { mobile: inventedMobile(number), city, address: '示范街道示范路 1 号' } },
    { section: 'work', values: { employer, post, fields: [...fields] } },
    { section: 'purpose', values: { purpose, plan, recommender } },
  ];
}

/** Uploads an invented portrait. @returns its file id */
export async function portraitOf(person: Acting, { number }: Pick<Applicant, 'number'>): Promise<string> {
  const content = inventedPhoto(number);
  const { cloudPath } = await person.call('account.prepareUpload', { kind: 'png', bytes: content.length });
  return person.upload(cloudPath, content);
}

/** Begins an application and fills in the first `sections` of it; a whole one has four and the photograph. */
export async function fillIn(person: Acting, applicant: Applicant, sections = 5): Promise<{ id: string; version: number }> {
  const started = await person.call('membership.startApplication', { kind: 'individual' });
  let { version } = started;
  for (const draft of draftsOf(applicant).slice(0, sections)) {
    ({ version } = await person.call('membership.saveDraft', { applicationId: started.id, version, draft }));
  }
  if (sections < 5) return { id: started.id, version };
  const fileId = await portraitOf(person, applicant);
  ({ version } = await person.call('membership.attachPhoto', { applicationId: started.id, version, fileId }));
  return { id: started.id, version };
}

/** Everything that a submission of this kind needs agreement to. */
export const consentsOf = (kind: MemberKind) => [...requiredConsents(kind)];

/** A whole application, handed in. */
export async function apply(person: Acting, applicant: Applicant): Promise<Submitted> {
  const { id, version } = await fillIn(person, applicant);
  return person.call('membership.submitApplication', { applicationId: id, version, consents: consentsOf('individual') });
}

/** Corrects what was asked for at a returned application, and hands it in again. */
export async function correct(person: Acting, application: Record, applicant: Applicant): Promise<Submitted> {
  let { version } = application;
  for (const draft of draftsOf(applicant).slice(2))
    ({ version } = await person.call('membership.saveDraft', { applicationId: application.id, version, draft }));
  return submit(person, { ...application, version });
}

/** Hands an application in as it stands now. */
export async function submit(person: Acting, application: { readonly id: string; readonly version: number }): Promise<Submitted> {
  return person.call('membership.submitApplication', {
    applicationId: application.id,
    version: application.version,
    consents: consentsOf('individual'),
  });
}

const checklist: Checklist = {
  willing: { judgement: 'met', evidence: '申请书写明入会目的，承诺书已确认' },
  able: { judgement: 'met', evidence: '有固定时间与专长，近两年参加志愿服务' },
  influential: { judgement: 'met', evidence: '在本地同行中有代表性，有社区反馈' },
};

type Record = { readonly id: string; readonly version: number };
const at = ({ id, version }: Record) => ({ applicationId: id, version });

/** Accepted by an officer and recommended. */
export async function review(officer: Acting, application: Record): Promise<Record> {
  const accepted = await officer.call('membership.acceptApplication', at(application));
  return officer.call('membership.recommendApplication', { ...at(accepted), checklist, opinion: '材料齐全，建议提交会议讨论。' });
}

/** Reviewed by two people: waits for a meeting. */
export async function reviewTwice(officer: Acting, second: Acting, application: Record): Promise<Record> {
  return second.call('membership.endorseApplication', at(await review(officer, application)));
}

export { at as atVersion };
