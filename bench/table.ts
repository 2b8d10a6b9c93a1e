/** One measured value. Only a value with a budget can fail the run; times alone never do. */
export interface Row {
  readonly what: string;
  readonly value: number;
  readonly unit: string;
  /** The most it may be. */
  readonly budget?: number;
}

export const isBroken = ({ value, budget }: Row): boolean => budget !== undefined && !(value <= budget);

/** The middle value; of an even number the lower one of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? Number.NaN;
}

const number = (value: number) => (Number.isInteger(value) ? String(value) : value.toPrecision(3));

/** The rows as lines of text, with a mark before what is over its budget. */
export function printTable(title: string, rows: readonly Row[]): string {
  const width = Math.max(...rows.map(({ what }) => what.length), 0);
  const lines = rows.map((row) => {
    const budget = row.budget === undefined ? '' : `  (at most ${number(row.budget)})`;
    return `${isBroken(row) ? '!!' : '  '} ${row.what.padEnd(width)}  ${number(row.value).padStart(8)} ${row.unit}${budget}`;
  });
  return [title, ...lines, ''].join('\n');
}
