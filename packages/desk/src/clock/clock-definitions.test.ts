import { describe, expect, it } from 'vitest';
import { compileSchedule, parseTimeZone, type Calendar, type Window } from '@reglament/working-time';
import { moscow } from '../test/shipped-regulations.ts';
import { replayClock, type ClockReading, type ReplayEvent } from './replay-clock.ts';

// The rows of the contract that speak of a clock; those that speak of hours alone are tested where hours are counted.

const HOUR = 3_600_000;

const calendarOf = (
  week: readonly Window[],
  exceptions: Readonly<Record<string, readonly Window[]>> = {},
): Calendar => {
  const zone = parseTimeZone('Europe/Moscow');
  if (zone === null) throw new Error('Moscow has a zone');
  return compileSchedule({ zone, week: { 1: week, 2: week, 3: week, 4: week, 5: week }, exceptions });
};

const calendars = new Map([
  ['office', calendarOf([['09:00', '17:00']])],
  ['long', calendarOf([['08:00', '20:00']])],
  // The office with Tuesday taken for a holiday, as its next edition has it.
  ['office, later', calendarOf([['09:00', '17:00']], { '2025-02-11': [] })],
  ['once', calendarOf([], { '2025-02-10': [['09:00', '17:00']] })],
]);

type Told = readonly [time: string, k: ReplayEvent['k'], what?: number | string];

/** Events of the week from Monday, 10 February 2025, 'Mon 09:00'; hours for a target, a name for a calendar. */
const time = (text: string): ReturnType<typeof moscow> => {
  const day = 10 + ['Mon', 'Tue', 'Wed', 'Thu', 'Fri'].indexOf(text.slice(0, 3));
  return moscow(`2025-02-${day} ${text.slice(4)}`);
};
const happened = ([at, k, what]: Told): ReplayEvent => ({
  t: time(at),
  k,
  ...(k === 'open' ? { cal: 'office' } : {}),
  ...(typeof what === 'number' ? { target: what * HOUR } : {}),
  ...(typeof what === 'string' ? { cal: what } : {}),
});
const read = (at: string, ...events: readonly Told[]): ClockReading =>
  replayClock(calendars, events.map(happened), time(at));

const missed = (at: string | null, first: string | null = at): Partial<ClockReading> => ({
  breachedAt: at === null ? null : time(at),
  firstBreachAt: first === null ? null : time(first),
});
const notMissed = missed(null);

