import { describe, expect, test } from 'vitest';
import { inMoscow } from '../test/shipped-regulations.ts';
import { small } from '../test/small-desk.ts';
import { after, given, says, type Story, when } from '../test/ticket-story.ts';

const closing = (rule: string): string => `
  confirmation: {objection-needs-reason: false, clause: A-END}
  auto-close: {${rule}, clause: A-CLOSE}`;

const desk = (rule: string): string => small(rule, { lifecycle: closing(rule) });
const resolvedAt = (at: string, rule: string, holds = 'basic'): Story =>
  after(given(desk(rule), { at, holds }), [at, says.resolve]);
const dates = ({ ticket }: Story): readonly (string | null)[] => [
  inMoscow(ticket.resolution?.warnAt ?? null),
  inMoscow(ticket.resolution?.closesAt ?? null),
];

describe('R7: the term after which a resolved ticket closes', () => {
  test('calendar days end at 24:00 of the last, elapsed hours to the minute', () => {
    expect(dates(resolvedAt('2025-03-03 15:20', 'after: 14 calendar days, warn: 3 days before'))).toEqual([
      '2025-03-15 00:00',
      '2025-03-18 00:00',
    ]);
    expect(dates(resolvedAt('2025-03-03 15:20', 'after: 336 hours, warn: 3 days before'))).toEqual([
      '2025-03-14 15:20',
      '2025-03-17 15:20',
    ]);
  });

  test('elapsed: closes at that minute and not before', () => {
    const story = resolvedAt('2025-03-03 15:20', 'after: 336 hours, warn: 3 days before');
    expect(when(story, '2025-03-17 15:19', { type: 'RingClosing' }).happened).toEqual([]);
    expect(when(story, '2025-03-17 15:20', { type: 'RingClosing' }).happened).toEqual(['TicketClosed']);
  });
});

describe('R39: the last day is a day off', () => {
  const days = 'after: 12 calendar days, warn: 3 days before';

  test('it stays, unless the regulation says otherwise', () => {
    // Day 12 is Saturday the 15th.
    expect(dates(resolvedAt('2025-03-03 10:00', days))[1]).toBe('2025-03-16 00:00');
  });

  test.each([
    ['a Saturday gives way to Monday', '2025-03-03 10:00', '2025-03-18 00:00'],
    ['a working day stays', '2025-03-02 10:00', '2025-03-15 00:00'],
    [
      'the holidays of the New Year give way to the first working day',
      '2024-12-20 10:00',
      '2025-01-10 00:00',
    ],
    ['a working Saturday stays', '2025-10-20 10:00', '2025-11-02 00:00'],
  ])('%s', (_what, at, closesAt) => {
    expect(dates(resolvedAt(at, `${days}, day-off: next-working-day`))[1]).toBe(closesAt);
  });

  test('the customer is still warned three days before it closes', () => {
    expect(dates(resolvedAt('2025-03-03 10:00', `${days}, day-off: next-working-day`))[0]).toBe(
      '2025-03-15 00:00',
    );
  });

  test('elapsed: at the same hour of the next working day; midnight belongs to the day that is over', () => {
    const hours = 'after: 288 hours, warn: 3 days before, day-off: next-working-day';
    expect(dates(resolvedAt('2025-03-03 10:00', hours))).toEqual(['2025-03-14 10:00', '2025-03-17 10:00']);
    expect(dates(resolvedAt('2025-03-03 00:00', hours))).toEqual(['2025-03-12 00:00', '2025-03-15 00:00']);
  });

  test('the day is judged by the hours of the package for the priority', () => {
    const packages = `
  basic: {name: basic, rank: 1, hours: office, channels: [email], clause: A-BASIC, channels-clause: A-CHAN}
  plus: {name: plus, rank: 2, hours: {high: always, else: office}, channels: [email], clause: A-PLUS, channels-clause: A-CHAN}`;
    const around = small('around the clock', {
      packages,
      schedules: '\n  always: {name: always, week: {mon-sun: 00:00-24:00}, calendar: none, clause: A-HOURS}',
      lifecycle: closing(`${days}, day-off: next-working-day`),
    });
    const closesAt = (holds: string, priority: string) =>
      dates(
        after(given(around, { at: '2025-03-03 10:00', holds, priority }), ['2025-03-03 10:00', says.resolve]),
      )[1];
    expect(closesAt('plus', 'high')).toBe('2025-03-16 00:00');
    expect(closesAt('plus', 'low')).toBe('2025-03-18 00:00');
    // Without a package: a day on which anybody is served.
    expect(closesAt('stranger', 'low')).toBe('2025-03-16 00:00');
  });
});

describe('R22: what stops the count to closing', () => {
  const days = 'after: 14 calendar days, warn: 3 days before';

  test('any message of the customer, and our answer starts it anew', () => {
    const wrote = after(resolvedAt('2025-03-03 10:00', days), ['2025-03-05 10:00', says.customerWrites]);
    expect(dates(wrote)).toEqual([null, null]);
    expect(dates(after(wrote, ['2025-03-06 10:00', says.reply]))[1]).toBe('2025-03-21 00:00');
  });

  test('only a confirmation or an objection: other words neither stop nor restart it', () => {
    const story = resolvedAt('2025-03-03 10:00', `${days}, stopped-by: confirmation-or-objection`);
    expect(when(story, '2025-03-05 10:00', says.customerWrites).happened).toEqual(['CustomerWrote']);
    const talked = after(story, ['2025-03-05 10:00', says.customerWrites], ['2025-03-06 10:00', says.reply]);
    expect(dates(talked)).toEqual(dates(story));
    expect(when(talked, '2025-03-18 00:00', { type: 'RingClosing' }).happened).toEqual(['TicketClosed']);
    expect(when(talked, '2025-03-07 10:00', says.object).story.ticket.resolution).toBeNull();
    expect(when(talked, '2025-03-07 10:00', says.confirm).story.ticket.state).toBe('closed');
  });
});
