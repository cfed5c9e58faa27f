import { compileSchedule, instant, parseTimeZone, type Schedule } from '@reglament/working-time';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clockLife } from '../../test/clock-life.ts';
import { inMoscow, moscow, ruleOf, shipped } from '../../test/shipped-regulations.ts';
import type { Clock } from '../clock.ts';
import { countTrace } from '../explain/count-trace.ts';
import type { CountedTrace } from '../explain/trace.ts';
import { armClock, breachClock, pauseClock, resumeClock, retargetClock, stopClock } from '../run-clock.ts';
import { timelineLabels } from './timeline-labels.ts';
import { bandWords, tickWords } from './timeline-words.ts';
import { timelineOf, type Timeline } from './timeline.ts';

const WIDTH = 300;
const HOUR = 3_600_000;
const centaur = shipped('centaur');
const medium = ruleOf(centaur, 'reaction', 'basic', 'medium');

const armed = (from: string, hours = 8): Clock =>
  armClock(
    { ...medium, target: { kind: 'working-time', ms: hours * HOUR } },
    moscow(from),
    centaur.calendars,
  );

const pictureOf = (clock: Clock, at: string, calendars = centaur.calendars): Timeline => {
  const now = moscow(at);
  const timeline = timelineOf(
    countTrace(clock, () => calendars, now, [{ fraction: 0.5 }]),
    { width: WIDTH, now },
  );
  if (timeline === null) throw new Error('there is nothing to draw');
  return timeline;
};

const kindsOf = ({ bands }: Timeline) => bands.map(({ kind }) => kind);
const markOf = ({ marks }: Timeline, kind: string) => marks.find((mark) => mark.kind === kind) ?? null;

describe('the picture of any clock', () => {
  const pictures = (check: (timeline: Timeline, trace: CountedTrace) => void) =>
    fc.assert(
      fc.property(clockLife(0), ({ clock, desk, at }) => {
        const trace = countTrace(clock, () => shipped(desk).calendars, at, [
          { fraction: 0.5 },
          { fraction: 0.8 },
        ]);
        const timeline = timelineOf(trace, { width: WIDTH, now: trace.at });
        if (timeline !== null) check(timeline, trace);
      }),
      { numRuns: 1000 },
    );

  test('has bands from one end to the other without holes, in time and in width', () => {
    pictures(({ bands, width }) => {
      bands.forEach((band, index) => {
        const before = bands[index - 1];
        expect(band.x).toBeCloseTo(before === undefined ? 0 : before.x + before.width, 6);
        expect(band.from).toBe(before?.to ?? band.from);
        expect(band.to).toBeGreaterThan(band.from);
        expect(band.width).toBeGreaterThan(0);
      });
      const last = bands.at(-1);
      expect((last?.x ?? 0) + (last?.width ?? 0)).toBeCloseTo(width, 6);
    });
  });

  test('has its marks and labels inside, none over another', () => {
    pictures((timeline) => {
      for (const { x } of [...timeline.marks, ...timeline.ticks]) {
        expect(x).toBeGreaterThanOrEqual(0);
        expect(x).toBeLessThanOrEqual(WIDTH + 1e-6);
      }
      const names = timeline.marks.map(({ kind, at }) => `${kind} ${at}`);
      expect(names).toEqual([...new Set(names)]);
      for (const kind of ['date', 'time', 'month', 'year']) {
        const own = timeline.ticks.filter((tick) => tick.kind === kind);
        own.slice(1).forEach(({ x }, index) => {
          const before = own[index];
          expect(x - (before?.x ?? 0)).toBeGreaterThanOrEqual(before?.isShort === true ? 22 : 36);
        });
      }
    });
  });

  test('shows as counted exactly what is spent, and what was before counting began anew', () => {
    pictures(({ bands }, { at, spentMs, changes }) => {
      const told = bands
        .filter(
          ({ kind, from }) =>
            !['paused', 'stopped', 'unused', 'expected', 'closed'].includes(kind) && from < at,
        )
        .reduce((sum, { workedMs, from, to }) => sum + (to <= at ? workedMs : at - from), 0);
      const before = changes.reduce((sum, one) => sum + (one.isAnew ? one.spentMs : 0), 0);
      expect(told).toBe(spentMs + before);
    });
  });
});

