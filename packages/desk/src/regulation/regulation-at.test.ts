import {
  compileSchedule,
  isOpen,
  parseInstant,
  withProductionCalendar,
  type Instant,
  type TimeZoneId,
} from '@reglament/working-time';
import { describe, expect, it } from 'vitest';
import { moscow, productionCalendars, shipped, shippedText } from '../test/shipped-regulations.ts';
import type { CalendarEdition } from './calendar-edition.ts';
import { parseRegulation } from './parse-regulation.ts';
import { deskZoneOf, regulationAt, regulationWithEditions } from './regulation-at.ts';
import type { Regulation } from './regulation.ts';

const FAR = 'Asia/Kamchatka' as TimeZoneId;
const WEST = 'Europe/Kaliningrad' as TimeZoneId;
const MOSCOW = 'Europe/Moscow' as TimeZoneId;
const at = (text: string): Instant => parseInstant(text) as Instant;

const ru = productionCalendars['ru'] as CalendarEdition;
const edited = (
  edition: string,
  until: string,
  days: readonly string[],
  before: CalendarEdition,
): CalendarEdition => {
  const year = ru.years['2025'];
  if (year === undefined) throw new Error('no 2025');
  return {
    ...ru,
    edition,
    years: { ...ru.years, 2025: { ...year, holidays: [...year.holidays, ...days] } },
    replaces: { calendar: before, until: moscow(until) },
  };
};
const first: CalendarEdition = { ...ru, edition: 'first' };
const second = edited('second', '2025-02-05 12:00', ['2025-02-05'], first);
const third = edited('third', '2025-02-06 20:00', ['2025-02-07'], second);

const parsed = (calendar: CalendarEdition, change: (text: string) => string = (text) => text): Regulation => {
  const read = parseRegulation(change(shippedText('shtrih-m')), { ru: calendar });
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.regulation;
};
const inZone = (zone: string) => (text: string) => text.replace('zone: Europe/Moscow', `zone: ${zone}`);

describe('a regulation on another wall clock (R37)', () => {
  it('is what its file would say with that zone, but for the days on which it comes into force', () => {
    for (const calendar of [first, second, third])
      for (const zone of [FAR, WEST, 'Europe/Berlin' as TimeZoneId, 'Asia/Kathmandu' as TimeZoneId]) {
        const { deskZone, ...moved } = regulationAt(parsed(calendar), zone);
        const written = parsed(calendar, inZone(zone));
        expect(deskZone).toBe(MOSCOW);
        expect({ ...moved, edition: { ...moved.edition, effectiveFrom: 0 } }).toEqual({
          ...written,
          edition: { ...written.edition, effectiveFrom: 0 },
        });
        expect(moved.edition.effectiveFrom).toBe(parsed(calendar).edition.effectiveFrom);
      }
  });

  it('comes back as it was, and by a third zone is the same as from the first', () => {
    const desk = parsed(third);
    const there = regulationAt(regulationAt(desk, FAR), WEST);
    expect(there).toEqual(regulationAt(desk, WEST));
    const back = regulationAt(there, MOSCOW);
    expect([back.schedules, deskZoneOf(back)]).toEqual([desk.schedules, MOSCOW]);
    expect(regulationAt(desk, MOSCOW)).toBe(desk);
  });

  it('leaves hours that name a zone of their own where they are', () => {
    const extra =
      '  night:\n    zone: Asia/Omsk\n    name: {ru: ночь, en: night}\n    week: {mon-fri: 20:00-24:00}\n    calendar: ru\n    shortened: false\n    clause: SH-HOURS\n';
    const own = parsed(second, (text) => text.replace('schedules:\n', `schedules:\n${extra}`));
    const [named, ...others] = regulationAt(own, FAR).schedules;
    expect([named?.id, named?.schedule.zone]).toEqual(['night', 'Asia/Omsk']);
    expect(others.every(({ schedule }) => schedule.zone === FAR)).toBe(true);
  });

  it('parts a day in two at the instant of a new edition, whatever the wall clock shows then', () => {
    const [hours] = regulationAt(parsed(second), FAR).schedules;
    if (hours === undefined) throw new Error('no hours');
    const calendar = compileSchedule(hours.schedule);
    // 12:00 in Moscow is 21:00 in Kamchatka: their Wednesday, 10:00-19:00, is over by then.
    expect(isOpen(calendar, at('2025-02-05T18:59:00+12:00'))).toBe(true);
    const [west] = regulationAt(parsed(second), WEST).schedules;
    if (west === undefined) throw new Error('no hours');
    // In Kaliningrad it is 11:00: one hour of Wednesday stays, the rest is off.
    const shown = compileSchedule(west.schedule);
    expect([
      isOpen(shown, at('2025-02-05T10:59:00+02:00')),
      isOpen(shown, at('2025-02-05T11:00:00+02:00')),
    ]).toEqual([true, false]);
  });
});

describe('a regulation by the editions that were pinned', () => {
  it.each([
    ['first', first],
    ['second', second],
    ['third', third],
  ] as const)('is what it was when %s was the latest', (edition, calendar) => {
    expect(regulationWithEditions(parsed(third), [{ id: 'ru', edition }]).schedules.map(hoursOf)).toEqual(
      parsed(calendar).schedules.map(hoursOf),
    );
  });

  it('stays itself for an edition or a calendar that it does not know', () => {
    const desk = parsed(third);
    for (const pin of [
      { id: 'ru', edition: 'fourth' },
      { id: 'kz', edition: 'first' },
    ])
      expect(regulationWithEditions(desk, [pin])).toBe(desk);
    expect(regulationWithEditions(desk, [])).toBe(desk);
  });

  it('keeps them on another wall clock too', () => {
    const pins = [{ id: 'ru', edition: 'second' }];
    expect(regulationAt(regulationWithEditions(parsed(third), pins), FAR).schedules).toEqual(
      regulationWithEditions(regulationAt(parsed(third), FAR), pins).schedules,
    );
  });
});

/** `days` of the latest is left out where no edition stands before it. */
const hoursOf = ({ calendar, ...rest }: Regulation['schedules'][number]) => ({
  ...rest,
  calendar:
    calendar === null ? null : { id: calendar.id, edition: calendar.edition, earlier: calendar.earlier },
});

it('hours of one edition are those of the calendar alone', () => {
  const [hours] = shipped('shtrih-m').regulation.schedules;
  const [own] = parsed(second).schedules;
  if (hours === undefined || own?.calendar === null || own === undefined) throw new Error('no hours');
  const week = { ...hours.schedule, exceptions: {} };
  expect(own.calendar.days).toEqual(withProductionCalendar(week, second, { shortenedDays: false }));
});
