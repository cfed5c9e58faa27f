import type { Case } from './cases.ts';

/** Somebody's answers to the two questions; moments in milliseconds since the epoch, lengths in milliseconds. */
export interface Counting {
  readonly add: (start: number, ms: number) => number;
  readonly between: (a: number, b: number) => number;
}

/** A way to count, told the hours of a case in its own words; the process stands in the case's zone. */
export type Contestant = (hours: Case) => Counting;

/** The seven days of the week from Sunday on, as JavaScript counts them. */
export const weekFromSunday = <T>({ weekend }: Case, open: T, closed: T): readonly T[] =>
  [0, 1, 2, 3, 4, 5, 6].map((day) => (weekend || (day >= 1 && day <= 5) ? open : closed));

export const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

/** Hours of each weekday from Sunday on for those who know no window past midnight: cut there, in two dates' hours. */
export const weekCutAtMidnight = (
  hours: Case,
): readonly (readonly (readonly [from: string, to: string])[])[] => {
  const week = weekFromSunday(hours, hours.windows, []);
  return week.map((windows, day) => {
    const before = week[(day + 6) % 7] ?? [];
    const late = before.filter(([from, to]) => to <= from).map(([, to]) => ['00:00', to] as const);
    return [...late, ...windows.map(([from, to]) => [from, to <= from ? '24:00' : to] as const)];
  });
};
