import { existsSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

const marker = (dataDir: string) => path.join(dataDir, 'demo-unfinished');

/** Runs `seed` on a store that is empty, and leaves a mark while it has not come to its end. `dataDir` must exist. */
export async function seedOnce(dataDir: string, seed: () => Promise<void>): Promise<void> {
  await writeFile(marker(dataDir), 'The demo data was not finished; the next start makes it anew.\n');
  await seed();
  await rm(marker(dataDir));
}

/** Empties a store whose seeding was interrupted: half a demo would pass for a whole one. To be called before it is opened. */
export async function discardUnfinished(dataDir: string): Promise<void> {
  if (existsSync(marker(dataDir))) await rm(dataDir, { recursive: true });
}
