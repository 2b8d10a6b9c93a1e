import type { Assistance } from '../../../shared/membership/assist';
import type { Files } from '../../platform/types';
import type { Application } from '../applications';

/** What came with an application that an officer entered, the scans by short-lived addresses; null for one applied for online. */
export async function assistanceOf(files: Files, { assistance }: Application): Promise<Assistance | null> {
  if (!assistance) return null;
  const kinds = Object.entries(assistance.papers);
  const urls = await files.urls(kinds.map(([, file]) => file));
  const papers = Object.fromEntries(kinds.map(([kind], index) => [kind, urls[index] ?? '']));
  return { reason: assistance.reason, guardian: assistance.guardian ?? null, papers };
}
