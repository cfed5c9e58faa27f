// How fast the package's own functions are: nanoseconds a call over random instants of five years, checks included.
// Answers are compared first with a naive walk over days. Alone on the machine:
//   node --conditions @reglament/source --import tsx bench/working-time/own-speed.ts
import {
  addWorkingDays,
  addWorkingTime,
  compileSchedule,
  instant,
  isOpen,
  nextOpening,
  openBefore,
  openReached,
  openTable,
  parseTimeZone,
  workingTimeBetween,
  type Calendar,
  type Instant,
  type OpenTable,
  type Schedule,
  type TimeZoneId,
  type Window,
} from '@reglament/working-time';
import { median } from '../figure.ts';
import { randomFrom } from '../random-from.ts';

const QUESTIONS = 2 ** 16;
const ROUNDS = 60;
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const FROM = Date.UTC(2024, 0, 1);
const TO = Date.UTC(2029, 0, 1);
const OPENING = { edge: 'opening' } as const;
const SAME_TIME = { mode: 'sameTime' } as const;

const known = <T>(value: T | null): T => {
  if (value === null) throw new Error('unknown to this runtime');
  return value;
};
const moscow = known(parseTimeZone('Europe/Moscow'));

/** Monday to Friday with these windows, some sixteen holidays a year. */
const office = (zone: TimeZoneId, windows: readonly Window[]): Schedule => {
  const exceptions: Record<string, readonly Window[]> = {};
  for (let year = 2024; year < 2029; year += 1) {
    for (let day = 1; day <= 8; day += 1) exceptions[`${year}-01-0${day}`] = [];
    for (const date of ['02-23', '03-08', '05-01', '05-02', '05-09', '06-12', '11-03', '11-04']) {
      exceptions[`${year}-${date}`] = [];
    }
  }
  return { zone, week: { 1: windows, 2: windows, 3: windows, 4: windows, 5: windows }, exceptions };
};

const minutesOf = (text: string): number => Number(text.slice(0, 2)) * 60 + Number(text.slice(3));

/** Day by day, window by window; Moscow has been three hours ahead without a change since 2014. */
const naiveBetween = (schedule: Schedule, a: number, b: number): number => {
  let sum = 0;
  for (let day = Math.floor((a + 3 * HOUR) / DAY); day * DAY - 3 * HOUR < b; day += 1) {
    const date = new Date(day * DAY);
    const weekday = (date.getUTCDay() === 0 ? 7 : date.getUTCDay()) as 1 | 2 | 3 | 4 | 5 | 6 | 7;
    const windows = schedule.exceptions[date.toISOString().slice(0, 10)] ?? schedule.week[weekday] ?? [];
    for (const [from, to] of windows) {
      const start = day * DAY - 3 * HOUR + minutesOf(from) * 60_000;
      const end = day * DAY - 3 * HOUR + minutesOf(to) * 60_000;
      sum += Math.max(Math.min(end, b) - Math.max(start, a), 0);
    }
  }
  return sum;
};

const fail = (what: string): never => {
  throw new Error(`not equal to the naive walk: ${what}`);
};

const compareFirst = (schedule: Schedule): void => {
  const calendar = compileSchedule(schedule);
  const random = randomFrom(7);
  for (let n = 0; n < 2000; n += 1) {
    const start = instant(FROM + Math.floor(random() * (TO - FROM - 200 * DAY)));
    const ms = 1 + Math.floor(random() * 200 * HOUR);
    const due = known(addWorkingTime(calendar, start, ms));
    if (naiveBetween(schedule, start, due) !== ms) fail(`add ${start} ${ms}`);
    if (naiveBetween(schedule, start, due - 1) !== ms - 1) fail(`add, the earliest ${start} ${ms}`);
    if (workingTimeBetween(calendar, start, due) !== ms) fail(`between ${start} ${due}`);
    const isNow = naiveBetween(schedule, start, start + 1) === 1;
    if (isOpen(calendar, start) !== isNow) fail(`isOpen ${start}`);
    const opening = known(nextOpening(calendar, start));
    if (naiveBetween(schedule, start, opening) !== 0 || naiveBetween(schedule, opening, opening + 1) !== 1) {
      fail(`nextOpening ${start}`);
    }
  }
};

