import type { Question } from './question.ts';
import { promiseQuestions } from './questions-promises.ts';
import { rightQuestions } from './questions-rights.ts';
import { rightsReadings } from './readings-rights.ts';
import { ticketReadings } from './readings-tickets.ts';
import { timeReadings } from './readings-time.ts';

const numberOf = ({ id }: Question): number => Number(id?.slice(1) ?? 0);

/** Questions every desk answers. */
export const deskQuestions: readonly Question[] = [...promiseQuestions, ...rightQuestions];

/** Places where documents are silent, in the order of their numbers. */
export const readings: readonly Question[] = [...timeReadings, ...ticketReadings, ...rightsReadings].toSorted(
  (a, b) => numberOf(a) - numberOf(b),
);
