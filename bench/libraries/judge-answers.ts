import { addWorkingTime, compileSchedule, workingTimeBetween, type Instant } from '@reglament/working-time';
import { questionsOf, type Case } from './cases.ts';
import type { Heard, Op } from './hold-contest.ts';
import { scheduleOf } from './reglament.ts';

/** How somebody's answers compare with ours. */
export interface Judged {
  readonly answered: number;
  readonly wrong: number;
  readonly failure: string | null;
  /** The first answer that differs, else the question that was never answered, in words. */
  readonly example: string | null;
}

const HOUR = 3_600_000;
const at = (ms: number): string =>
  Number.isFinite(ms) && Math.abs(ms) < 8e15 ? new Date(ms).toISOString().replace('.000Z', 'Z') : String(ms);
const long = (ms: number): string => `${ms} ms (${(ms / HOUR).toFixed(4)} h)`;

/**
 * Answers against ours. A deadline that lands on closing time is right at that closing and at the next opening: both are
 * in use.
 */
export const judgeAnswers = (hours: Case, op: Op, count: number, { lines, failure }: Heard): Judged => {
  const calendar = compileSchedule(scheduleOf(hours));
  const { starts, lengths, ends } = questionsOf(hours, count);
  const answers = lines.filter((line) => !line.startsWith('speed')).map(Number);
  const questionAt = (n: number): string =>
    op === 'add'
      ? `${at(starts[n] ?? 0)} + ${long(lengths[n] ?? 0)}`
      : `${at(starts[n] ?? 0)} to ${at(ends[n] ?? 0)}`;
  const say = op === 'add' ? at : long;
  let wrong = 0;
  let example: string | null = null;
  for (const [n, answer] of answers.entries()) {
    const start = (starts[n] ?? 0) as Instant;
    const length = lengths[n] ?? 0;
    const ours: readonly (number | null)[] =
      op === 'add'
        ? [
            addWorkingTime(calendar, start, length),
            addWorkingTime(calendar, start, length, { edge: 'opening' }),
          ]
        : [workingTimeBetween(calendar, start, (ends[n] ?? 0) as Instant)];
    if (ours.includes(answer)) continue;
    wrong += 1;
    example ??= `${hours.what}: ${questionAt(n)} is ${say(ours[0] ?? Number.NaN)}, it says ${say(answer)}`;
  }
  if (failure !== null) example ??= `${hours.what}: ${questionAt(answers.length)} ${failure}`;
  return { answered: answers.length, wrong, failure, example };
};