interface Questions {
  readonly starts: readonly Instant[];
  readonly ends: readonly Instant[];
  readonly lengths: readonly number[];
  readonly days: readonly number[];
}

const randomQuestions = (): Questions => {
  const random = randomFrom(42);
  const times = Array.from(
    { length: QUESTIONS },
    () => Math.floor(random() * (TO - FROM - 300 * DAY)) + FROM,
  );
  return {
    starts: times.map(instant),
    ends: times.map((t) => instant(t + Math.floor(random() * 60 * DAY))),
    lengths: times.map(() => 1 + Math.floor(random() * 400 * HOUR)),
    days: times.map(() => 1 + Math.floor(random() * 20)),
  };
};

/**
 * Nanoseconds a call: median and best of the rounds. Each round is a loop of its own over all questions, as a report
 * would have it; the sum keeps the work from being left out.
 */
const report = (name: string, round: () => number): void => {
  const rounds: number[] = [];
  let sum = 0;
  for (let n = 0; n < ROUNDS; n += 1) {
    const began = performance.now();
    sum += round();
    rounds.push(((performance.now() - began) * 1e6) / QUESTIONS);
  }
  if (Number.isNaN(sum)) throw new Error('an answer was no number');
  const [usual, best] = [median(rounds), Math.min(...rounds)];
  console.log(`${name.padEnd(44)} ${usual.toFixed(1).padStart(10)} ns, best ${best.toFixed(1)}`);
};

const loopAlone = ({ starts, lengths }: Questions): number => {
  let sum = 0;
  for (let n = 0; n < QUESTIONS; n += 1) sum += (starts[n] as number) + (lengths[n] as number);
  return sum;
};

const addAll = (calendar: Calendar, { starts, lengths }: Questions): number => {
  let sum = 0;
  for (let n = 0; n < QUESTIONS; n += 1)
    sum += addWorkingTime(calendar, starts[n] as Instant, lengths[n] as number) ?? 0;
  return sum;
};

const addAllOpening = (calendar: Calendar, { starts, lengths }: Questions): number => {
  let sum = 0;
  for (let n = 0; n < QUESTIONS; n += 1)
    sum += addWorkingTime(calendar, starts[n] as Instant, lengths[n] as number, OPENING) ?? 0;
  return sum;
};

const addAllBackward = (calendar: Calendar, { ends, lengths }: Questions): number => {
  let sum = 0;
  for (let n = 0; n < QUESTIONS; n += 1)
    sum += addWorkingTime(calendar, ends[n] as Instant, -(lengths[n] as number)) ?? 0;
  return sum;
};

const betweenAll = (calendar: Calendar, { starts, ends }: Questions): number => {
  let sum = 0;
  for (let n = 0; n < QUESTIONS; n += 1)
    sum += workingTimeBetween(calendar, starts[n] as Instant, ends[n] as Instant);
  return sum;
};

const isOpenAll = (calendar: Calendar, { starts }: Questions): number => {
  let sum = 0;
  for (let n = 0; n < QUESTIONS; n += 1) sum += Number(isOpen(calendar, starts[n] as Instant));
  return sum;
};

const nextOpeningAll = (calendar: Calendar, { starts }: Questions): number => {
  let sum = 0;
  for (let n = 0; n < QUESTIONS; n += 1) sum += nextOpening(calendar, starts[n] as Instant) ?? 0;
  return sum;
};

const daysAll = (calendar: Calendar, { starts, days }: Questions): number => {
  let sum = 0;
  for (let n = 0; n < QUESTIONS; n += 1)
    sum += addWorkingDays(calendar, starts[n] as Instant, days[n] as number) ?? 0;
  return sum;
};