test('two warnings that a change made due at once are one mark', () => {
  const rule = { ...medium, target: { kind: 'working-time' as const, ms: 8 * HOUR } };
  const clock = retargetClock(
    armed('2026-11-23 09:00', 40),
    rule,
    moscow('2026-11-23 16:30'),
    'priority',
    centaur.calendars,
  );
  const marks = [{ fraction: 0.5 }, { fraction: 0.8 }];
  const trace = countTrace(clock, () => centaur.calendars, moscow('2026-11-23 16:40'), marks);
  expect(trace.warnings).toHaveLength(2);
  const timeline = timelineOf(trace, { width: WIDTH, now: trace.at });
  expect(timeline?.marks.filter(({ kind }) => kind === 'warning')).toHaveLength(1);
});

test.each(['Europe/Moscow', 'Europe/London', 'America/New_York'])(
  'a date at the very end of the known years is drawn in %s',
  (name) => {
    const zone = parseTimeZone(name);
    if (zone === null) throw new Error(name);
    const day = [['09:00', '18:00']] as const;
    const calendar = compileSchedule({ zone, week: { 1: day, 3: day, 5: day }, exceptions: {} });
    const calendars = new Map([[medium.schedule, calendar]]);
    for (const from of ['2200-12-30T10:00Z', '2200-12-01T10:00Z', '2190-01-01T10:00Z']) {
      const target = {
        kind: 'agreed-date' as const,
        at: instant(Date.parse('2200-12-31T23:30Z')),
        pausesMoveIt: false,
      };
      const start = instant(Date.parse(from));
      const trace = countTrace(armClock({ ...medium, target }, start, calendars), () => calendars, start, []);
      expect(timelineOf(trace, { width: WIDTH, now: start })?.bands.at(-1)?.to).toBe(target.at);
    }
  },
);

describe('closed time', () => {
  test('is a notch: three days of work stay readable over a weekend', () => {
    const timeline = pictureOf(armed('2026-11-20 13:00', 12), '2026-11-23 10:00');
    expect(kindsOf(timeline)).toEqual(['worked', 'closed', 'worked', 'planned']);
    const [friday, weekend] = timeline.bands;
    expect([inMoscow(friday?.from ?? null), inMoscow(friday?.to ?? null)]).toEqual([
      '2026-11-20 13:00',
      '2026-11-20 17:00',
    ]);
    expect(weekend?.width).toBe(14);
    // To scale: four hours and one.
    expect((friday?.width ?? 0) / (timeline.bands[2]?.width ?? 1)).toBeCloseTo(4, 0);
  });

  test('before the first opening is a notch as well, with the start before it', () => {
    const timeline = pictureOf(armed('2026-11-20 20:00'), '2026-11-21 12:00');
    expect(kindsOf(timeline)).toEqual(['closed', 'planned']);
    expect(markOf(timeline, 'start')?.x).toBe(0);
    expect(markOf(timeline, 'now')?.x).toBeGreaterThan(0);
    expect(markOf(timeline, 'due')?.x).toBeCloseTo(WIDTH, 6);
  });

  test('of nights is left out where there are too many, the hours are not', () => {
    const timeline = pictureOf(armed('2026-02-02 09:00', 1200), '2026-05-20 12:00');
    expect(timeline.bands.length).toBeLessThan(10);
    expect(timeline.bands.reduce((sum, { workedMs }) => sum + workedMs, 0)).toBe(1200 * HOUR);
    expect(timeline.ticks.every(({ kind }) => kind === 'month')).toBe(true);
  });

  test('a shift over midnight is one band', () => {
    const zone = parseTimeZone('Europe/Moscow');
    if (zone === null) throw new Error('no Moscow');
    const week: Schedule['week'] = { 3: [['22:00', '06:00']], 4: [['22:00', '06:00']] };
    const calendars = new Map([[medium.schedule, compileSchedule({ zone, week, exceptions: {} })]]);
    const clock = armClock(medium, moscow('2026-11-18 20:00'), calendars);
    const timeline = pictureOf(clock, '2026-11-18 21:00', calendars);
    expect(kindsOf(timeline)).toEqual(['closed', 'planned']);
    expect(timeline.bands[1]).toMatchObject({
      from: moscow('2026-11-18 22:00'),
      to: moscow('2026-11-19 06:00'),
    });
  });
});

