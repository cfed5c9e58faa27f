import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import type { Instant } from '@reglament/working-time';
import {
  calendarOf,
  calendarsOfRule,
  replayClock,
  spentAt,
  traceClock,
  type Clock,
  type ReplayEvent,
} from '../clock/index.ts';
import type { ClockFact } from '../clock/recount-clock.ts';
import { oracleDrawings } from '../clock/test/oracle-drawings.ts';
import { editedStory, type EditedStory, throughEditions } from '../test/any-editions.ts';
import { anyStory, type AnyStory, stepsOf } from '../test/any-story.ts';
import { checkTrace } from '../test/check-trace.ts';
import { goldenStories } from '../test/golden-stories.ts';
import { shipped } from '../test/shipped-regulations.ts';
import type { Story } from '../test/ticket-story.ts';
import { clockFactsOf } from './clock-facts.ts';
import { compareDeadlines, type DeadlineDifference } from './compare-deadlines.ts';
import type { Ticket } from './ticket.ts';

// Under mutation testing a few.
const RUNS = oracleDrawings().scale < 0.1 ? 20 : 150;

// Every edition is a regulation read anew: slow where the machine is shared.
vi.setConfig({ testTimeout: 180_000 });

const differencesIn = ({ ticket, journal, desk }: Story): readonly DeadlineDifference[] => {
  const { regulation, calendars } = shipped(desk);
  return compareDeadlines(ticket, journal, regulation, calendars);
};

const told = (any: AnyStory): Story => {
  const { begun, steps } = stepsOf(any);
  return steps.at(-1)?.outcome.story ?? begun;
};

const changedIn = (story: Story): number =>
  story.journal.filter(({ event }) => event.type === 'ClockRetargeted' && event.cause === 'calendar').length;

describe('deadlines counted anew from the journal', () => {
  test('are those of the golden stories', () => {
    for (const story of goldenStories()) expect(differencesIn(story)).toEqual([]);
  });

  test('are those of every ticket, whatever was asked of it', () => {
    fc.assert(
      fc.property(anyStory, (any) => {
        expect(differencesIn(told(any))).toEqual([]);
      }),
      { numRuns: RUNS },
    );
  });

  test('are those of every ticket whose calendar was edited, early, late, and over what was past', () => {
    let changes = 0;
    fc.assert(
      fc.property(editedStory, fc.constantFrom(1, 4, 12), (edited: EditedStory, stretch) => {
        const story = throughEditions(edited, stretch);
        changes += changedIn(story);
        expect(differencesIn(story)).toEqual([]);
      }),
      { numRuns: RUNS },
    );
    expect(changes).toBeGreaterThan(RUNS / 10);
  });
});

/** The same facts for the engine's own replay, which knows nothing of tickets: clocks in plain working time. */
const replayed = (clock: Clock, facts: readonly ClockFact[], { desk }: Story): void => {
  const { regulation, calendars } = shipped(desk);
  const known = new Map<string, ReturnType<typeof calendarOf>>();
  const events: ReplayEvent[] = [];
  let last = 0;
  for (const fact of facts) {
    // What is taken back, or was promised late, has no event of its own there.
    if (fact.kind === 'withdraw-stop' || fact.kind === 'promised') return;
    // News that came late: the replay orders by what happened, the ticket by when it heard.
    if (fact.at < last) return;
    last = fact.at;
    if (fact.kind === 'missed') continue;
    if (fact.kind !== 'start' && fact.kind !== 'change' && fact.kind !== 'calendar') {
      events.push({ t: fact.at, k: fact.kind });
      continue;
    }
    const { target, schedule, calendar } = fact.rule;
    if (target.kind !== 'working-time') return;
    const cal = `${schedule} ${calendar?.edition ?? ''}`;
    known.set(cal, calendarOf(calendarsOfRule(fact.rule, regulation, calendars), schedule));
    if (fact.kind === 'start') events.push({ t: fact.at, k: 'open', cal, target: target.ms });
    else {
      events.push({ t: fact.at, k: 'calendar', cal });
      if (fact.kind === 'change') events.push({ t: fact.at, k: 'target', target: target.ms });
    }
  }
  const reading = replayClock(known, events, last as Instant);
  const spent = spentAt(clock, last as Instant, calendarsOfRule(clock.rule, regulation, calendars));
  expect({ elapsed: reading.elapsed, state: reading.state }).toEqual({ elapsed: spent, state: clock.status });
  if (clock.breachedAt === reading.breachedAt) {
    expect(reading.deadline).toBe(clock.dueAt);
    expect(reading.firstBreachAt).toBe(clock.firstBreachAt);
    return;
  }
  // Over, and not told yet.
  expect(clock.breachedAt).toBeNull();
  expect(reading.breachedAt).toBe(clock.dueAt);
};

