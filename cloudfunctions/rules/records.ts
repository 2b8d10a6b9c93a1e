import type { Rule } from '../../shared/rules/rule';
import type { RecordType, Stored } from '../platform/types';

/** All approved versions of one rule beyond the first; `_id` is its key. */
export interface RuleRecord extends Stored {
  readonly versions: readonly Rule<unknown>[];
}

export const ruleRecords: RecordType<RuleRecord> = { collection: 'rules', sealed: [] };
