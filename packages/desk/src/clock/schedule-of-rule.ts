import type { Schedule } from '@reglament/working-time';
import type { Regulation } from '../regulation/regulation.ts';
import type { CountingRule } from './clock.ts';

type HoursOfRule = Pick<CountingRule, 'schedule' | 'calendar'>;

/** Hours that were counted by, by one word: the schedule's id and the edition of its calendar. */
export const scheduleKey = ({ schedule, calendar }: HoursOfRule): string =>
  `${schedule}@${calendar?.edition ?? ''}`;

/** The hours as a rule was counted by them, of the edition that it names; null: the regulation doesn't have them. */
export const scheduleOfRule = (
  { schedule: id, calendar: pin }: HoursOfRule,
  regulation: Regulation,
): Schedule | null => {
  const own = regulation.schedules.find((one) => one.id === id);
  const earlier = own?.calendar?.earlier ?? [];
  // A rule from before editions were kept was counted by the first.
  const pinned = pin === undefined ? earlier.at(-1) : earlier.find(({ edition }) => edition === pin?.edition);
  return pinned?.schedule ?? own?.schedule ?? null;
};
