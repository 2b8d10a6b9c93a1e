import type { JournalRow } from '../../cloudfunctions/platform/journal';
import type { Document } from '../../cloudfunctions/platform/sdk';

/** One thing that is not as the program left it. */
export interface Finding {
  /** `row <id>`, `record <collection>:<id>`, `chain <collection>:<id>` or `anchor <seq>`. */
  readonly what: string;
  readonly problem: string;
}

/** Documents of a collection, by `_id`; whatever the store is. */
export type ReadCollection = (collection: string) => Promise<readonly Document[]>;

/** How a row is named in a report: who did it is not told. */
export const nameOf = ({ _id, action, aggregate, seq }: JournalRow) => `row ${_id} (${aggregate} #${seq}, ${action})`;
