import { describe, expect, it } from 'vitest';
import { isNoticed } from './test/clock-oracle-suite.ts';
import { replayClock, type ReplayEvent } from './replay-clock.ts';

type Replay = typeof replayClock;

const onEvents =
  (change: (events: readonly ReplayEvent[]) => readonly ReplayEvent[]): Replay =>
  (calendars, events, at) =>
    replayClock(calendars, change(events), at);

/** The target that is in force when an event happens. */
const targetBefore = (events: readonly ReplayEvent[], index: number): number =>
  events.slice(0, index).findLast(({ k }) => k === 'target' || k === 'open')?.target ?? 0;

// Replays that are wrong in one thing each, made from the right one.
const wrong: readonly (readonly [name: string, replay: Replay])[] = [
  [
    'it is missed at the deadline, not after it',
    (calendars, events, at) => {
      const reading = replayClock(calendars, events, at);
      if (reading.breachedAt !== null || reading.deadline !== at) return reading;
      return { ...reading, breachedAt: at, firstBreachAt: reading.firstBreachAt ?? at };
    },
  ],
  ['it runs on through a pause', onEvents((events) => events.filter(({ k }) => k !== 'pause'))],
  [
    'events of one instant in another order',
    onEvents((events) => events.toReversed().toSorted((a, b) => a.t - b.t)),
  ],
  [
    'an event at the moment of reading is ignored',
    (calendars, events, at) =>
      replayClock(
        calendars,
        events.filter(({ t }) => t < at),
        at,
      ),
  ],
  [
    'a stopped clock is opened anew',
    onEvents((events) => events.map((event) => (event.k === 'reopen' ? { ...event, k: 'resume' } : event))),
  ],
  [
    'another calendar judges',
    onEvents((events) =>
      events.flatMap((event, index) =>
        event.k === 'calendar'
          ? [event, { t: event.t, k: 'target', target: targetBefore(events, index) }]
          : [event],
      ),
    ),
  ],
  [
    'the first miss is forgotten',
    (...asked) => {
      const reading = replayClock(...asked);
      return { ...reading, firstBreachAt: reading.breachedAt };
    },
  ],
  [
    'no miss is ever taken back',
    (...asked) => {
      const reading = replayClock(...asked);
      return { ...reading, breachedAt: reading.firstBreachAt };
    },
  ],
  [
    'a paused clock is missed without a deadline to see',
    (calendars, events, at) => {
      const reading = replayClock(calendars, events, at);
      return reading.state === 'paused' ? { ...reading, deadline: reading.breachedAt } : reading;
    },
  ],
  [
    'remaining stops at nothing',
    (...asked) => {
      const reading = replayClock(...asked);
      return { ...reading, remaining: reading.remaining === null ? null : Math.max(0, reading.remaining) };
    },
  ],
];

describe('the carried clock notices', () => {
  it.each(wrong)('%s', (_, replay) => {
    expect(isNoticed(replay)).toBe(true);
  });

  it('nothing where nothing is wrong', () => {
    expect(isNoticed(replayClock)).toBe(false);
  });
});
