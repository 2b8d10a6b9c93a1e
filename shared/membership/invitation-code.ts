/** Length of an invitation code, in Crockford's alphabet: no I, L, O or U. */
const codePattern = /^[0-9A-HJKMNP-TV-Z]{8}$/;

/** An invitation code as it was typed or read out: spaces and hyphens away, O for 0 and I or L for 1; undefined for anything else. */
export function invitationCodeOf(typed: string): string | undefined {
  const code = typed.replace(/[\s-]/g, '').toUpperCase().replace(/O/g, '0').replace(/[IL]/g, '1');
  return codePattern.test(code) ? code : undefined;
}
