/** Version 1 of each rule record; a use case asks `rulesOf(db, now)` for the one that holds. Each stands in a group of `all.ts`. */
export * from './entry-rules';
export * from './meeting-rules';
export * from './member-rules';
export * from './registration-rules';
export * from './staff-rules';
export * from './unit-rules';
