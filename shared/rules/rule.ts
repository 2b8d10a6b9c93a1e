import type { Measure } from './measures';

/**
 * A rule as it holds from a day on: what the federation's 《会员管理暂行办法》 or charter decides, with its source. A decision
 * stores the version it used (`key@version`), so that it can be replayed under the rule of its day.
 */
export interface Rule<T> {
  readonly key: string;
  readonly version: number;
  /** First day it holds, `YYYY-MM-DD` in Asia/Shanghai. */
  readonly effectiveFrom: string;
  readonly source: string;
  readonly value: T;
}

/** A rule as the program is delivered with it: its version 1, what it is called and what it is measured in. */
export interface DefinedRule<T> extends Rule<T> {
  readonly title: string;
  /** Decides which values it takes (`schemas.ts`) and how they are shown and asked for. */
  readonly measure: Measure<T>;
}

/** Defines a rule with its version 1. */
export function rule<T>(parts: {
  readonly key: string;
  readonly title: string;
  readonly source: string;
  readonly measure: Measure<T>;
  readonly value: T;
}): DefinedRule<T> {
  return { ...parts, version: 1, effectiveFrom: '2024-01-01' };
}

/** How a decision names the rule it used. */
export function ruleVersion({ key, version }: Pick<Rule<unknown>, 'key' | 'version'>): string {
  return `${key}@${version}`;
}
