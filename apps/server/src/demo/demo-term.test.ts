import { instant, type LocalDate, type TimeZoneId } from '@reglament/working-time';
import { expect, it } from 'vitest';
import { demoTerm } from './demo-term.ts';

const MOSCOW = 'Europe/Moscow' as TimeZoneId;
const at = (text: string) => instant(Date.parse(text));

it('a certificate of the demo ends as the regulations count: at 24:00 of the same day number (R10, R44)', () => {
  const today = '2026-11-22' as LocalDate;
  expect(demoTerm(MOSCOW, today, { fromDay: -30 })).toEqual({
    startsAt: at('2026-10-23T00:00+03:00'),
    endsAt: at('2027-10-24T00:00+03:00'),
  });
  expect(demoTerm(MOSCOW, today, { fromDay: -25, months: 3 })).toEqual({
    startsAt: at('2026-10-28T00:00+03:00'),
    endsAt: at('2027-01-29T00:00+03:00'),
  });
});
