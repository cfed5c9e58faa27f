import type { Schedule } from '@reglament/working-time';
import { regulationAt } from '../regulation/regulation-at.ts';
import type { Regulation } from '../regulation/regulation.ts';
import type { CountingRule } from './clock.ts';
import { zoneOfRule } from './local-time.ts';

type HoursOfRule = Pick<CountingRule, 'schedule' | 'calendar' | 'zone'>;

/** Hours that were counted by, by one word: the schedule's id, the edition of its calendar, and whose wall clock. */
export const scheduleKey = ({ schedule, calendar, zone }: HoursOfRule): string =>
  `${schedule}@${calendar?.edition ?? ''}${zone === undefined ? '' : `@${zone}`}`;

/** The hours as a rule was counted by them, of the edition and on the wall clock that it names; null: the regulation doesn't have them. */
export const scheduleOfRule = (rule: HoursOfRule, regulation: Regulation): Schedule | null => {
  const { schedule: id, calendar: pin } = rule;
  const { schedules } = regulationAt(regulation, zoneOfRule(rule, regulation));
  const own = schedules.find((one) => one.id === id);
  const earlier = own?.calendar?.earlier ?? [];
  // A rule from before editions were kept was counted by the first.
  const pinned = pin === undefined ? earlier.at(-1) : earlier.find(({ edition }) => edition === pin?.edition);
  return pinned?.schedule ?? own?.schedule ?? null;
};
