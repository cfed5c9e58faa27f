import { type Instant, parseTimeZone } from '@reglament/working-time';
import { expect, it } from 'vitest';
import { quotaSince } from './quota-since.ts';

const zone = parseTimeZone('Europe/Moscow');
const moscow = (text: string): Instant => Date.parse(`${text.replace(' ', 'T')}:00+03:00`) as Instant;

it.each([
  ['month', '2025-02-10 09:00', '2025-01-31 11:00'],
  ['month', '2025-02-28 00:00', '2025-02-28 00:00'],
  ['month', '2025-03-30 23:59', '2025-02-28 00:00'],
  ['month', '2025-03-31 00:00', '2025-03-31 00:00'],
  ['quarter', '2025-04-29 23:59', '2025-01-31 11:00'],
  ['quarter', '2025-04-30 00:00', '2025-04-30 00:00'],
  ['year', '2026-01-30 12:00', '2025-01-31 11:00'],
  ['year', '2026-01-31 12:00', '2026-01-31 00:00'],
  ['certificate', '2027-01-31 12:00', '2025-01-31 11:00'],
  ['month', '2025-01-01 12:00', '2025-01-31 11:00'],
] as const)('a quota by the %s is at %s counted since %s', (per, at, since) => {
  if (zone === null) throw new Error('no zone');
  expect(quotaSince(moscow('2025-01-31 11:00'), per, moscow(at), zone)).toBe(moscow(since));
});
