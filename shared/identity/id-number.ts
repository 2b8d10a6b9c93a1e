const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const checks = '10X98765432';

/** What is wrong with a resident identity number, most basic first. */
export type IdNumberProblem = 'idNumber.format' | 'idNumber.birthDate' | 'idNumber.checkDigit';

/**
 * Checks an 18-digit resident identity number (GB 11643-1999): form, a birth date that exists, check digit (ISO 7064
 * MOD 11-2). A lower-case x is accepted.
 */
export function idNumberProblem(value: string): IdNumberProblem | undefined {
  const text = value.toUpperCase();
  if (!/^\d{17}[\dX]$/.test(text)) return 'idNumber.format';
  if (!isCalendarDate(birthDateOf(text))) return 'idNumber.birthDate';
  const sum = weights.reduce((total, weight, index) => total + weight * Number(text[index]), 0);
  return checks[sum % 11] === text[17] ? undefined : 'idNumber.checkDigit';
}

/** Birth date as `YYYY-MM-DD` out of a well-formed number. */
export function birthDateOf(idNumber: string): string {
  return `${idNumber.slice(6, 10)}-${idNumber.slice(10, 12)}-${idNumber.slice(12, 14)}`;
}

/** Whether `YYYY-MM-DD` names a day that exists (no 30 February). */
export function isCalendarDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}
