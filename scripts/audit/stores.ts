import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseCanonical } from '../../cloudfunctions/platform/canonical';
import type { Document } from '../../cloudfunctions/platform/sdk';
import { collections } from '../../config/collections';
import { openDatabase } from '../../emulator/database';
import { decodeStored } from '../../emulator/database/ejson';
import type { CollectionDefinition } from '../../emulator/definition';
import { Files } from '../../emulator/storage/files';
import type { ExportedAnchor } from './anchors';
import type { ReadCollection } from './report';

/** A store that can be read from beginning to end. */
export interface AuditedStore {
  readonly read: ReadCollection;
  /** Anchors as they were exported to storage; none when storage cannot be reached. */
  readonly exported: readonly ExportedAnchor[];
  close(): void;
}

type Execute = (
  request: Readonly<Record<string, unknown>> & { readonly action: string },
) => Promise<Readonly<Record<string, unknown>>>;

const pageSize = 1000;

/** Reads a collection in pages by `_id`. */
function reading(execute: Execute): ReadCollection {
  return async (collection) => {
    const documents: Document[] = [];
    for (let query = '{}'; ; query = JSON.stringify({ _id: { $gt: documents.at(-1)?._id } })) {
      const order = JSON.stringify({ _id: { $numberInt: '1' } });
      const body = await execute({
        action: 'database.getDocument',
        collectionName: collection,
        queryType: 'WHERE',
        query,
        order,
        limit: pageSize,
      });
      if (typeof body.code === 'string') throw new Error(`${collection}: ${String(body.message)}`);
      const { list } = body.data as { readonly list: readonly string[] };
      documents.push(...list.map((text) => decodeStored(text) as unknown as Document));
      if (list.length < pageSize) return documents;
    }
  };
}

/** The data folder of an emulator, running or not. @throws when there is no store in it */
export function storeIn(folder: string, defined: readonly CollectionDefinition[] = collections): AuditedStore {
  const file = path.join(folder, 'cloud.sqlite');
  if (!existsSync(file)) throw new Error(`no store in ${folder}`);
  const database = openDatabase({ file, collections: defined, now: Date.now });
  const files = new Files(folder);
  const exported = files
    .list()
    .filter((stored) => stored.path.startsWith('anchors/'))
    .map((stored) => parseCanonical(readFileSync(files.contentOf(stored), 'utf8')) as ExportedAnchor);
  return {
    read: reading((request) => Promise.resolve(database.execute(request).body)),
    exported,
    close() {
      database.close();
      files.close();
    },
  };
}

/** A running emulator, asked as a function would ask it. */
export function storeAt(url: string): AuditedStore {
  const execute: Execute = async (request) => {
    const response = await fetch(new URL('/admin', url), { method: 'POST', body: JSON.stringify(request) });
    return (await response.json()) as Readonly<Record<string, unknown>>;
  };
  return { read: reading(execute), exported: [], close: () => undefined };
}
