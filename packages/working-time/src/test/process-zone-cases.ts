import {
  addMonths,
  addWorkingDays,
  addWorkingTime,
  compileSchedule,
  formatInstant,
  localDateOf,
  parseInstant,
  stretches,
  toInstant,
  wallTime,
  workingTimeBetween,
} from '../index.ts';
import { at, date, HOUR, weekdays, zone } from './cases.ts';

const starts = [
  '2011-03-26T23:30Z',
  '2014-10-25T22:30Z',
  '2026-03-29T00:30Z',
  '2026-10-25T00:30Z',
  '2026-12-31T21:00Z',
];
const zones = ['Europe/Moscow', 'Europe/Berlin', 'America/New_York', 'Pacific/Apia', 'Australia/Lord_Howe'];

/** Answers that must be the same on every machine; run in processes of several zones. */
const answers = zones.map(zone).flatMap((id) =>
  starts.map(at).map((start) => {
    const calendar = compileSchedule(weekdays('02:15', '17:00', id));
    return [
      formatInstant(start, id),
      wallTime(id, start),
      localDateOf(id, start),
      toInstant(id, date('2026-03-29'), 150),
      addMonths(localDateOf(id, start), 4),
      addWorkingTime(calendar, start, 13 * HOUR),
      addWorkingTime(calendar, start, -13 * HOUR),
      addWorkingDays(calendar, start, 2),
      addWorkingDays(calendar, start, 2, { mode: 'sameTime' }),
      workingTimeBetween(calendar, start, at('2027-02-01T00:00Z')),
      stretches(calendar, start, parseInstant('2027-01-02T00:00Z') ?? start).length,
    ];
  }),
);

// The control: what this process takes for local time, which must differ.
const control = new Date(0).getHours();
console.log(JSON.stringify({ control, answers }));
