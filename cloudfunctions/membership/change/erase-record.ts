import { membership } from '../../../shared/membership/endpoints';
import { system } from '../../platform/actor';
import { idOf } from '../../platform/canonical';
import { execute } from '../../platform/command';
import { page } from '../../platform/cursor';
import { AppError } from '../../platform/errors';
import type { Reaction, Reader, RecordType, Stored, Transaction } from '../../platform/types';
import { useCase } from '../../platform/use-case';
import { applications } from '../applications';
import { claims } from '../claim/claims';
import { measures } from '../measures';
import { memberChanges } from './changes';
import { uploadsIn } from './files-in-use';
import { emptied, withoutContent } from './forget-record';

type Kind = 'application' | 'change' | 'measure' | 'claim';

const collectionOf: Readonly<Record<Kind, string>> = {
  application: applications.collection,
  change: memberChanges.collection,
  measure: measures.collection,
  claim: claims.collection,
};

/** Takes the content out of one record about a member whose data were erased; its course stays. */
export const eraseRecord = useCase(membership.eraseRecord, {
  journal: (input) => ({ aggregate: `${collectionOf[input.record]}:${input.id}`, action: `${input.record}.erase` }),
  async run({ input: { record, id }, tx }) {
    const files = await erasing[record](tx, id);
    if (files.length > 0) tx.emit({ type: 'file.replaced', files });
    return { erased: true };
  },
});

/** @returns the uploads that stood in it */
const erasing: Readonly<Record<Kind, (tx: Transaction, id: string) => Promise<readonly string[]>>> = {
  application: (tx, id) => erase(tx, applications, id, withoutContent),
  change: (tx, id) => erase(tx, memberChanges, id, (change) => emptied(memberChanges, change)),
  measure: (tx, id) => erase(tx, measures, id, (measure) => emptied(measures, measure)),
  claim: (tx, id) => erase(tx, claims, id, (claim) => emptied(claims, claim)),
};

async function erase<T extends Stored>(
  tx: Transaction,
  type: RecordType<T>,
  id: string,
  without: (record: T) => T,
): Promise<readonly string[]> {
  const record = await tx.get(type, id);
  if (!record) throw new AppError('notFound');
  await tx.replace(type, without(record), { expecting: record.version });
  return uploadsIn(record);
}

/** Records about a member, with what they are found by. */
async function recordsAbout(db: Reader, member: string, account: string): Promise<readonly (readonly [Kind, string])[]> {
  const changes: string[] = [];
  for (let cursor: string | undefined, more = true; more; ) {
    const list = { where: { member }, order: [['at', 'desc']], limit: 99 } as const;
    const { rows, next } = await page(db, memberChanges, list, cursor);
    changes.push(...rows.map(({ _id }) => _id));
    cursor = next ?? undefined;
    more = next !== null;
  }
  const decided = await db.find(measures, { where: { member }, order: [['proposedAt', 'desc']], limit: 100 });
  const claimed = account === '' ? [] : await db.find(claims, { where: { owner: account }, order: [['at', 'desc']], limit: 100 });
  return [
    ...changes.map((id) => ['change', id] as const),
    ...decided.map(({ _id }) => ['measure', _id] as const),
    ...claimed.filter((claim) => claim.member === member).map(({ _id }) => ['claim', _id] as const),
  ];
}

/** Follows an erased member to every record about them. Named after the record: delivered twice, each is still erased once. */
export const eraseRest: Reaction = {
  name: 'eraseRest',
  transacts: true,
  async deliver({ event }, { db }) {
    const { member, application, account = '' } = event;
    const rest = await recordsAbout(db, String(member), String(account));
    const all = typeof application === 'string' ? [...rest, ['application', application] as const] : rest;
    for (const [record, id] of all)
      await execute({ useCase: eraseRecord, input: { record, id }, person: system, requestId: idOf('erase', record, id) });
    return undefined;
  },
};
