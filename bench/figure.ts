/** One measured figure: a row of the table and a line for machines. */
export interface Figure {
  readonly what: string;
  readonly measured: string;
  /** What it is held against, measured in the same run. */
  readonly against: string;
  readonly goal: string;
  /** Null: no goal. */
  readonly met: boolean | null;
  readonly numbers: Readonly<Record<string, number>>;
}

export const tableHead = [
  '| what | measured | against, same run | goal | met |',
  '|---|---|---|---|---|',
] as const;

export const rowOf = (f: Figure): string =>
  `| ${f.what} | ${f.measured} | ${f.against} | ${f.goal} | ${f.met === null ? '' : f.met ? 'yes' : 'no'} |`;

export const lineOf = (f: Figure): string =>
  JSON.stringify({ bench: f.what, ...f.numbers, ...(f.met === null ? {} : { met: f.met }) });

/** The value that `share` (0 to 1) of the values do not exceed. */
export const quantile = (values: readonly number[], share: number): number => {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1))] ?? 0;
};

export const median = (values: readonly number[]): number => quantile(values, 0.5);
