import { compileSchedule, type Schedule } from '../index.ts';
import { BEYOND, takeNotes, type Walk } from './minute-walker.ts';
import { agree, askPackage, askWalker, type Answer, type Question } from './question.ts';
import { drawQuestions } from './random-question.ts';
import { drawSchedule } from './random-schedule.ts';
import { seededRandom } from './seeded-random.ts';

export const QUESTIONS_A_CALENDAR = 50;

/** A question the package and the walker answer differently. */
export interface Disagreement {
  /** One line for `reglament worktime`, to ask again. */
  readonly line: string;
  readonly answered: Answer | string;
  readonly walked: Answer | string;
}

const lineOf = (id: string, schedule: Schedule, question: Question): string =>
  JSON.stringify({
    id,
    op: question.op,
    calendar: { tz: schedule.zone, week: schedule.week, exceptions: schedule.exceptions },
    args: question.args,
  });

const answerOf = (schedule: Schedule, question: Question): Answer | string => {
  try {
    return askPackage(compileSchedule(schedule), question);
  } catch (error) {
    return `threw ${String(error)}`;
  }
};

const walkedOn = (way: Walk, schedule: Schedule, whole: boolean, question: Question): Answer | string => {
  const walked = askWalker(takeNotes(way, schedule, whole), question);
  return walked === BEYOND ? 'beyond the walk' : walked;
};

const differs = (way: Walk, schedule: Schedule, whole: boolean, question: Question): boolean => {
  const answer = answerOf(schedule, question);
  return typeof answer === 'string' || !agree(takeNotes(way, schedule, whole), question, answer);
};

const without = <T extends object>(record: T, key: string): T =>
  Object.fromEntries(Object.entries(record).filter(([name]) => name !== key)) as T;

/** The schedule with one thing less: an exception, a weekday, a window. */
const smaller = function* (schedule: Schedule): Generator<Schedule> {
  for (const part of ['exceptions', 'week'] as const) {
    for (const [key, windows] of Object.entries(schedule[part])) {
      yield { ...schedule, [part]: without(schedule[part], key) };
      for (const index of windows.keys()) {
        yield { ...schedule, [part]: { ...schedule[part], [key]: windows.toSpliced(index, 1) } };
      }
    }
  }
};

/** The smallest schedule found, by leaving out one thing after the other, on which they still differ. */
const shrink = (way: Walk, schedule: Schedule, whole: boolean, question: Question): Schedule => {
  for (const candidate of smaller(schedule)) {
    if (differs(way, candidate, whole, question)) return shrink(way, candidate, whole, question);
  }
  return schedule;
};

/**
 * Asks both about `calendars` random calendars on one walk; the first disagreement, made small, or null.
 * The n-th calendar and its questions depend on the seed, the stream and n only.
 */
export const compare = (
  way: Walk,
  calendars: number,
  seed: number,
  stream: number,
): { readonly compared: number; readonly disagreement: Disagreement | null } => {
  let compared = 0;
  for (let n = 0; n < calendars; n += 1) {
    const random = seededRandom(seed, stream * 1_000_000 + n);
    const { kind, schedule, whole } = drawSchedule(random, way);
    const notes = takeNotes(way, schedule, whole);
    const calendar = compileSchedule(schedule);
    for (const [asked, question] of drawQuestions(random, notes, QUESTIONS_A_CALENDAR).entries()) {
      compared += 1;
      if (agree(notes, question, askPackage(calendar, question))) continue;
      const small = shrink(way, schedule, whole, question);
      const disagreement = {
        line: lineOf(`${stream}-${n}-${asked} ${kind}`, small, question),
        answered: answerOf(small, question),
        walked: walkedOn(way, small, whole, question),
      };
      return { compared, disagreement };
    }
  }
  return { compared, disagreement: null };
};