test('the engine’s replay of the same facts counts the same', () => {
  let compared = 0;
  fc.assert(
    fc.property(editedStory, (edited) => {
      const story = throughEditions(edited);
      for (const [id, facts] of clockFactsOf(story.journal, shipped(story.desk).regulation)) {
        const clock = story.ticket.clocks.find((one) => one.id === id);
        if (clock === undefined) continue;
        compared += 1;
        replayed(clock, facts, story);
      }
    }),
    { numRuns: RUNS },
  );
  expect(compared).toBeGreaterThan(RUNS / 4);
});

test('a trace adds up under every edition that a clock was counted by', () => {
  fc.assert(
    fc.property(editedStory, fc.constantFrom(1, 6), (edited, stretch) => {
      const { ticket, desk, journal } = throughEditions(edited, stretch);
      const { regulation, calendars } = shipped(desk);
      const now = journal.at(-1)?.at ?? ticket.registeredAt;
      for (const clock of ticket.clocks)
        if (clock.changes?.some(({ cause }) => cause === 'calendar'))
          expect(checkTrace(traceClock(clock, regulation, calendars, now))).toEqual([]);
    }),
    { numRuns: RUNS },
  );
});

describe('a planted difference is found', () => {
  const [optima, centaur] = goldenStories();

  const planted = (story: Story | undefined, change: (clock: Clock) => Clock): readonly string[] => {
    if (story === undefined) throw new Error('no story');
    const ticket: Ticket = { ...story.ticket, clocks: story.ticket.clocks.map(change) };
    return differencesIn({ ...story, ticket }).map(({ figure }) => figure);
  };
  const later = (at: Instant | null): Instant | null => (at === null ? null : ((at + 1) as Instant));

  test.each([
    ['lastDueAt', (c: Clock): Clock => ({ ...c, lastDueAt: later(c.lastDueAt) })],
    ['spentMs', (c: Clock): Clock => ({ ...c, spentMs: c.spentMs - 1 })],
    ['startedAt', (c: Clock): Clock => ({ ...c, startedAt: (c.startedAt + 1) as Instant })],
    ['countsFrom', (c: Clock): Clock => ({ ...c, countsFrom: later(c.countsFrom ?? (0 as Instant)) })],
    ['outcome', (c: Clock): Clock => ({ ...c, outcome: c.outcome === 'met' ? 'missed' : 'met' })],
    [
      'firstBreachAt',
      (c: Clock): Clock => ({ ...c, firstBreachAt: later(c.firstBreachAt ?? (0 as Instant)) }),
    ],
    ['rule', (c: Clock): Clock => ({ ...c, rule: { ...c.rule, clause: 'OTHER' } })],
  ] as const)('%s, a millisecond or a word', (figure, change) => {
    for (const story of [optima, centaur]) expect(planted(story, change)).toContain(figure);
  });

  test('a deadline moved in the row alone', () => {
    const story = goldenStories()[2];
    expect(planted(story, (c) => ({ ...c, dueAt: later(c.dueAt) }))).toContain('dueAt');
  });

  test('a clock that no event tells, and one that is not kept', () => {
    if (centaur === undefined) throw new Error('no story');
    const untold = centaur.journal.filter(({ event }) => !event.type.startsWith('Clock'));
    expect(differencesIn({ ...centaur, journal: untold }).map(({ figure }) => figure)).toContain('clock');
    const unkept = { ...centaur, ticket: { ...centaur.ticket, clocks: [] } };
    expect(differencesIn(unkept)).toMatchObject([{ figure: 'clock', stored: false, recounted: true }]);
  });
});
