import { describe, expect, test } from 'vitest';
import { inMoscow, shipped, variant } from '../test/shipped-regulations.ts';
import { after, given, type Story, when } from '../test/ticket-story.ts';
import { alarmsOf } from './alarms.ts';
import type { TicketCommand } from './commands.ts';
import { describeEvent } from './describe-event.ts';
import { noticesOf } from './notices.ts';

const HOUR = 3_600_000;
const before = { ms: HOUR, measure: 'working-time' } as const;
const desk = variant('centaur', 'warned an hour before', (regulation) => ({
  ...regulation,
  clocks: regulation.clocks.map((clock) => ({ ...clock, warnAt: [{ before }, { fraction: 0.5 }] })),
}));
// Eight working hours, 09:00 to 17:00: due Tue 10:00. 2025-02-10 is a Monday.
const story = given(desk, { at: '2025-02-10 10:00', holds: 'basic', priority: 'medium' });
const alarms = ({ ticket }: Story): readonly string[] =>
  alarmsOf(ticket)
    .filter(({ kind }) => kind === 'warning')
    .map(({ key, at }) => `${key} ${inMoscow(at) ?? ''}`);
const half: TicketCommand = { type: 'RingWarning', clock: 'reaction', fraction: 0.5 };
const hour: TicketCommand = { type: 'RingWarning', clock: 'reaction', before };

describe('a warning so long before the deadline', () => {
  test('is an alarm among the shares, in the order in which they ring', () => {
    expect(alarms(story)).toEqual([
      'warning:reaction:0.5 2025-02-10 14:00',
      'warning:reaction:before:3600000:working-time 2025-02-11 09:00',
    ]);
  });

  test('rings once, after the share before it', () => {
    const first = after(story, ['2025-02-10 14:00', half]);
    expect(alarms(first)).toEqual(['warning:reaction:before:3600000:working-time 2025-02-11 09:00']);
    expect(when(first, '2025-02-11 08:59', hour).happened).toEqual([]);
    const rung = when(first, '2025-02-11 09:00', hour);
    expect(rung.happened).toEqual(['ClockWarned']);
    expect(alarms(rung.story)).toEqual([]);
    expect(when(rung.story, '2025-02-11 09:01', hour).happened).toEqual([]);
  });

  test('rung first takes the share before it along', () => {
    expect(alarms(after(story, ['2025-02-11 09:30', hour]))).toEqual([]);
  });

  test('is told to staff and in the history', () => {
    const { event } = when(story, '2025-02-11 09:00', hour).story.journal.at(-1) ?? {};
    if (event === undefined) throw new Error('it rang');
    expect(noticesOf(event)).toMatchObject([
      { kind: 'clock-warning', to: 'staff', clock: 'reaction', threshold: 'before:3600000:working-time' },
    ]);
    const names = {
      regulation: shipped(desk).regulation,
      person: () => '',
      moment: () => ({ ru: 'завтра', en: 'tomorrow' }),
    };
    expect(describeEvent(event, names).says).toEqual({
      ru: 'Реакция: до срока 1 час рабочего времени',
      en: 'Reaction: 1 hour of working time before the deadline',
    });
  });
});
