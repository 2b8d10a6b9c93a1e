const token = /^[0-9A-Za-z_-]{1,64}$/;

/** The token out of what a certificate's code says (`https://…/v/<token>`), or undefined when it is another code. */
export function tokenIn(address: string): string | undefined {
  return /\/v\/([0-9A-Za-z_-]{1,64})(?:[?#].*)?$/.exec(address)?.[1];
}

/**
 * The token that the verify page was opened with: by our own links `token`, by WeChat's ordinary QR links `q` (the whole
 * address, encoded), by a mini-program code `scene`.
 */
export function tokenOf(params: Readonly<Record<string, string | undefined>>): string | undefined {
  if (params.q) return tokenIn(decoded(params.q));
  const given = decoded(params.token ?? params.scene ?? '');
  return token.test(given) ? given : undefined;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
