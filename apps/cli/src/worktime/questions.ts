import {
  addWorkingDays,
  addWorkingTime,
  END_OF_INSTANTS,
  isOpen,
  nextOpening,
  workingTimeBetween,
  type Calendar,
} from '@reglament/working-time';
import { read, type Reading } from './complaint.ts';
import type { Fields, Keys } from './fields.ts';
import { readCount, readInstant, readMilliseconds, readWord } from './read-arguments.ts';

export interface Answer {
  readonly result: boolean | number | null;
  /** The span of time the calendar was compiled for, in milliseconds since the epoch. */
  readonly from: number;
  readonly to: number;
}

/** A question about one calendar: which arguments it has and what the answer is. */
export interface Question {
  readonly keys: Keys;
  readonly ask: (calendar: Calendar, args: Fields) => Reading<Answer>;
}

const readEdge = readWord('closing', 'opening');
const readMode = readWord('end', 'sameTime');

const answer = (result: Answer['result'], from: number, to: number): Reading<Answer> =>
  read({ result, from: Math.min(from, to), to: Math.max(from, to) });

const about = (required: readonly string[], optional: readonly string[], ask: Question['ask']): Question => ({
  keys: { required, optional },
  ask,
});

export const QUESTIONS: Readonly<Record<string, Question>> = {
  isOpen: about(['t'], [], (calendar, args) => {
    const t = readInstant(args, 't');
    return t.ok ? answer(isOpen(calendar, t.value), t.value, t.value) : t;
  }),
  nextOpening: about(['t'], [], (calendar, args) => {
    const t = readInstant(args, 't');
    if (!t.ok) return t;
    const at = nextOpening(calendar, t.value);
    return answer(at, t.value, at ?? END_OF_INSTANTS);
  }),
  workingTimeBetween: about(['a', 'b'], [], (calendar, args) => {
    const a = readInstant(args, 'a');
    if (!a.ok) return a;
    const b = readInstant(args, 'b');
    return b.ok ? answer(workingTimeBetween(calendar, a.value, b.value), a.value, b.value) : b;
  }),
  addWorkingTime: about(['start', 'ms'], ['edge'], (calendar, args) => {
    const start = readInstant(args, 'start');
    if (!start.ok) return start;
    const ms = readMilliseconds(args, 'ms');
    if (!ms.ok) return ms;
    const edge = readEdge(args, 'edge');
    if (!edge.ok) return edge;
    const at = addWorkingTime(calendar, start.value, ms.value, { edge: edge.value ?? 'closing' });
    return answer(at, start.value, at ?? (ms.value < 0 ? 0 : END_OF_INSTANTS));
  }),
  addWorkingDays: about(['start', 'n', 'mode'], [], (calendar, args) => {
    const start = readInstant(args, 'start');
    if (!start.ok) return start;
    const n = readCount(args, 'n');
    if (!n.ok) return n;
    const mode = readMode(args, 'mode');
    if (!mode.ok) return mode;
    const at = addWorkingDays(calendar, start.value, n.value, { mode: mode.value ?? 'end' });
    return answer(at, start.value, at ?? END_OF_INSTANTS);
  }),
};
