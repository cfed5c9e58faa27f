import { randomFrom } from '../random-from.ts';

/** Opening hours that most libraries can be told, and the span that questions are asked about. */
export interface Case {
  readonly id: string;
  readonly what: string;
  readonly zone: string;
  /** Every open day has these, 'HH:MM'. */
  readonly windows: readonly (readonly [from: string, to: string])[];
  /** Monday to Friday, or every day. */
  readonly weekend: boolean;
  readonly holidays: readonly string[];
  readonly from: number;
  readonly to: number;
  /** What moments and lengths are multiples of, in milliseconds. */
  readonly grain: number;
}

const HOUR = 3_600_000;
const MINUTE = 60_000;
const LONGEST_HOURS = 80;
const LONGEST_DAYS = 30;

const holidays = [2024, 2025, 2026, 2027, 2028].flatMap((year) =>
  ['01-01', '01-06', '05-01', '05-09', '06-12', '08-15', '10-03', '11-01', '11-04', '12-25', '12-26'].map(
    (date) => `${year}-${date}`,
  ),
);

const office: Case = {
  id: 'office',
  what: 'Mon-Fri 09-18, holidays',
  zone: 'Europe/Berlin',
  windows: [['09:00', '18:00']],
  weekend: false,
  holidays,
  from: Date.UTC(2024, 0, 1),
  to: Date.UTC(2028, 10, 1),
  grain: MINUTE,
};

/** The first one is what speed is measured on: five years that everybody gets right. */
export const CASES: readonly [Case, ...Case[]] = [
  office,
  { ...office, id: 'milliseconds', what: 'to the millisecond', grain: 1 },
  {
    ...office,
    id: 'break',
    what: 'a break at 13-14',
    windows: [
      ['09:00', '13:00'],
      ['14:00', '18:00'],
    ],
  },
  { ...office, id: 'night', what: 'past midnight, 20-06', windows: [['20:00', '06:00']], holidays: [] },
  {
    ...office,
    id: 'whole',
    what: 'round the clock',
    windows: [['00:00', '24:00']],
    weekend: true,
    holidays: [],
  },
  {
    ...office,
    id: 'change',
    what: 'clock changes within hours, 00-08',
    windows: [['00:00', '08:00']],
    weekend: true,
    holidays: [],
  },
  {
    ...office,
    id: 'moscow',
    what: 'Moscow, October 2014, 00-12',
    zone: 'Europe/Moscow',
    windows: [['00:00', '12:00']],
    weekend: true,
    holidays: [],
    from: Date.UTC(2014, 9, 24),
    to: Date.UTC(2014, 9, 29),
  },
];

export interface Questions {
  readonly starts: Float64Array;
  readonly lengths: Float64Array;
  readonly ends: Float64Array;
}

/**
 * Random moments of the whole span; what is added is up to 80 working hours and never 0, what lies between is up to 30
 * days: the size of what a desk asks about its tickets.
 */
export const questionsOf = ({ from, to, grain }: Case, count: number): Questions => {
  const random = randomFrom(42);
  const multiple = (least: number, span: number): number =>
    least + Math.floor((random() * span) / grain) * grain;
  const questions = {
    starts: new Float64Array(count),
    lengths: new Float64Array(count),
    ends: new Float64Array(count),
  };
  const longest = Math.min(LONGEST_DAYS * 24 * HOUR, to - from);
  for (let n = 0; n < count; n += 1) {
    const start = multiple(from, to - from);
    questions.starts[n] = start;
    questions.ends[n] = multiple(start, longest);
    questions.lengths[n] = multiple(grain, LONGEST_HOURS * HOUR);
  }
  return questions;
};
