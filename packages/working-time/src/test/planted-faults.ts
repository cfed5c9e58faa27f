import { compileSchedule, type Schedule, type Window } from '../index.ts';
import { BEYOND, takeNotes, type Walk } from './minute-walker.ts';
import { packageAnswers, type Answerer } from './oracle.ts';
import { askPackage, askWalker, type Answer, type Question } from './question.ts';

/*
 * Packages that are wrong in one thing each, to see that the walk notices: made from the right one by asking it about
 * another schedule or another question, or by changing its answer.
 */

type Windows = readonly Window[];

const withWindows = (schedule: Schedule, change: (windows: Windows) => Windows): Schedule => ({
  ...schedule,
  week: Object.fromEntries(Object.entries(schedule.week).map(([day, windows]) => [day, change(windows)])),
  exceptions: Object.fromEntries(
    Object.entries(schedule.exceptions).map(([date, windows]) => [date, change(windows)]),
  ),
});

const text = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
const minuteOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

const aMinuteLater = ([from, to]: Window): Window =>
  // What follows 23:58 would be read as 24:00.
  /^(23:5[89]|24:00)/.test(to) ? [from, to] : [from, text(minuteOf(to) + 1)];

/** Windows past midnight become two, of which the second belongs to the next weekday. */
const cutAtMidnight = (schedule: Schedule): Schedule => {
  const overnight = ([from, to]: Window): boolean => minuteOf(to) <= minuteOf(from) && to !== '00:00';
  const ofDay = (day: number): Windows => schedule.week[day as 1 | 2 | 3 | 4 | 5 | 6 | 7] ?? [];
  const week = [1, 2, 3, 4, 5, 6, 7].map((day): readonly [number, Windows] => [
    day,
    [
      ...ofDay(day).map((window): Window => (overnight(window) ? [window[0], '24:00'] : window)),
      ...ofDay(day === 1 ? 7 : day - 1)
        .filter((window) => overnight(window) && window[1] !== '00:00')
        .map(([, to]): Window => ['00:00', to]),
    ],
  ]);
  return { ...schedule, week: Object.fromEntries(week.filter(([, windows]) => windows.length <= 48)) };
};

const onSchedule =
  (change: (schedule: Schedule) => Schedule): Answerer =>
  (schedule) =>
    packageAnswers(change(schedule));

const onQuestion =
  (change: (question: Question) => Question): Answerer =>
  (schedule) => {
    const calendar = compileSchedule(schedule);
    return (question) => askPackage(calendar, change(question));
  };

const onAnswer =
  (change: (answer: Answer, question: Question) => Answer): Answerer =>
  (schedule) => {
    const ask = packageAnswers(schedule);
    return (question) => change(ask(question), question);
  };

/** Passes an edge again at the second occurrence of its time: a wall clock without a memory. */
const secondOccurrence =
  (way: Walk): Answerer =>
  (schedule) => {
    const notes = takeNotes({ ...way, reached: way.walls }, schedule, true);
    const ask = packageAnswers(schedule);
    return (question) => {
      const walked = askWalker(notes, question);
      return question.op === 'isOpen' && walked !== BEYOND ? walked : ask(question);
    };
  };

const otherEdge = (question: Question): Question =>
  question.op === 'addWorkingTime'
    ? {
        ...question,
        args: { ...question.args, edge: question.args.edge === 'closing' ? 'opening' : 'closing' },
      }
    : question;

export const plantedFaults: readonly (readonly [name: string, plant: (way: Walk) => Answerer])[] = [
  [
    'closes a minute late',
    () => onSchedule((one) => withWindows(one, (windows) => windows.map(aMinuteLater))),
  ],
  ['a holiday cuts the shift begun before it', () => onSchedule(cutAtMidnight)],
  ['an edge in a repeated hour is passed at its second occurrence too', secondOccurrence],
  [
    '23:59 is not 24:00',
    () =>
      onSchedule((one) =>
        withWindows(one, (windows) => windows.map(([from, to]) => [from, to === '23:59' ? '23:58' : to])),
      ),
  ],
  [
    'an end equal to the start is nothing',
    () => onSchedule((one) => withWindows(one, (windows) => windows.filter(([from, to]) => from !== to))),
  ],
  ['a deadline at closing is due at the next opening', () => onQuestion(otherEdge)],
  [
    'is still open at the closing instant',
    () =>
      onQuestion((question) =>
        question.op === 'isOpen' ? { ...question, args: { t: question.args.t - 1 } } : question,
      ),
  ],
  [
    "the start's own date counts as a working day",
    () =>
      onQuestion((question) =>
        question.op === 'addWorkingDays'
          ? { ...question, args: { ...question.args, n: Math.max(0, question.args.n - 1) } }
          : question,
      ),
  ],
  [
    'between has no sign',
    () =>
      onAnswer((answer, { op }) =>
        op === 'workingTimeBetween' && typeof answer === 'number' ? Math.abs(answer) : answer,
      ),
  ],
  [
    'whole seconds',
    () => onAnswer((answer) => (typeof answer === 'number' ? Math.floor(answer / 1000) * 1000 : answer)),
  ],
  ['never is far away', () => onAnswer((answer) => answer ?? 7_289_654_399_999)],
];
