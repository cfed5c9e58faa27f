import { CASES } from './cases.ts';
import type { Op } from './hold-contest.ts';
import type { Judged } from './judge-answers.ts';

/** What was found out about somebody. */
export interface Row {
  readonly name: string;
  readonly version: string;
  readonly zones: string;
  /** Nanoseconds a question; null where there was no answer. */
  readonly speed: Readonly<Record<Op, number | null>>;
  /** By case. */
  readonly judged: Readonly<Record<string, Readonly<Record<Op, Judged>>>>;
}

const inWords = (ns: number | null): string =>
  ns === null
    ? 'no answer'
    : ns < 1000
      ? `${ns.toFixed(0)} ns`
      : `${Math.round(ns).toLocaleString('en-US')} ns`;

const ratio = (ns: number | null, ours: number | null): string =>
  ns === null || ours === null ? '' : ns === ours ? '1' : Math.round(ns / ours).toLocaleString('en-US');

/** Nanoseconds a question over five years and how many times ours that is. */
export const speedTable = (rows: readonly Row[], ours: Row): string =>
  [
    '| | version | zone | add | x ours | between | x ours |',
    '|---|---|---|---|---|---|---|',
    ...rows.map(({ name, version, zones, speed }) =>
      [
        '',
        name,
        version,
        zones,
        inWords(speed.add),
        ratio(speed.add, ours.speed.add),
        inWords(speed.between),
        ratio(speed.between, ours.speed.between),
        '',
      ].join(' | '),
    ),
  ]
    .map((line) => line.trim())
    .join('\n');

const cell = ({ answered, wrong, failure }: Judged): string => {
  if (failure === 'hangs') return `hangs after ${answered}`;
  if (failure !== null) return `fails after ${answered}`;
  return wrong === 0 ? `${answered} right` : `**${wrong} of ${answered} wrong**`;
};

/** Answers held against ours, by case: adding, then between. */
export const resultsTable = (rows: readonly Row[]): string =>
  [
    `| | ${CASES.map(({ what }) => what).join(' | ')} |`,
    `|---|${'---|'.repeat(CASES.length)}`,
    ...rows.map(({ name, judged }) => {
      const cells = CASES.map(({ id }) => {
        const one = judged[id];
        return one === undefined ? '' : `${cell(one.add)}; ${cell(one.between)}`;
      });
      return `| ${name} | ${cells.join(' | ')} |`;
    }),
  ].join('\n');

/** One example of each kind of wrong answer, for whoever wants to look closer. */
export const examples = (rows: readonly Row[]): string =>
  rows
    .flatMap(({ name, judged }) =>
      CASES.flatMap(({ id }) =>
        Object.entries(judged[id] ?? {}).flatMap(([op, { example }]) =>
          example === null ? [] : [`- ${name}, ${op}. ${example}.`],
        ),
      ),
    )
    .join('\n');
