import type { IncomingHttpHeaders } from 'node:http';

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]']);

/** Who a path is for: `sdk` is never asked by a browser, `own` by pages of this very address only, `local` by any page of this machine. */
export type Audience = 'sdk' | 'own' | 'local';

/**
 * Keeps other web sites, open in the developer's browser, away from the emulator: its answers go to this machine only, and a name
 * of somebody else's that points to this machine does not count.
 */
export function allowed(headers: IncomingHttpHeaders, audience: Audience): boolean {
  const host = headers.host ?? '';
  if (!LOOPBACK.has(hostname(`http://${host}`) ?? '')) return false;
  const { origin } = headers;
  if (origin === undefined) return true;
  if (audience === 'sdk') return false;
  if (audience === 'own') return origin === `http://${host}`;
  return LOOPBACK.has(hostname(origin) ?? '');
}

function hostname(address: string): string | undefined {
  try {
    return new URL(address).hostname;
  } catch {
    return undefined;
  }
}
