import { organisation } from '../organisation';

/**
 * `JSCF-G-2026-00001-7`: G individual, D unit; year; running number without gaps; check digit (ISO 7064 MOD 11-10 over
 * year and running number).
 */
export function memberNumber(kind: 'individual' | 'unit', year: number, sequence: number): string {
  const digits = `${year}${String(sequence).padStart(5, '0')}`;
  return `${organisation.numberPrefix}-${kind === 'individual' ? 'G' : 'D'}-${digits.slice(0, 4)}-${digits.slice(4)}-${checkDigit(digits)}`;
}

/** Whether a member number has its form and its check digit; letters in either case. */
export function isMemberNumber(text: string): boolean {
  const match = /^[A-Z]+-[GD]-(\d{4})-(\d{5,})-(\d)$/.exec(text.toUpperCase());
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