const daysAllSameTime = (calendar: Calendar, { starts, days }: Questions): number => {
  let sum = 0;
  for (let n = 0; n < QUESTIONS; n += 1)
    sum += addWorkingDays(calendar, starts[n] as Instant, days[n] as number, SAME_TIME) ?? 0;
  return sum;
};

const openBeforeAll = (table: OpenTable, { starts }: Questions): number => {
  let sum = 0;
  for (let n = 0; n < QUESTIONS; n += 1) sum += openBefore(table, starts[n] as number);
  return sum;
};

const openReachedAll = (table: OpenTable, { starts, lengths }: Questions): number => {
  let sum = 0;
  for (let n = 0; n < QUESTIONS; n += 1)
    sum += openReached(table, openBefore(table, starts[n] as number) + (lengths[n] as number));
  return sum;
};

const reportCalls = (label: string, schedule: Schedule, questions: Questions): void => {
  const calendar = compileSchedule(schedule);
  workingTimeBetween(calendar, instant(FROM), instant(TO));
  const table = openTable(calendar, instant(FROM), instant(TO));
  report(`${label}: (the loop alone)`, () => loopAlone(questions));
  report(`${label}: add`, () => addAll(calendar, questions));
  report(`${label}: add, opening edge`, () => addAllOpening(calendar, questions));
  report(`${label}: add, backward`, () => addAllBackward(calendar, questions));
  report(`${label}: between`, () => betweenAll(calendar, questions));
  report(`${label}: isOpen`, () => isOpenAll(calendar, questions));
  report(`${label}: nextOpening`, () => nextOpeningAll(calendar, questions));
  report(`${label}: days, end`, () => daysAll(calendar, questions));
  report(`${label}: days, sameTime`, () => daysAllSameTime(calendar, questions));
  report(`${label}: openBefore`, () => openBeforeAll(table, questions));
  report(`${label}: openBefore, then openReached`, () => openReachedAll(table, questions));
};

/** Milliseconds of one piece of work: the first run, and the median and the best of those after it. */
const reportWork = (name: string, work: () => unknown, times: number): void => {
  const took = Array.from({ length: times }, () => {
    const began = performance.now();
    work();
    return performance.now() - began;
  });
  const rest = took.slice(1);
  const [usual, best] = [median(rest), Math.min(...rest)];
  const first = took[0] ?? Number.NaN;
  console.log(
    `${name.padEnd(44)} ${usual.toFixed(3).padStart(10)} ms, best ${best.toFixed(3)}, first ${first.toFixed(3)}`,
  );
};

const fiveYears = (schedule: Schedule): number =>
  workingTimeBetween(compileSchedule(schedule), instant(FROM), instant(TO));

const plain = office(moscow, [['09:00', '18:00']]);
const lunch = office(moscow, [
  ['09:00', '13:00'],
  ['14:00', '18:00'],
]);
const breaks = office(moscow, [
  ['09:00', '11:00'],
  ['11:01', '13:00'],
  ['14:00', '18:00'],
]);
for (const schedule of [plain, lunch, breaks]) compareFirst(schedule);

// A cold zone first: Intl itself is loaded by now, this zone is not.
const cold = ['Europe/Berlin', 'America/New_York', 'Africa/Casablanca', 'Australia/Sydney', 'Asia/Gaza'];
const coldYears = cold.map((id) => {
  const began = performance.now();
  const calendar = compileSchedule(office(known(parseTimeZone(id)), [['09:00', '18:00']]));
  workingTimeBetween(calendar, instant(FROM - 5 * 365 * DAY), instant(TO));
  return performance.now() - began;
});
console.log(`a cold zone, ten years: median ${median(coldYears).toFixed(2)} ms of ${cold.join(', ')}`);
reportWork('compile and count five years, plain', () => fiveYears(plain), 200);
reportWork('compile and count five years, lunch', () => fiveYears(lunch), 200);
reportWork('compile and count five years, short breaks', () => fiveYears(breaks), 200);
const questions = randomQuestions();
reportCalls('plain', plain, questions);
reportCalls('lunch', lunch, questions);
reportCalls('a minute of break', breaks, questions);
