import dayjs from 'dayjs';
import dayjsBusinessTime from 'dayjs-business-time';
import moment from 'moment';
import workingMoment from 'moment-business-time';
import serious from 'serious-business-time';
import type { Case } from './cases.ts';
import { weekCutAtMidnight, type Contestant } from './contestant.ts';

const MINUTE = 60_000;

/** The unit that a case needs, by name and in milliseconds. */
const unitOf = ({ grain }: Case): readonly [name: string, ms: number] =>
  grain % MINUTE === 0 ? ['minutes', MINUTE] : ['milliseconds', 1];

const workingHoursOf = (hours: Case): Readonly<Record<number, readonly string[] | null>> =>
  Object.fromEntries(
    weekCutAtMidnight(hours).map((windows, day) => [
      day,
      windows.length === 0 ? null : windows.flatMap(([from, to]) => [`${from}:00`, `${to}:00`]),
    ]),
  );

export const momentBusinessTime: Contestant = (hours) => {
  const [unit, ms] = unitOf(hours);
  workingMoment.updateLocale(workingMoment.locale(), {
    workinghours: workingHoursOf(hours),
    holidays: hours.holidays,
  });
  return {
    add: (start, length) =>
      workingMoment(start)
        .addWorkingTime(length / ms, unit)
        .valueOf(),
    between: (a, b) => workingMoment(b).workingDiff(workingMoment(a), unit, true) * ms,
  };
};

export const seriousBusinessTime: Contestant = (hours) => {
  const [unit, ms] = unitOf(hours);
  const time = serious.createInstance(moment, workingHoursOf(hours), hours.holidays);
  return {
    add: (start, length) => time.addWorkingTime(moment(start), length / ms, unit).valueOf(),
    between: (a, b) => time.workingDiff(moment(b), moment(a), unit, true) * ms,
  };
};

/** It knows minutes, hours and days, no smaller unit; a fraction of a minute is what it can be told. */
export const dayjsBusiness: Contestant = (hours) => {
  dayjs.extend(dayjsBusinessTime);
  const [sunday, monday, tuesday, wednesday, thursday, friday, saturday] = weekCutAtMidnight(hours).map(
    (windows) =>
      windows.length === 0
        ? null
        : windows.map(([from, to]) => ({
            start: `${from}:00`,
            end: `${to}:00`,
          })),
  );
  const closed = null;
  dayjs.setBusinessTime({
    sunday: sunday ?? closed,
    monday: monday ?? closed,
    tuesday: tuesday ?? closed,
    wednesday: wednesday ?? closed,
    thursday: thursday ?? closed,
    friday: friday ?? closed,
    saturday: saturday ?? closed,
  });
  dayjs.setHolidays([...hours.holidays]);
  return {
    add: (start, length) =>
      dayjs(start)
        .addBusinessTime(length / MINUTE, 'minutes')
        .valueOf(),
    between: (a, b) => dayjs(a).businessTimeDiff(dayjs(b), 'minutes') * MINUTE,
  };
};
