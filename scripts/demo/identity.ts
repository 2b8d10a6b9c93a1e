import { idNumberProblem } from '../../shared/identity/id-number';

const digits = '0123456789X';

/**
 * An identity number that passes every check and is nobody's: the running number 000 is never given out (GB 11643 counts
 * births from 001), so all invented people have it.
 *
 * @param area six digits of a city
 * @param birthDate `YYYY-MM-DD`
 */
export function inventedIdNumber(area: string, birthDate: string): string {
  const stem = `${area}${birthDate.replaceAll('-', '')}000`;
  const last = [...digits].find((digit) => idNumberProblem(stem + digit) === undefined);
  if (last === undefined) throw new Error(`no identity number for ${area} ${birthDate}`);
  return stem + last;
}

/** A mobile number of a range kept for the demonstration: 15600000xxx. */
export const inventedMobile = (number: number) => `15600000${String(number).padStart(3, '0')}`;
