import { armClock, type Clock, countTrace, type CountingRule, pauseClock, stopClock } from '@reglament/desk';
import { compileSchedule, parseInstant, parseTimeZone, type Instant } from '@reglament/working-time';
import { describe, expect, it } from 'vitest';
import { timelinePicture } from './timeline-picture.ts';

const at = (text: string): Instant => {
  const found = parseInstant(`${text.replace(' ', 'T')}+03:00`);
  if (found === null) throw new Error(`not a time: ${text}`);
  return found;
};
const zone = parseTimeZone('Europe/Moscow');
if (zone === null) throw new Error('no Moscow');
const office = compileSchedule({
  zone,
  week: Object.fromEntries([1, 2, 3, 4, 5].map((day) => [day, [['09:00', '17:00']]])),
  exceptions: {},
});
const calendars = new Map([['office', office]]);
const rule: CountingRule = {
  clock: 'reaction',
  packageId: 'basic',
  priority: null,
  target: { kind: 'working-time', ms: 8 * 3_600_000 },
  schedule: 'office',
  clause: 'X',
  edition: '1',
  calendar: null,
};

const draw = (clock: Clock, now: string, language: 'ru' | 'en' = 'ru'): string => {
  const trace = countTrace(clock, () => calendars, at(now), [{ fraction: 0.5 }]);
  return timelinePicture({ trace, name: 'Реакция <1>', now: at(now), language })?.source ?? '';
};

const armed = armClock(rule, at('2026-11-20 15:00'), calendars);

describe('the timeline of the status page', () => {
  it('is one picture with a name, every stretch with its words', () => {
    const picture = draw(armed, '2026-11-23 10:00');
    expect(picture).toContain(
      'Реакция &lt;1&gt;, шкала времени: обещано 8 рабочих часов, учтено 3 часа рабочего времени, срок пн 23.11.2026 15:00.',
    );
    expect(picture.match(/role="img"/gu)).toHaveLength(1);
    for (const words of [
      'пт 20.11.2026 15:00–17:00: учтено, 2 часа',
      'пн 23.11.2026 09:00–10:00: учтено, 1 час',
      'пн 23.11.2026 10:00–15:00: осталось, 5 часов',
      'срок: пн 23.11.2026 15:00',
      'сейчас: пн 23.11.2026 10:00',
    ])
      expect(picture).toContain(`<title>${words}</title>`);
  });

  it('keeps to a policy without inline styles and scripts', () => {
    expect(draw(armed, '2026-11-23 10:00')).not.toMatch(/style=|<style|<script|onload|href/u);
  });

  it('tells kinds by pattern and words, not by colour alone', () => {
    const paused = pauseClock(armed, at('2026-11-20 16:00'), 'waiting-for-customer', calendars);
    const picture = draw(paused, '2026-11-23 10:00');
    expect(picture).toContain('fill="url(#tl-reaction-paused)"');
    expect(picture).toContain('</svg>пауза</li>');
    expect(picture).toContain('</svg>осталось, если продолжить сейчас</li>');
  });

  it('draws a clock that ended late in English', () => {
    const late = stopClock(armed, at('2026-11-24 10:00'), 'public-reply', calendars);
    const picture = draw(late, '2026-11-30 10:00', 'en');
    expect(picture).toContain('done late Tue 24 Nov 2026 10:00.');
    expect(picture).toContain('>missed Mon 23 Nov 15:00</text>');
    expect(picture).toContain('<title>Tue 24 Nov 2026 09:00–10:00: past the deadline, 1 hour</title>');
  });

  it('is left out where nothing is open and nothing is due', () => {
    const closed = new Map([['office', compileSchedule({ zone, week: {}, exceptions: {} })]]);
    const never = armClock(rule, at('2026-11-20 15:00'), closed);
    const trace = countTrace(never, () => closed, at('2026-11-23 10:00'), []);
    expect(timelinePicture({ trace, name: 'Реакция', now: trace.at, language: 'ru' })).toBeNull();
  });
});
