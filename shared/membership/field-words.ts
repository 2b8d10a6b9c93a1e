import { cities } from '../cities';
import { dateForDocuments } from '../dates';
import { maskIdNumber, maskMobile } from '../identity/mask';
import { genderLabels, idTypeLabels } from '../labels';
import { sensitiveFields } from './change-fields';
import { unitAnswerLabels } from './unit-labels';

type Value = string | readonly string[];
type Table = Readonly<Record<string, string>>;

/** Tables that make words of codes, by the last part of a field's path. */
const tables: Readonly<Record<string, Table>> = { city: cities, gender: genderLabels, idType: idTypeLabels };

const dates: readonly string[] = ['identity.birthDate', 'unit.foundedOn', 'profile.gradeUntil'];

const lastPart = (field: string) => field.slice(field.lastIndexOf('.') + 1);

/** What a field holds as people read it: 南京市, not 320100; 1990年2月3日, not 1990-02-03. */
export function fieldInWords(field: string, value: Value): string {
  if (typeof value !== 'string') return value.join('、');
  if (dates.includes(field) && /^\d{4}-\d\d-\d\d$/.test(value)) return dateForDocuments(`${value}T00:00:00+08:00`);
  return (unitAnswerLabels[field] ?? tables[lastPart(field)])?.[value] ?? value;
}

/** What stands for a sensitive value until its owner taps; null for any other. */
export function maskedField(field: string, value: Value): string | null {
  if (typeof value !== 'string' || value === '' || !sensitiveFields.includes(field)) return null;
  return lastPart(field) === 'idNumber' ? maskIdNumber(value) : maskMobile(value);
}

/** The value in words, masked where it is sensitive. */
export const fieldShown = (field: string, value: Value): string => maskedField(field, value) ?? fieldInWords(field, value);
