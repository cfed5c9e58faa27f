import { describe, expect, test } from 'vitest';
import type { Instant } from '@reglament/working-time';
import type { CalendarEdition } from '../regulation/index.ts';
import { inMoscow, moscow, productionCalendars, underCalendar } from '../test/shipped-regulations.ts';
import {
  after,
  clockOf,
  classify,
  engineer,
  given,
  message,
  noticeAccepted,
  says,
  type Story,
  when,
} from '../test/ticket-story.ts';
import { compareDeadlines } from './compare-deadlines.ts';
import { alarmsOf } from './alarms.ts';
import { describeEvent } from './describe-event.ts';
import { fold } from './evolve.ts';
import { shipped } from '../test/shipped-regulations.ts';

const adopt = { type: 'AdoptCalendars' } as const;
const ru = productionCalendars['ru'] as CalendarEdition;

const first: CalendarEdition = { ...ru, edition: 'first' };

/** The first edition with days more, or worked days less, from an instant on. */
const edited = (
  at: string,
  days: readonly string[],
  edition = 'second',
  replaced: CalendarEdition = first,
): CalendarEdition => {
  const year = ru.years['2025'];
  if (year === undefined) throw new Error('no 2025');
  return {
    ...ru,
    edition,
    years: { ...ru.years, 2025: { ...year, holidays: [...year.holidays, ...days] } },
    replaces: { calendar: replaced, until: moscow(at) },
  };
};

/** A story goes on at a desk that knows a later edition. */
const knowing = (story: Story, id: string, calendar: CalendarEdition): Story => ({
  ...story,
  desk: underCalendar(id, calendar),
});

/** Low priority at Centaur: 8 working hours of reaction, weekdays 09-17; from Friday 10:00 to Monday 10:00. */
const friday = (): Story =>
  given(underCalendar('centaur', first), { at: '2025-02-07 10:00', holds: 'extended', priority: 'low' });

const due = (story: Story, clock = 'reaction'): string | null => inMoscow(clockOf(story, clock).dueAt);

