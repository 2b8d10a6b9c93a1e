import { cities } from '../cities';
import { maskIdNumber, maskMobile } from '../identity/mask';
import { genderLabels, idTypeLabels } from '../labels';
import { sensitiveFields } from './change-fields';

type Value = string | readonly string[];
type Table = Readonly<Record<string, string>>;

/** Tables that make words of codes, by the last part of a field's path. */
const tables: Readonly<Record<string, Table>> = { city: cities, gender: genderLabels, idType: idTypeLabels };

const lastPart = (field: string) => field.slice(field.lastIndexOf('.') + 1);

/** What a field holds as people read it: 南京市, not 320100. */
export function fieldInWords(field: string, value: Value): string {
  if (typeof value !== 'string') return value.join('、');
  return tables[lastPart(field)]?.[value] ?? value;
}

/** What stands for a sensitive value until its owner taps; null for any other. */
export function maskedField(field: string, value: Value): string | null {
  if (typeof value !== 'string' || value === '' || !sensitiveFields.includes(field)) return null;
  return lastPart(field) === 'idNumber' ? maskIdNumber(value) : maskMobile(value);
}

/** The value in words, masked where it is sensitive. */
export const fieldShown = (field: string, value: Value): string => maskedField(field, value) ?? fieldInWords(field, value);
