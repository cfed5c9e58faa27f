import { yearMissing } from '@reglament/desk';
import { type Instant, localDateOf, type LocalDate, nextOpening } from '@reglament/working-time';
import type { RegulationInForce } from './context.ts';
import type { ZoneConcern } from '../time-zones/check-time-zones.ts';
import type { Concern } from '../time-zones/concern.ts';

/** From this month on the calendar of the next year has to be there: its decree is out, deadlines reach into it. */
const NOVEMBER = 11;

const yearConcerns = ({ regulation }: RegulationInForce, now: Instant): readonly Concern[] => {
  const today = localDateOf(regulation.zone, now);
  const [year = 0, month = 0] = today.split('-').map(Number);
  const labels = new Map(
    regulation.schedules.map((one) => [one.calendar?.id ?? '', one.productionCalendar] as const),
  );
  const missing = (label: string | null, asked: number): boolean => {
    const date = `${asked}-07-01` as LocalDate;
    return yearMissing(label, date, date);
  };
  return [...labels].flatMap(([calendar, label]) =>
    (month >= NOVEMBER ? [year, year + 1] : [year])
      .filter((asked) => missing(label, asked))
      .map((asked) => ({ kind: 'calendar-year' as const, calendar, year: asked })),
  );
};

const closedForGood = ({ regulation, calendars }: RegulationInForce, now: Instant): readonly Concern[] =>
  regulation.schedules
    .filter(({ id }) => {
      const calendar = calendars.get(id);
      return calendar !== undefined && nextOpening(calendar, now) === null;
    })
    .map(({ id }) => ({ kind: 'never-opens', schedule: id }));

/** What is wrong with the time that a desk counts in under the regulation in force. */
export const concernsOf = (
  inForce: RegulationInForce,
  zones: readonly ZoneConcern[],
  now: Instant,
): readonly Concern[] => {
  const used = new Set(inForce.regulation.schedules.map(({ schedule }) => schedule.zone));
  return [
    ...zones
      .filter(({ zone }) => used.has(zone))
      .map(({ zone, source, at, ours, theirs }) => ({
        kind: 'time-zone-data' as const,
        zone,
        source,
        at,
        oursMs: ours,
        theirsMs: theirs,
      })),
    ...yearConcerns(inForce, now),
    ...closedForGood(inForce, now),
  ];
};