describe('a later edition of the production calendar (working-time row 14)', () => {
  test('moves an open deadline by the days it adds, and says where it was', () => {
    const story = friday();
    const was = due(story);
    const moved = when(
      knowing(story, 'centaur', edited('2025-02-07 12:00', ['2025-02-10'])),
      '2025-02-07 12:30',
      adopt,
    );
    expect(moved.happened).toEqual(['ClockRetargeted']);
    expect([was, due(moved.story)]).toEqual(['2025-02-10 10:00', '2025-02-11 10:00']);
    const clock = clockOf(moved.story, 'reaction');
    expect(clock.rule.calendar).toEqual({ id: 'ru', edition: 'second' });
    expect(clock.changes).toMatchObject([
      {
        cause: 'calendar',
        at: moscow('2025-02-07 12:00'),
        spentMs: 2 * 3_600_000,
        before: { calendar: { edition: 'first' } },
      },
    ]);
    expect(fold(moved.story.journal)).toEqual(moved.story.ticket);
  });

  test('is adopted once', () => {
    const moved = when(
      knowing(friday(), 'centaur', edited('2025-02-07 12:00', ['2025-02-10'])),
      '2025-02-07 12:30',
      adopt,
    );
    expect(when(moved.story, '2025-02-07 12:31', adopt).happened).toEqual([]);
  });

  test('leaves what elapsed as it was counted: a day declared off too late is not given back', () => {
    const story = knowing(friday(), 'centaur', edited('2025-02-10 09:30', ['2025-02-07', '2025-02-10']));
    const moved = when(story, '2025-02-10 09:40', adopt).story;
    expect(clockOf(moved, 'reaction').changes?.[0]?.spentMs).toBe(7.5 * 3_600_000);
    expect(due(moved)).toBe('2025-02-11 09:30');
  });

  test('comes before whatever else is asked, in the same breath', () => {
    const story = knowing(friday(), 'centaur', edited('2025-02-07 12:00', ['2025-02-10']));
    const ring = { type: 'RingBreach', clock: 'reaction' } as const;
    const moved = when(story, '2025-02-10 10:01', ring);
    expect(moved.happened).toEqual(['ClockRetargeted']);
    expect(clockOf(moved.story, 'reaction').breachedAt).toBeNull();
    expect(when(moved.story, '2025-02-11 10:01', ring).happened).toEqual(['ClockBreached']);
  });

  test('alone judges nothing: a deadline that was over stays where it was, and its miss is still told', () => {
    const story = knowing(friday(), 'centaur', edited('2025-02-10 11:00', ['2025-02-10', '2025-02-11']));
    const moved = when(story, '2025-02-10 12:00', adopt).story;
    expect(due(moved)).toBe('2025-02-10 10:00');
    expect(clockOf(moved, 'reaction').breachedAt).toBeNull();
    const rung = when(moved, '2025-02-10 12:00', { type: 'RingBreach', clock: 'reaction' });
    expect(rung.happened).toEqual(['ClockBreached']);
    expect(inMoscow(clockOf(rung.story, 'reaction').breachedAt)).toBe('2025-02-10 10:00');
    expect(due(rung.story)).toBe('2025-02-10 10:00');
  });

  test('a day off taken back brings the deadline nearer, never before now', () => {
    const off = edited('2025-02-01 00:00', ['2025-02-10']);
    const story = given(underCalendar('centaur', off), {
      at: '2025-02-07 10:00',
      holds: 'extended',
      priority: 'low',
    });
    expect(due(story)).toBe('2025-02-11 10:00');
    const back: CalendarEdition = {
      ...ru,
      edition: 'third',
      replaces: { calendar: off, until: moscow('2025-02-10 12:00') },
    };
    const moved = when(knowing(story, 'centaur', back), '2025-02-10 12:00', adopt).story;
    // Seven hours on Friday, one on what is left of Monday.
    expect(due(moved)).toBe('2025-02-10 13:00');
  });

  test('alarms follow; what was warned of is not warned of again', () => {
    const rung = when(friday(), '2025-02-07 16:30', {
      type: 'RingWarning',
      clock: 'reaction',
      fraction: 0.8,
    }).story;
    const story = friday();
    const calendar = edited('2025-02-07 16:40', ['2025-02-11']);
    const breach = (s: Story): readonly string[] =>
      alarmsOf(s.ticket).map((a) => `${a.key} ${inMoscow(a.at) ?? ''}`);
    expect(breach(when(knowing(story, 'centaur', calendar), '2025-02-07 16:40', adopt).story)).toEqual(
      breach(story),
    );
    expect(breach(when(knowing(rung, 'centaur', calendar), '2025-02-07 16:40', adopt).story)).toEqual(
      breach(rung),
    );
    const earlier = when(
      knowing(friday(), 'centaur', edited('2025-02-07 12:00', ['2025-02-10'])),
      '2025-02-07 12:00',
      adopt,
    );
    expect(breach(earlier.story)).not.toEqual(breach(story));
  });

  test('a paused clock goes on by it after the pause; a stopped one keeps its edition', () => {
    const asked = after(
      friday(),
      ['2025-02-07 11:00', classify('incident', 'low')],
      ['2025-02-07 12:00', says.ask],
    );
    const moved = when(
      knowing(asked, 'centaur', edited('2025-02-07 13:00', ['2025-02-10'])),
      '2025-02-07 13:00',
      adopt,
    );
    const pins = (s: Story): unknown =>
      s.ticket.clocks.map((c) => [c.id, c.status, c.rule.calendar?.edition]);
    for (const clock of moved.story.ticket.clocks)
      expect(clock.rule.calendar?.edition).toBe(clock.status === 'stopped' ? 'first' : 'second');
    const back = when(moved.story, '2025-02-11 09:00', says.customerWrites).story;
    expect(pins(back)).not.toEqual(pins(asked));
    for (const clock of back.ticket.clocks)
      if (clock.status === 'running') expect(clock.rule.calendar?.edition).toBe('second');
  });

  test('a clock set going again by an objection runs by it at once', () => {
    const begun = given(underCalendar('optima', first), {
      at: '2025-02-04 10:00',
      holds: '8x5x4',
      priority: '3',
    });
    const solved = after(
      begun,
      ['2025-02-04 10:05', classify('incident', '3')],
      ['2025-02-05 12:00', says.resolve],
    );
    const asked = knowing(solved, 'optima', edited('2025-02-05 13:00', ['2025-02-07']));
    expect(when(asked, '2025-02-05 14:00', adopt).happened).toEqual([]);
    const objected = when(asked, '2025-02-06 10:00', says.object);
    expect(objected.happened.slice(-2)).toEqual(['ClockReopened', 'ClockRetargeted']);
    expect(clockOf(objected.story, 'execution').rule.calendar?.edition).toBe('second');
  });

  test('a stop that a bounce moves to the call before it is counted by the edition its rule names', () => {
    const told = after(
      friday(),
      ['2025-02-07 10:30', noticeAccepted('2025-02-07 10:30')],
      [
        '2025-02-10 12:00',
        { type: 'RecordCall', by: engineer, messageId: message, reached: true, toldNumber: true },
      ],
    );
    const asked = knowing(told, 'centaur', edited('2025-02-07 12:00', ['2025-02-10']));
    const { story } = when(asked, '2025-02-11 12:00', { type: 'RecordNoticeBounced', messageId: message });
    const { regulation, calendars } = shipped(story.desk);
    expect(clockOf(story, 'reaction').rule.calendar?.edition).toBe('first');
    expect(clockOf(story, 'reaction').spentMs).toBe((7 + 3) * 3_600_000);
    expect(compareDeadlines(story.ticket, story.journal, regulation, calendars)).toEqual([]);
  });

  test('a notice that ends the clock of a closed ticket counts it by the edition its rule names', () => {
    const closed = after(friday(), ['2025-02-07 11:00', says.resolve], ['2025-02-07 11:30', says.confirm]);
    expect(clockOf(closed, 'reaction').status).toBe('running');
    const asked = knowing(closed, 'centaur', edited('2025-02-07 12:00', ['2025-02-10']));
    const { story } = when(asked, '2025-02-11 12:00', noticeAccepted('2025-02-11 12:00'));
    const { regulation, calendars } = shipped(story.desk);
    expect(clockOf(story, 'reaction').spentMs).toBe((7 + 8 + 3) * 3_600_000);
    expect(compareDeadlines(story.ticket, story.journal, regulation, calendars)).toEqual([]);
  });

  test('of two editions at once the journal tells one change', () => {
    const second = edited('2025-02-07 12:00', ['2025-02-10']);
    const third = edited('2025-02-07 14:00', ['2025-02-10', '2025-02-11'], 'third', second);
    const moved = when(knowing(friday(), 'centaur', third), '2025-02-07 15:00', adopt);
    expect(moved.happened).toEqual(['ClockRetargeted']);
    expect(due(moved.story)).toBe('2025-02-12 10:00');
  });

  test('a node that knows an earlier edition takes nothing back', () => {
    const moved = when(
      knowing(friday(), 'centaur', edited('2025-02-07 12:00', ['2025-02-10'])),
      '2025-02-07 12:30',
      adopt,
    );
    expect(
      when({ ...moved.story, desk: underCalendar('centaur', first) }, '2025-02-07 12:31', adopt).happened,
    ).toEqual([]);
  });

  test('a deadline written before editions were kept was counted by the first', () => {
    const story = friday();
    const clocks = story.ticket.clocks.map(({ rule: { calendar: _, ...rule }, ...clock }) => ({
      ...clock,
      rule,
    }));
    const old: Story = { ...story, ticket: { ...story.ticket, clocks } };
    expect(when(old, '2025-02-07 12:00', adopt).happened).toEqual([]);
    const later = knowing(old, 'centaur', edited('2025-02-07 12:00', ['2025-02-10']));
    expect(when(later, '2025-02-07 12:00', adopt).happened).toEqual(['ClockRetargeted']);
  });

  test('working days count on from their own start by the days of both editions', () => {
    const begun = given(underCalendar('optima', first), {
      at: '2025-02-04 10:00',
      holds: '8x5x4',
      priority: '3',
    });
    const story = when(begun, '2025-02-04 10:05', classify('incident', '3')).story;
    expect(due(story, 'execution')).toBe('2025-02-10 18:00');
    // The 5th is declared off when it is over, the 10th in time.
    const late = knowing(story, 'optima', edited('2025-02-06 12:00', ['2025-02-05', '2025-02-10']));
    expect(due(when(late, '2025-02-06 12:00', adopt).story, 'execution')).toBe('2025-02-11 18:00');
  });

  test('is told in both languages with both deadlines', () => {
    const { story } = when(
      knowing(friday(), 'centaur', edited('2025-02-07 12:00', ['2025-02-10'])),
      '2025-02-07 12:30',
      adopt,
    );
    const event = story.journal.at(-1)?.event;
    if (event === undefined) throw new Error('nothing happened');
    const moment = (at: Instant) => ({ ru: inMoscow(at) ?? '', en: inMoscow(at) ?? '' });
    const { says: words } = describeEvent(event, {
      regulation: shipped('centaur').regulation,
      person: () => '',
      moment,
    });
    expect(words.ru).toMatch(
      /производственного календаря, срок перенесён с 2025-02-10 10:00 на 2025-02-11 10:00/,
    );
    expect(words.en).toMatch(
      /production calendar, the deadline moves from 2025-02-10 10:00 to 2025-02-11 10:00/,
    );
  });
});
