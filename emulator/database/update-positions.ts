import { requestFailed } from './errors';
import { compileFilter } from './match';
import { findSlot } from './update-slot';
import { copyValue, type Document, fieldOf, type StoredDocument, type Value } from './values';

/** Replaces `$` by the index of the member that the filter found, and `$[]` by every index. */
export function positions(path: string, document: StoredDocument, filter: Document): string[] {
  const marker = /(?:^|\.)(\$(?:\[\])?)(?:\.|$)/.exec(path);
  if (!marker) return [path];
  const at = marker.index + marker[0].indexOf('$');
  const head = path.slice(0, Math.max(at - 1, 0));
  const tail = path.slice(at + (marker[1]?.length ?? 0));
  const members = findSlot(document, head, false)?.get();
  if (!Array.isArray(members)) {
    throw requestFailed(`The path '${head}' must exist in the document in order to apply array updates.`);
  }
  const indexes = marker[1] === '$' ? [foundMember(head, members, document, filter)] : [...members.keys()];
  return indexes.flatMap((index) => positions(`${head}.${index}${tail}`, document, filter));
}

/** The first member because of which the filter matches. */
function foundMember(path: string, members: readonly Value[], document: StoredDocument, filter: Document): number {
  const root = path.split('.')[0] ?? '';
  const conditions = Object.entries(filter).filter(([field]) => field.split('.')[0] === root || field.startsWith('$'));
  const matches = compileFilter(Object.fromEntries(conditions));
  const found = members.findIndex((member) => {
    const alone = copyValue(document);
    findSlot(alone, path, false)?.set([member]);
    return matches(alone);
  });
  if (found < 0 || !conditions.some(([field]) => fieldOf(filter, field) !== undefined)) {
    throw requestFailed('The positional operator did not find the match needed from the query.');
  }
  return found;
}
