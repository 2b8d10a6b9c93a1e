import { birthDateOf, idNumberProblem } from '../../../shared/identity/id-number';
import { requiredConsents } from '../../../shared/membership/consents';
import type { IndividualForm } from '../../../shared/membership/form';

/** An invented resident identity number with a true check digit, a different one for each `order` below 1000. */
export function idNumberOf(order: number, birthDate = '19900307'): string {
  const first = `320106${birthDate}${String(order).padStart(3, '0')}`;
  const check = [...'0123456789X'].find((digit) => !idNumberProblem(first + digit));
  return first + check;
}

export type FormWithoutPhoto = Omit<IndividualForm, 'photo'>;
export type Changes = { readonly [Section in keyof FormWithoutPhoto]?: Partial<FormWithoutPhoto[Section]> };

/** A finished form of an invented person. */
export function formOf(idNumber: string, changes: Changes = {}): FormWithoutPhoto {
  return {
    identity: {
      name: '云若溪',
      gender: 'female',
      birthDate: birthDateOf(idNumber),
      idType: 'residentId',
      idNumber,
      ...changes.identity,
    },
    contact: { mobile: '15600000077', city: '320100', address: '云岫路 1 号', ...changes.contact },
    work: { employer: '云岫公司', post: '工程师', fields: ['助老'], ...changes.work },
    purpose: { purpose: '愿意帮助邻里老人', plan: '每月两次上门探访', ...changes.purpose },
  };
}

/** The consents that a submission needs, as they read now. */
export const allConsents = [...requiredConsents('individual')];

/** A checklist that an officer may send. */
export const checklist = {
  willing: { judgement: 'met', evidence: '本人表达了意愿' },
  able: { judgement: 'met', evidence: '有固定的时间' },
  influential: { judgement: 'doubtful', evidence: '影响在社区一级' },
} as const;