describe('what happened to a clock', () => {
  const paused = pauseClock(
    armed('2026-11-20 15:00'),
    moscow('2026-11-20 16:30'),
    'waiting-for-customer',
    centaur.calendars,
  );
  const resumed = resumeClock(paused, moscow('2026-11-24 12:30'), centaur.calendars);

  test('paused now: hatched up to now, then what is left if it went on now; no deadline', () => {
    const timeline = pictureOf(paused, '2026-11-24 12:00');
    expect(kindsOf(timeline)).toEqual(['worked', 'paused', 'expected', 'closed', 'expected']);
    const left = timeline.bands.filter(({ kind }) => kind === 'expected');
    expect(left.reduce((sum, { workedMs }) => sum + workedMs, 0)).toBe(6.5 * HOUR);
    expect(markOf(timeline, 'due')).toBeNull();
    expect(markOf(timeline, 'now')?.x).toBeCloseTo(left[0]?.x ?? 0, 6);
  });

  test('a long pause is cut short, so that the promise keeps its room', () => {
    const timeline = pictureOf(resumed, '2026-11-24 13:00');
    const pause = timeline.bands.find(({ kind }) => kind === 'paused');
    expect(pause).toMatchObject({ isShort: true, workedMs: 12 * HOUR });
    expect(pause?.width).toBeLessThan(WIDTH / 3);
  });

  test('stopped in time: what was not needed is shown up to the deadline', () => {
    const stopped = stopClock(resumed, moscow('2026-11-24 14:00'), 'public-reply', centaur.calendars);
    const timeline = pictureOf(stopped, '2026-12-01 12:00');
    expect(kindsOf(timeline)).toEqual(['worked', 'paused', 'worked', 'unused', 'closed', 'unused']);
    expect(markOf(timeline, 'now')).toBeNull();
    expect(markOf(timeline, 'due')).toMatchObject({ at: moscow('2026-11-25 11:00') });
    expect(markOf(timeline, 'stop')).toMatchObject({ at: moscow('2026-11-24 14:00') });
  });

  test('missed long ago: the time after it is cut short', () => {
    const timeline = pictureOf(breachClock(resumed, moscow('2027-09-25 15:00')), '2027-09-25 15:00');
    const due = markOf(timeline, 'missed');
    expect(due?.x).toBeGreaterThan(WIDTH / 2);
    expect(timeline.bands.some(({ kind, isShort }) => kind === 'late' && isShort)).toBe(true);
  });

  test('a deadline not yet noticed as missed is shown as missed', () => {
    expect(markOf(pictureOf(armed('2026-11-20 09:00'), '2026-11-23 10:00'), 'missed')).not.toBeNull();
  });

  test('never opens: nothing to draw', () => {
    const zone = parseTimeZone('Europe/Moscow');
    if (zone === null) throw new Error('no Moscow');
    const calendars = new Map([[medium.schedule, compileSchedule({ zone, week: {}, exceptions: {} })]]);
    const clock = armClock(medium, moscow('2026-11-18 20:00'), calendars);
    const now = moscow('2026-11-20 12:00');
    expect(
      timelineOf(
        countTrace(clock, () => calendars, now, []),
        { width: WIDTH, now },
      ),
    ).toBeNull();
  });
});

describe('its words', () => {
  const timeline = pictureOf(armed('2026-11-20 16:30'), '2026-11-23 10:40');
  const zone = countTrace(
    armed('2026-11-20 16:30'),
    () => centaur.calendars,
    moscow('2026-11-20 16:30'),
    [],
  ).zone;

  test('say a band, in both languages', () => {
    expect(timeline.bands.map((band) => bandWords(band, zone, 'ru'))).toEqual([
      'пт 20.11.2026 16:30–17:00: учтено, 30 минут',
      'пт 20.11.2026 17:00 – пн 23.11.2026 09:00: закрыто',
      'пн 23.11.2026 09:00–10:40: учтено, 1 час 40 минут',
      'пн 23.11.2026 10:40–16:30: осталось, 5 часов 50 минут',
    ]);
    expect(timeline.bands.slice(0, 1).map((band) => bandWords(band, zone, 'en'))).toEqual([
      'Fri 20 Nov 2026 16:30–17:00: counted, 30 minutes',
    ]);
  });

  test('name the deadline first, and now where there is room', () => {
    expect(timelineLabels(timeline, zone, 'ru').map(({ text, anchor }) => [text, anchor])).toEqual([
      ['срок пн 23.11 16:30', 'end'],
      ['сейчас', 'middle'],
    ]);
  });

  test('tell dates and hours below', () => {
    expect(timeline.ticks.map((tick) => tickWords(tick, zone, 'ru'))).toEqual([
      'пт',
      'пн 23.11',
      '16:30',
      '10:00',
      '12:00',
      '14:00',
    ]);
    expect(timeline.ticks.slice(0, 2).map((tick) => tickWords(tick, zone, 'en'))).toEqual([
      'Fri',
      'Mon 23/11',
    ]);
  });
});
