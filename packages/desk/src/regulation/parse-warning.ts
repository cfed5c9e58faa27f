import { parseTarget } from './parse-target.ts';
import type { WarningMark } from './regulation.ts';

/** How a warning may be written; shown when one can't be read. */
export const WARNING_SPELLINGS = '"80%", "1 working hour before", "30 minutes before"';

const SHARE = /^(?<share>[1-9]\d?)%$/u;
const BEFORE = / before$/u;

/**
 * Reads when people are warned of a deadline.
 *
 * - `80%`: that share of the target is used up, in its own measure;
 * - `1 working hour before`: in the hours of the clock's calendar;
 * - `30 minutes before`: plain time.
 *
 * Null when it is none of these. Days before a deadline are not: a date has no hour to warn at.
 */
export const parseWarning = (text: string): WarningMark | null => {
  const share = SHARE.exec(text)?.groups?.['share'];
  if (share !== undefined) return { fraction: Number(share) / 100 };
  if (!BEFORE.test(text)) return null;
  const time = parseTarget(text.replace(BEFORE, ''));
  if (time?.kind === 'working-time') return { before: { ms: time.ms, measure: 'working-time' } };
  return time?.kind === 'elapsed' && time.outsideHours === 'keep'
    ? { before: { ms: time.ms, measure: 'elapsed' } }
    : null;
};

/** Shares must ascend, times of one measure descend, so that a list reads in the order in which it rings. */
export const inOrder = (marks: readonly WarningMark[]): boolean => {
  const ascends = (values: readonly number[]): boolean =>
    values.every((value, index) => index === 0 || value > (values[index - 1] ?? 0));
  const before = (measure: string): readonly number[] =>
    marks.flatMap((mark) => (mark.before?.measure === measure ? [-mark.before.ms] : []));
  return (
    ascends(marks.flatMap((mark) => mark.fraction ?? [])) &&
    ascends(before('working-time')) &&
    ascends(before('elapsed'))
  );
};
