/** Characters of a unified social credit code in the order of their values: no I, O, S, V, Z. */
const characters = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** What is wrong with a unified social credit code, most basic first. */
export type CreditCodeProblem = 'uscc.format' | 'uscc.checkDigit';

/** A code as it is compared and stored: without spaces, in capitals. */
export const normalCreditCode = (value: string): string => value.replace(/\s/g, '').toUpperCase();

/**
 * Checks a unified social credit code 统一社会信用代码 (GB 32100-2015): 18 characters, six digits of a district from the third
 * on, check character by MOD 31 with weights 3^i. Spaces and lower case are accepted.
 */
export function creditCodeProblem(value: string): CreditCodeProblem | undefined {
  const code = normalCreditCode(value);
  if (!/^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/.test(code)) return 'uscc.format';
  return creditCodeCheck(code.slice(0, 17)) === code[17] ? undefined : 'uscc.checkDigit';
}

/** The check character that belongs to the first seventeen. */
export function creditCodeCheck(first17: string): string {
  let weight = 1;
  let sum = 0;
  for (const character of first17) {
    sum += characters.indexOf(character) * weight;
    weight = (weight * 3) % 31;
  }
  return characters[(31 - (sum % 31)) % 31] ?? '';
}
