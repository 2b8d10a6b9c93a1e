import { requestFailed } from './errors';
import { type Document, isDocument } from './values';

/**
 * `$bucket` as the `$group` that Mongo makes of it; mingo's own puts values that lie on a boundary into the wrong
 * bucket. The groups still have to be sorted by `_id`.
 */
export function bucketAsGroup(specification: unknown): Document & { _id: Document } {
  const { groupBy, boundaries, default: otherwise, output } = specification as Document;
  if (groupBy === undefined || !Array.isArray(boundaries) || boundaries.length < 2) {
    throw requestFailed(
      "(Location40198) $bucket requires 'groupBy' and 'boundaries' to be specified, with at least 2 boundaries",
    );
  }
  const branches = boundaries.slice(0, -1).map((low, at): Document => {
    const high = boundaries[at + 1] ?? null;
    return {
      case: { $and: [{ $gte: [groupBy, { $literal: low }] }, { $lt: [groupBy, { $literal: high }] }] },
      then: { $literal: low },
    };
  });
  const fields: Document = isDocument(output) ? output : { count: { $sum: 1 } };
  const choice: Document = otherwise === undefined ? { branches } : { branches, default: { $literal: otherwise } };
  return { _id: { $switch: choice }, ...fields };
}
