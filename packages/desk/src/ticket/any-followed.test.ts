import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { type Calendar, compileSchedule, type Instant } from '@reglament/working-time';
import {
  calendarsOfRule,
  countTrace,
  type RuleCalendars,
  scheduleKey,
  scheduleOfRule,
} from '../clock/index.ts';
import { oracleDrawings } from '../clock/test/oracle-drawings.ts';
import type { Regulation } from '../regulation/index.ts';
import { editionsOf, type FollowedStory, followedStory, throughFollowed } from '../test/any-followed.ts';
import { checkTrace } from '../test/check-trace.ts';
import { differencesUnder, factsUnder } from '../test/edition-story.ts';
import type { Story } from '../test/ticket-story.ts';
import { fold } from './evolve.ts';

// Under mutation testing a few.
const RUNS = oracleDrawings().scale < 0.1 ? 20 : 300;

// Every edition is compiled anew: slow where the machine is shared.
vi.setConfig({ testTimeout: 180_000 });

/** Clocks promised only when their own time was over: their trace does not say so yet. */
const promisedLate = ({ journal }: Story): ReadonlySet<string> =>
  new Set(
    journal.flatMap(({ event }) =>
      event.type === 'ClockArmed' && event.clock.since !== event.clock.startedAt ? [event.clock.id] : [],
    ),
  );

/** The hours as a browser has them: of each rule its own, nothing else. */
const asSent = (regulation: Regulation): RuleCalendars => {
  const compiled = new Map<string, Calendar>();
  return (rule) => {
    const hours = scheduleOfRule(rule, regulation);
    if (hours === null) throw new Error(`no hours ${scheduleKey(rule)}`);
    const calendar = compiled.get(scheduleKey(rule)) ?? compileSchedule(hours);
    compiled.set(scheduleKey(rule), calendar);
    return new Map([[rule.schedule, calendar]]);
  };
};

/** Alarms ring when deadlines are over, so that they are no commands at moments of their own. */
const withoutAlarms = ({ story, editions }: FollowedStory): FollowedStory => ({
  editions,
  story: { ...story, steps: story.steps.filter(({ command }) => command !== 'alarm') },
});

describe('a ticket of a desk whose text changes under it, whatever is asked of it', () => {
  test('is told by its journal, counted the same by a second way, explained by additions alone', () => {
    let followed = 0;
    let kept = 0;
    fc.assert(
      fc.property(followedStory, fc.boolean(), (any, eager) => {
        const editions = editionsOf(any);
        const story = throughFollowed(any, editions, eager);
        expect(fold(story.journal)).toEqual(story.ticket);
        expect(differencesUnder(editions, story)).toEqual([]);
        const at = (story.journal.at(-1)?.at ?? 0) as Instant;
        const { regulation, calendars } = factsUnder(editions, story.ticket, at);
        const late = promisedLate(story);
        for (const clock of story.ticket.clocks) {
          expect(calendarsOfRule(clock.rule, regulation, calendars).get(clock.rule.schedule)).toBeDefined();
          if (clock.status !== 'stopped') expect(clock.rule.schedule).not.toContain('@');
          const trace = countTrace(clock, (rule) => calendarsOfRule(rule, regulation, calendars), at, []);
          if (!late.has(clock.id)) expect(checkTrace(trace)).toEqual([]);
          expect(countTrace(clock, asSent(regulation), at, [])).toEqual(trace);
        }
        followed += story.journal.filter(({ event }) => event.type === 'EditionFollowed').length;
        kept += story.journal.filter(({ event }) => event.type === 'EditionNotFollowed').length;
      }),
      { numRuns: RUNS },
    );
    expect(followed).toBeGreaterThan(RUNS / 4);
    expect(kept).toBeGreaterThan(RUNS / 50);
  });

  test('is the same whether it was taken over at each first moment or by whoever came next', () => {
    fc.assert(
      fc.property(followedStory.map(withoutAlarms), (any) => {
        const editions = editionsOf(any);
        const soon = throughFollowed(any, editions, true).ticket;
        const late = throughFollowed(any, editions, false).ticket;
        // What was warned of in between, and by which journal entry a miss was told, may differ; no deadline and no outcome.
        const figures = ({ clocks, regulationVersionId, left }: typeof soon) => ({
          regulationVersionId,
          left,
          clocks: clocks.map(({ id, dueAt, spentMs, breachedAt, firstBreachAt, outcome, rule }) => ({
            id,
            dueAt,
            spentMs,
            breachedAt,
            firstBreachAt,
            outcome,
            rule,
          })),
        });
        expect(figures(late)).toEqual(figures(soon));
      }),
      { numRuns: RUNS },
    );
  });
});