describe('the contract of a clock, row by row', () => {
  describe('row 7: the start may lie outside the hours', () => {
    it('nothing elapses before the opening, and the deadline counts from there', () => {
      expect(read('Mon 08:59', ['Mon 07:00', 'open', 2])).toMatchObject({
        elapsed: 0,
        deadline: time('Mon 11:00'),
      });
      expect(read('Mon 09:30', ['Mon 07:00', 'open', 2])).toMatchObject({
        elapsed: HOUR / 2,
        remaining: 1.5 * HOUR,
      });
    });
  });

  describe('row 9: met or missed', () => {
    it.each([
      ['before the deadline', 'Mon 16:59', notMissed],
      ['at the deadline', 'Mon 17:00', notMissed],
      ['after it, though the desk is shut and nothing more elapses', 'Mon 17:01', missed('Mon 17:00')],
    ] as const)('stopped %s', (_, stop, outcome) => {
      expect(read('Fri 12:00', ['Mon 09:00', 'open', 8], [stop, 'stop'])).toMatchObject({
        state: 'stopped',
        ...outcome,
      });
    });
    it.each([
      ['at the deadline it is not missed yet', 'Mon 17:00', notMissed],
      ['after it it is, from the deadline on', 'Tue 12:00', missed('Mon 17:00')],
    ] as const)('running, %s', (_, at, outcome) => {
      const reading = read(at, ['Mon 09:00', 'open', 8]);
      expect(reading).toMatchObject({ state: 'running', deadline: time('Mon 17:00'), ...outcome });
    });
    it('paused at the deadline it is not missed, and due at once when it goes on', () => {
      const told: Told[] = [
        ['Mon 09:00', 'open', 8],
        ['Mon 17:00', 'pause'],
        ['Wed 10:00', 'resume'],
      ];
      expect(read('Wed 09:00', ...told)).toMatchObject({ remaining: 0, deadline: null, ...notMissed });
      expect(read('Wed 10:00', ...told)).toMatchObject({ deadline: time('Wed 10:00'), ...notMissed });
      expect(read('Wed 10:01', ...told)).toMatchObject({
        deadline: time('Wed 10:00'),
        ...missed('Wed 10:00'),
      });
    });
  });

  it('row 11: no deadline where the desk never opens for long enough; it is not missed either', () => {
    const told: Told[] = [
      ['Mon 09:00', 'open', 9],
      ['Mon 09:00', 'calendar', 'once'],
    ];
    expect(read('Fri 12:00', ...told)).toEqual({
      elapsed: 8 * HOUR,
      remaining: HOUR,
      state: 'running',
      deadline: null,
      ...notMissed,
    });
  });

  it('row 13: a pause takes only time that would have run', () => {
    const told: Told[] = [
      ['Mon 16:00', 'open', 8],
      ['Mon 16:30', 'pause'],
      ['Tue 09:30', 'resume'],
    ];
    expect(read('Tue 10:00', ...told)).toMatchObject({ elapsed: HOUR, deadline: time('Tue 17:00') });
  });

  it("row 14: a calendar's later edition keeps what elapsed and moves the deadline", () => {
    const told: Told[] = [
      ['Mon 13:00', 'open', 8],
      ['Mon 15:00', 'calendar', 'office, later'],
    ];
    expect(read('Mon 14:00', ...told)).toMatchObject({ elapsed: HOUR, deadline: time('Tue 13:00') });
    expect(read('Mon 15:00', ...told)).toMatchObject({ elapsed: 2 * HOUR, deadline: time('Wed 13:00') });
  });

  it('row 14: a closed clock keeps its outcome', () => {
    const told: Told[] = [
      ['Mon 09:00', 'open', 4],
      ['Mon 14:00', 'stop'],
      ['Mon 15:00', 'calendar', 'office, later'],
    ];
    expect(read('Fri 12:00', ...told)).toMatchObject({
      elapsed: 5 * HOUR,
      state: 'stopped',
      ...missed('Mon 13:00'),
    });
  });

  describe('row 15: another target', () => {
    const opened: Told = ['Mon 09:00', 'open', 8];
    it('is counted from what elapsed under the old one', () => {
      const told: Told[] = [opened, ['Mon 13:00', 'target', 6], ['Mon 13:00', 'calendar', 'long']];
      expect(read('Mon 13:00', ...told)).toMatchObject({ elapsed: 4 * HOUR, deadline: time('Mon 15:00') });
    });
    it.each([
      [
        'less than what elapsed is missed from the change, never earlier',
        3,
        'Mon 13:01',
        missed('Mon 13:00'),
      ],
      ['just what elapsed is due at the change', 4, 'Mon 13:00', notMissed],
      ['just what elapsed is missed after it', 4, 'Mon 13:01', missed('Mon 13:00')],
      ['a little more is not missed', 5, 'Mon 13:01', notMissed],
    ] as const)('%s', (_, target, at, outcome) => {
      expect(read(at, opened, ['Mon 13:00', 'target', target])).toMatchObject(outcome);
    });
    it('more than what elapsed takes the miss back, the first miss stays on record', () => {
      const told: Told[] = [
        ['Mon 09:00', 'open', 2],
        ['Mon 13:00', 'target', 6],
      ];
      expect(read('Mon 12:00', ...told)).toMatchObject(missed('Mon 11:00'));
      expect(read('Mon 14:00', ...told)).toMatchObject({
        deadline: time('Mon 15:00'),
        ...missed(null, 'Mon 11:00'),
      });
      expect(read('Mon 16:00', ...told)).toMatchObject(missed('Mon 15:00', 'Mon 11:00'));
    });
  });

  describe('row 16: a change while stopped', () => {
    const stopped: Told[] = [
      ['Mon 09:00', 'open', 8],
      ['Mon 13:00', 'stop'],
      ['Mon 14:00', 'target', 3],
    ];
    it('does not judge what ended', () => {
      expect(read('Tue 12:00', ...stopped)).toMatchObject({
        state: 'stopped',
        remaining: -HOUR,
        ...notMissed,
      });
    });
    it('is judged at the reopening', () => {
      expect(read('Tue 12:00', ...stopped, ['Tue 12:00', 'reopen'])).toMatchObject(missed('Tue 12:00'));
    });
    it('takes a miss back at the reopening', () => {
      const told: Told[] = [
        ['Mon 09:00', 'open', 2],
        ['Mon 13:00', 'stop'],
        ['Mon 14:00', 'target', 5],
        ['Tue 12:00', 'reopen'],
      ];
      expect(read('Tue 11:00', ...told)).toMatchObject(missed('Mon 11:00'));
      expect(read('Tue 12:00', ...told)).toMatchObject({
        deadline: time('Tue 13:00'),
        ...missed(null, 'Mon 11:00'),
      });
    });
    it('without one, a miss is still the same miss after the reopening', () => {
      const told: Told[] = [
        ['Mon 09:00', 'open', 2],
        ['Mon 13:00', 'stop'],
        ['Tue 12:00', 'reopen'],
      ];
      expect(read('Tue 12:00', ...told)).toMatchObject({
        deadline: time('Mon 11:00'),
        ...missed('Mon 11:00'),
      });
    });
  });

  describe('row 17: remaining is the target less what elapsed', () => {
    it.each([
      [
        'before anything happened: none',
        'Mon 08:00',
        { state: 'idle', elapsed: 0, remaining: null, deadline: null },
      ],
      ['running', 'Mon 10:00', { state: 'running', remaining: HOUR }],
      ['negative after a miss', 'Mon 12:00', { state: 'running', remaining: -HOUR }],
      [
        'frozen while paused, without a deadline',
        'Tue 12:00',
        { state: 'paused', remaining: -2 * HOUR, deadline: null },
      ],
    ] as const)('%s', (_, at, reading) => {
      expect(read(at, ['Mon 09:00', 'open', 2], ['Mon 13:00', 'pause'])).toMatchObject(reading);
    });
  });

  it('row 18: events of one instant happen in the order in which they are given', () => {
    const [opened, pause, resume]: readonly [Told, Told, Told] = [
      ['Mon 09:00', 'open', 8],
      ['Mon 11:00', 'pause'],
      ['Mon 11:00', 'resume'],
    ];
    expect(read('Mon 12:00', opened, pause, resume)).toMatchObject({ state: 'running', elapsed: 3 * HOUR });
    expect(read('Mon 12:00', opened, resume, pause)).toMatchObject({ state: 'paused', elapsed: 2 * HOUR });
  });

  describe('row 26: clock events', () => {
    it('those after the moment of reading are ignored, one at it is not', () => {
      const told: Told[] = [
        ['Mon 09:00', 'open', 8],
        ['Mon 11:00', 'pause'],
      ];
      expect(read('Mon 10:59', ...told).state).toBe('running');
      expect(read('Mon 11:00', ...told).state).toBe('paused');
    });
    it.each([
      ['resume while running', [['Mon 10:00', 'resume']]],
      ['reopen while running', [['Mon 10:00', 'reopen']]],
      ['open while running', [['Mon 10:00', 'open', 1]]],
      [
        'what comes before it was opened',
        [
          ['Mon 08:00', 'pause'],
          ['Mon 08:00', 'stop'],
          ['Mon 08:00', 'target', 1],
          ['Mon 08:00', 'reopen'],
        ],
      ],
    ] as const)('impossible: %s', (_, more: readonly Told[]) => {
      const told = [['Mon 09:00', 'open', 8] as const, ...more].toSorted((a, b) => a[0].localeCompare(b[0]));
      expect(read('Mon 12:00', ...told)).toEqual(read('Mon 12:00', ['Mon 09:00', 'open', 8]));
    });
    it.each([
      [
        'a pause, a resume, a stop, another opening',
        [
          ['Mon 11:00', 'pause'],
          ['Mon 11:00', 'resume'],
          ['Mon 11:00', 'stop'],
          ['Mon 11:00', 'open', 1],
        ],
      ],
    ] as const)('impossible while stopped: %s', (_, more: readonly Told[]) => {
      const told: Told[] = [
        ['Mon 09:00', 'open', 8],
        ['Mon 10:00', 'stop'],
      ];
      expect(read('Mon 12:00', ...told, ...more)).toEqual(read('Mon 12:00', ...told));
    });
    it('a target below what elapsed is missed at the change also while paused', () => {
      const told: Told[] = [
        ['Mon 09:00', 'open', 8],
        ['Mon 11:00', 'pause'],
        ['Mon 13:00', 'target', 1],
      ];
      expect(read('Mon 14:00', ...told)).toMatchObject({
        state: 'paused',
        deadline: null,
        ...missed('Mon 13:00'),
      });
    });
    it('another calendar alone judges nothing', () => {
      const told: Told[] = [
        ['Mon 09:00', 'open', 2],
        ['Mon 13:00', 'calendar', 'long'],
      ];
      expect(read('Mon 14:00', ...told)).toMatchObject(missed('Mon 11:00'));
      const paused: Told[] = [
        ['Mon 09:00', 'open', 2],
        ['Mon 11:00', 'pause'],
        ['Mon 13:00', 'calendar', 'long'],
      ];
      expect(read('Mon 14:00', ...paused)).toMatchObject({ state: 'paused', ...notMissed });
    });
    it('the deadline of a missed running clock is the miss', () => {
      expect(read('Tue 12:00', ['Mon 09:00', 'open', 8], ['Mon 13:00', 'target', 1]).deadline).toBe(
        time('Mon 13:00'),
      );
    });
  });
});

it('a replay that can not be says what is wrong and where, in its message too', () => {
  expect(() => read('Fri 12:00', ['Mon 09:00', 'open', 8], ['Mon 08:00', 'pause'])).toThrow(
    expect.objectContaining({ name: 'ReplayError', message: 'out-of-order at events.1.t' }),
  );
});
