import type { NumberFormat } from '../rules/measures';

/**
 * `JSCF-G-2026-00001-7` by the rule of the day: letters of the federation and of the kind of member; year; running number
 * without gaps; check digit (ISO 7064 MOD 11-10 over year and running number).
 */
export function memberNumber(kind: 'individual' | 'unit', year: number, sequence: number, format: NumberFormat): string {
  const running = String(sequence).padStart(format.digits, '0');
  return `${format.prefix}-${format[kind]}-${year}-${running}-${checkDigit(`${year}${running}`)}`;
}

/** Whether a member number, of whatever rule's day, has its form and its check digit; letters in either case. */
export function isMemberNumber(text: string): boolean {
  const match = /^[A-Z]{1,8}-[A-Z]{1,8}-(\d{4})-(\d{4,})-(\d)$/.exec(text.toUpperCase());
  return match?.[3] !== undefined && checkDigit(`${match[1]}${match[2]}`) === match[3];
}

function checkDigit(digits: string): string {
  let product = 10;
  for (const digit of digits) {
    const sum = (Number(digit) + product) % 10 || 10;
    product = (sum * 2) % 11;
  }
  return String((11 - product) % 10);
}
