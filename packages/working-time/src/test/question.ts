import {
  addWorkingDays,
  addWorkingTime,
  isOpen,
  nextOpening,
  workingTimeBetween,
  type Calendar,
  type Instant,
} from '../index.ts';
import { walkerDaysSameTime, walkerDaysToEnd } from './day-walker.ts';
import {
  BEYOND,
  walkerAdd,
  walkerAddToOpening,
  walkerBetween,
  walkerIsOpen,
  walkerNextOpening,
  walkerSubtract,
  type Beyond,
  type Notes,
} from './minute-walker.ts';

/** What can be asked, written as a line of `reglament worktime` writes it. */
export type Question =
  | { readonly op: 'isOpen'; readonly args: { readonly t: number } }
  | { readonly op: 'nextOpening'; readonly args: { readonly t: number } }
  | { readonly op: 'workingTimeBetween'; readonly args: { readonly a: number; readonly b: number } }
  | {
      readonly op: 'addWorkingTime';
      readonly args: { readonly start: number; readonly ms: number; readonly edge: 'closing' | 'opening' };
    }
  | {
      readonly op: 'addWorkingDays';
      readonly args: { readonly start: number; readonly n: number; readonly mode: 'end' | 'sameTime' };
    };

export type Answer = number | boolean | null;

export const askPackage = (calendar: Calendar, question: Question): Answer => {
  switch (question.op) {
    case 'isOpen':
      return isOpen(calendar, question.args.t as Instant);
    case 'nextOpening':
      return nextOpening(calendar, question.args.t as Instant);
    case 'workingTimeBetween':
      return workingTimeBetween(calendar, question.args.a as Instant, question.args.b as Instant);
    case 'addWorkingTime': {
      const { start, ms, edge } = question.args;
      return addWorkingTime(calendar, start as Instant, ms, { edge });
    }
    case 'addWorkingDays': {
      const { start, n, mode } = question.args;
      return addWorkingDays(calendar, start as Instant, n, { mode });
    }
  }
};

export const askWalker = (notes: Notes, question: Question): Answer | Beyond => {
  switch (question.op) {
    case 'isOpen':
      return walkerIsOpen(notes, question.args.t);
    case 'nextOpening':
      return walkerNextOpening(notes, question.args.t);
    case 'workingTimeBetween':
      return walkerBetween(notes, question.args.a, question.args.b);
    case 'addWorkingTime': {
      const { start, ms, edge } = question.args;
      if (ms < 0) return walkerSubtract(notes, start, -ms);
      return edge === 'opening' ? walkerAddToOpening(notes, start, ms) : walkerAdd(notes, start, ms);
    }
    case 'addWorkingDays': {
      const { start, n, mode } = question.args;
      return mode === 'end' ? walkerDaysToEnd(notes, start, n) : walkerDaysSameTime(notes, start, n);
    }
  }
};

const DAY = 86_400_000;

/** Whether an answer can be true though the walk was too short for it: it must lie outside what the walk shows. */
const mayLieBeyond = (notes: Notes, question: Question, answer: Answer): boolean => {
  if (answer === null) return true;
  if (typeof answer === 'boolean') return false;
  const backward = question.op === 'addWorkingTime' && question.args.ms < 0;
  // The walker trusts no close of a walk's last two days, and the day that ends with it began up to two days before.
  const end = question.op === 'addWorkingDays' ? notes.end - 4 * DAY : notes.end;
  return backward ? answer < notes.start : answer >= end;
};

/** Whether the package's answer is the walker's. */
export const agree = (notes: Notes, question: Question, answer: Answer): boolean => {
  const walked = askWalker(notes, question);
  return walked === BEYOND ? mayLieBeyond(notes, question, answer) : walked === answer;
};
