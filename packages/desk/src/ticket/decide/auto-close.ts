import {
  addDays,
  endOfLocalDate,
  localDateOf,
  weekdayOf,
  type Instant,
  type LocalDate,
  type Schedule,
  type TimeZoneId,
} from '@reglament/working-time';
import type { AutoClose } from '../../regulation/handling-rules.ts';
import type { Regulation, ScheduleId } from '../../regulation/regulation.ts';
import type { Resolution, Ticket } from '../ticket.ts';
import type { Facts, Step } from './facts.ts';
import { servedUnder } from '../served-under.ts';

const DAY_MS = 86_400_000;
/** Longer than any row of holidays: a schedule that opens on none of these days never ends a term. */
const DAYS_LOOKED_AT = 366;

const isWorkingDate = ({ week, exceptions }: Schedule, date: LocalDate): boolean =>
  (exceptions[date] ?? week[weekdayOf(date)] ?? []).length > 0;

/** The package's hours for the ticket's priority; of a ticket without a package all hours of the regulation. */
const schedulesOf = (ticket: Ticket, regulation: Regulation): readonly Schedule[] => {
  const held = regulation.packages.find(({ id }) => id === servedUnder(ticket));
  const priority = ticket.priority ?? ticket.supposedPriority;
  const row =
    held?.hours.find(({ priorities }) => priority !== null && priorities?.includes(priority) === true) ??
    held?.hours.find(({ priorities }) => priorities === null);
  const counts = (id: ScheduleId): boolean => row === undefined || row.schedule === id;
  return regulation.schedules.filter(({ id }) => counts(id)).map(({ schedule }) => schedule);
};

/** Days by which a term that ends on `date` moves, so that it ends on a working day (Civil Code 193; R39). */
const daysOff = (date: LocalDate, rule: AutoClose, ticket: Ticket, regulation: Regulation): number => {
  if (rule.dayOff === 'stays') return 0;
  const schedules = schedulesOf(ticket, regulation);
  for (let days = 0; days < DAYS_LOOKED_AT; days += 1) {
    const candidate = addDays(date, days);
    if (schedules.some((schedule) => isWorkingDate(schedule, candidate))) return days;
  }
  return 0;
};

/**
 * When the ticket closes by itself and when the customer is warned of it; nulls where the regulation closes nothing by
 * itself. Calendar days end at 24:00 of the last one (R7), elapsed time to the minute. A last day off gives way to the next
 * working day of the package's hours where the regulation says so (R39): at 24:00, or so many times 24 hours later.
 */
export const resolutionAt = (at: Instant, ticket: Ticket, facts: Pick<Facts, 'regulation'>): Resolution => {
  const { regulation } = facts;
  const rule = regulation.lifecycle.autoClose;
  if (rule === null) return { at, closesAt: null, warnAt: null };
  const { after, warnDaysBefore } = rule;
  const { zone } = regulation;
  if (after.kind === 'elapsed') {
    const end = (at + after.ms) as Instant;
    // The last day of a term that ends at midnight is the one that is over then.
    const lastDay = localDateOf(zone, (end - 1) as Instant);
    const closesAt = (end + daysOff(lastDay, rule, ticket, regulation) * DAY_MS) as Instant;
    return { at, closesAt, warnAt: (closesAt - warnDaysBefore * DAY_MS) as Instant };
  }
  const lastDay = addDays(localDateOf(zone, at), after.days);
  const day = addDays(lastDay, daysOff(lastDay, rule, ticket, regulation));
  return {
    at,
    closesAt: endOfLocalDate(zone, day),
    warnAt: endOfLocalDate(zone, addDays(day, -warnDaysBefore)),
  };
};

const stopsByAnyMessage = ({ regulation }: Facts): boolean =>
  regulation.lifecycle.autoClose?.stoppedBy === 'any-message';

/** Our answer to a resolved ticket starts the count to closing anew; the solution keeps its date (R22). */
export const restartClosing: Step = (ticket, facts) =>
  ticket.resolution === null || !stopsByAnyMessage(facts)
    ? []
    : [
        {
          type: 'ClosingRescheduled',
          resolution: { ...resolutionAt(facts.now, ticket, facts), at: ticket.resolution.at },
        },
      ];

/** The last day before a closing stays when the ticket goes over to another wall clock (R37): it ends at 24:00 there. */
export const moveClosing =
  (from: TimeZoneId): Step =>
  ({ state, resolution }, { regulation: { zone, lifecycle } }) => {
    if (state !== 'resolved' || resolution === null || resolution.closesAt === null) return [];
    if (zone === from || lifecycle.autoClose?.after.kind !== 'calendar-days') return [];
    const moved = (end: Instant): Instant => endOfLocalDate(zone, localDateOf(from, (end - 1) as Instant));
    const { closesAt, warnAt } = resolution;
    return [
      {
        type: 'ClosingRescheduled',
        resolution: {
          ...resolution,
          closesAt: moved(closesAt),
          warnAt: warnAt === null ? null : moved(warnAt),
        },
      },
    ];
  };

/** A human word while resolved stops the count, unless only a confirmation or an objection does (R22). */
export const cancelClosing: Step = (ticket, facts) =>
  ticket.state !== 'resolved' ||
  ticket.resolution === null ||
  ticket.resolution.closesAt === null ||
  !stopsByAnyMessage(facts)
    ? []
    : [{ type: 'ClosingRescheduled', resolution: { ...ticket.resolution, closesAt: null, warnAt: null } }];
