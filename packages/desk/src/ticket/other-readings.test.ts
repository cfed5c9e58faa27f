import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { traceClock, type Clock } from '../clock/index.ts';
import { oracleDrawings } from '../clock/test/oracle-drawings.ts';
import { anyStory, stepsOf } from '../test/any-story.ts';
import { checkTrace } from '../test/check-trace.ts';
import { OTHER_READINGS, readOtherwise } from '../test/other-readings.ts';
import { shipped } from '../test/shipped-regulations.ts';
import type { Story } from '../test/ticket-story.ts';
import { compareDeadlines } from './compare-deadlines.ts';
import { fold } from './evolve.ts';

// Under mutation testing a few.
const RUNS = oracleDrawings().scale < 0.1 ? 40 : 600;

vi.setConfig({ testTimeout: 180_000 });

const otherStory = fc
  .tuple(anyStory, fc.nat(OTHER_READINGS.length - 1))
  .map(([story, reading]) => ({ ...story, desk: readOtherwise(story.desk, reading) }));

const everyStory = (law: (story: Story) => void): void => {
  fc.assert(
    fc.property(otherStory, (any) => {
      const { begun, steps } = stepsOf(any);
      law(steps.at(-1)?.outcome.story ?? begun);
    }),
    { numRuns: RUNS },
  );
};

/** Promised only when its own time was over: due at the change that promised it, and at no sum of stretches. */
const isPromisedLate = ({ startedAt, since, dueAt, changes }: Clock): boolean =>
  changes === undefined && dueAt === since && since > startedAt;

describe('of any ticket, by readings that no shipped regulation says', () => {
  test('deadlines are counted the same from the journal, by another way', () => {
    everyStory(({ ticket, journal, desk }) => {
      const { regulation, calendars } = shipped(desk);
      expect(compareDeadlines(ticket, journal, regulation, calendars)).toEqual([]);
    });
  });

  test('the trace of each clock adds up with a pencil', () => {
    everyStory(({ ticket, journal, desk }) => {
      const { regulation, calendars } = shipped(desk);
      const now = journal.at(-1)?.at ?? ticket.registeredAt;
      for (const clock of ticket.clocks.filter((one) => !isPromisedLate(one)))
        expect(checkTrace(traceClock(clock, regulation, calendars, now))).toEqual([]);
    });
  });

  test('the journal folds to the ticket', () => {
    everyStory(({ ticket, journal }) => {
      expect(fold(journal)).toEqual(ticket);
      expect(fold(JSON.parse(JSON.stringify(journal)) as typeof journal)).toEqual(ticket);
    });
  });
});

test('the stories say all of it', () => {
  const seen = new Set<string>();
  for (const any of fc.sample(otherStory, { numRuns: 1500, seed: 7 })) {
    const { begun, steps } = stepsOf(any);
    const { ticket, journal } = steps.at(-1)?.outcome.story ?? begun;
    for (const { event } of journal) {
      if (event.type === 'ClockStopped') seen.add(`stopped by ${event.cause}`);
      if (event.type === 'ClockWithdrawn') seen.add(`withdrawn by ${event.cause}`);
    }
    for (const { rule, changes = [] } of ticket.clocks) {
      if ('from' in rule.target) seen.add('from the opening');
      if ('afterPause' in rule.target) seen.add('to closing time');
      for (const { cause, anew } of changes) seen.add(`${cause}${anew === true ? ', anew' : ''}`);
    }
    if (ticket.past?.bouncedNoticeAt !== undefined) seen.add('a bounce that leaves the stop');
  }
  expect([...seen]).toEqual(
    expect.arrayContaining([
      'stopped by human-notice',
      'stopped by taken',
      'withdrawn by type',
      'from the opening',
      'to closing time',
      'priority',
      'priority, anew',
      'type',
      'objection, anew',
      'a bounce that leaves the stop',
    ]),
  );
});
