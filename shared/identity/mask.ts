/** Masks as the platform's safety guide asks: `*三`, longer `王*四`; mobile first three and last two; ID first and last. */

export function maskName(name: string): string {
  const characters = [...name];
  if (characters.length <= 1) return '*';
  if (characters.length === 2) return `*${characters[1]}`;
  return `${characters[0]}${'*'.repeat(characters.length - 2)}${characters.at(-1)}`;
}

export function maskMobile(mobile: string): string {
  return mobile.length < 6 ? '*'.repeat(mobile.length) : `${mobile.slice(0, 3)}******${mobile.slice(-2)}`;
}

export function maskIdNumber(idNumber: string): string {
  return idNumber.length < 3 ? '*'.repeat(idNumber.length) : `${idNumber[0]}${'*'.repeat(idNumber.length - 2)}${idNumber.at(-1)}`;
}
