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

/** Who is asked: takes a schedule, answers questions about it. */
export type Answerer = (schedule: Schedule) => (question: Question) => Answer;

export const packageAnswers: Answerer = (schedule) => {
  const calendar = compileSchedule(schedule);
  return (question) => askPackage(calendar, question);
};

const answered = (ask: () => Answer): Answer | string => {
  try {
    return ask();
  } catch (error) {
    return `threw ${String(error)}`;
  }
};

interface Case {
  readonly way: Walk;
  readonly whole: boolean;
  readonly question: Question;
  readonly answerer: Answerer;
}

const answerOf = ({ answerer, question }: Case, schedule: Schedule): Answer | string =>
  answered(() => answerer(schedule)(question));

const walkedOf = ({ way, whole, question }: Case, schedule: Schedule): Answer | string => {
  const walked = askWalker(takeNotes(way, schedule, whole), question);
  return walked === BEYOND ? 'beyond the walk' : walked;
};

const differs = (one: Case, schedule: Schedule): boolean => {
  const answer = answerOf(one, schedule);
  return typeof answer === 'string' || !agree(takeNotes(one.way, schedule, one.whole), one.question, answer);
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
const shrink = (one: Case, schedule: Schedule): Schedule => {
  for (const candidate of smaller(schedule)) {
    if (differs(one, candidate)) return shrink(one, candidate);
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
  { seed, stream }: { readonly seed: number; readonly stream: number },
  answerer: Answerer = packageAnswers,
): { readonly compared: number; readonly disagreement: Disagreement | null } => {
  let compared = 0;
  for (let n = 0; n < calendars; n += 1) {
    const random = seededRandom(seed, stream * 1_000_000 + n);
    const { kind, schedule, whole } = drawSchedule(random, way);
    const notes = takeNotes(way, schedule, whole);
    const ask = answerer(schedule);
    for (const [asked, question] of drawQuestions(random, notes, QUESTIONS_A_CALENDAR).entries()) {
      compared += 1;
      const answer = answered(() => ask(question));
      if (typeof answer !== 'string' && agree(notes, question, answer)) continue;
      const one = { way, whole, question, answerer };
      const small = shrink(one, schedule);
      const line = lineOf(`${stream}-${n}-${asked} ${kind}`, small, question);
      const disagreement = { line, answered: answerOf(one, small), walked: walkedOf(one, small) };
      return { compared, disagreement };
    }
  }
  return { compared, disagreement: null };
};
