import { describe, expect, test } from 'vitest';
import {
  moscow,
  productionCalendars,
  ruleOf,
  shipped,
  underCalendar,
} from '../../test/shipped-regulations.ts';
import type { CalendarEdition } from '../../regulation/index.ts';
import { checkTrace } from '../../test/check-trace.ts';
import { changeCalendar, laterEdition } from '../change-calendar.ts';
import type { Clock } from '../clock.ts';
import { describeTrace } from './describe-trace.ts';
import { armClock, reopenClock, retargetClock, stopClock } from '../run-clock.ts';
import { traceClock } from './trace-clock.ts';

const centaur = shipped('centaur');

const armed = (priority: string, from: string, desk = 'centaur'): Clock => {
  const one = shipped(desk);
  return armClock(ruleOf(one, 'reaction', 'basic', priority), moscow(from), one.calendars);
};

const told = (clock: Clock, language: 'ru' | 'en' = 'ru', desk = 'centaur'): readonly string[] => {
  const { regulation, calendars } = shipped(desk);
  const trace = traceClock(clock, regulation, calendars, clock.since);
  expect(checkTrace(trace)).toEqual([]);
  return describeTrace(trace, regulation, language);
};

describe('a change of rule in words', () => {
  const raised = retargetClock(
    armed('low', '2026-11-19 10:00'),
    ruleOf(centaur, 'reaction', 'basic', 'critical'),
    moscow('2026-11-20 15:00'),
    'priority',
    centaur.calendars,
  );

  test('that makes a miss says from when, and what was and what is', () => {
    expect(told(raised).slice(4)).toEqual([
      'До пт 20.11.2026 15:00 учтено 13 часов: чт 19.11.2026 10:00–17:00 (7 часов), пт 20.11.2026 09:00–15:00 (6 часов).',
      'Пт 20.11.2026 15:00 изменён приоритет: было 24 рабочих часа (CN-TIME), стало 4 рабочих часа (CN-TIME); учтённое время (13 часов) сохраняется. Срок был вт 24.11.2026 10:00, стал пт 20.11.2026 15:00. По новому правилу время к этому моменту уже вышло: срок нарушен с пт 20.11.2026 15:00, не раньше.',
      'Срок прошёл пт 20.11.2026 15:00.',
    ]);
  });

  test('in English', () => {
    expect(told(raised, 'en')[5]).toBe(
      'Fri 20 Nov 2026 15:00 the priority changed: it was 24 working hours (CN-TIME), it is 4 working hours (CN-TIME); the time counted (13 hours) is kept. It was due Tue 24 Nov 2026 10:00, it became due Fri 20 Nov 2026 15:00. By the new rule the time was already up: missed from Fri 20 Nov 2026 15:00, not earlier.',
    );
  });

  test('that clears a miss keeps the first one on record', () => {
    const lowered = retargetClock(
      armed('medium', '2026-11-19 10:00'),
      ruleOf(centaur, 'reaction', 'basic', 'low'),
      moscow('2026-11-20 11:00'),
      'priority',
      centaur.calendars,
    );
    const words = told(lowered);
    expect(words.some((one) => one.endsWith('По новому правилу срок не нарушен.'))).toBe(true);
    expect(words.at(-1)).toBe('Первое нарушение срока, пт 20.11.2026 10:00, остаётся в записи.');
  });

  test('several are told one by one, each after what had counted', () => {
    const again = retargetClock(
      retargetClock(
        armed('low', '2026-11-19 10:00'),
        ruleOf(centaur, 'reaction', 'basic', 'medium'),
        moscow('2026-11-19 12:00'),
        'priority',
        centaur.calendars,
      ),
      ruleOf(centaur, 'reaction', 'extended', 'medium'),
      moscow('2026-11-19 13:00'),
      'package',
      centaur.calendars,
    );
    const starts = told(again).map((one) => one.split(':')[0]);
    expect(starts.slice(4)).toEqual([
      'До чт 19.11.2026 12',
      'Чт 19.11.2026 12',
      'До чт 19.11.2026 13',
      'Чт 19.11.2026 13',
      'Считается',
      'Срок',
    ]);
  });

  test('by an edition of the calendar says old and new deadline, and that nothing is judged', () => {
    const ru = productionCalendars['ru'];
    const year = ru?.years['2025'];
    if (ru === undefined || year === undefined) throw new Error('no 2025');
    const first: CalendarEdition = { ...ru, edition: 'first' };
    const second: CalendarEdition = {
      ...ru,
      edition: 'second',
      years: { ...ru.years, 2025: { ...year, holidays: [...year.holidays, '2025-02-10'] } },
      replaces: { calendar: first, until: moscow('2025-02-07 12:00') },
    };
    const before = underCalendar('centaur', first);
    const after = underCalendar('centaur', second);
    const clock = armed('medium', '2025-02-07 10:00', before);
    const later = laterEdition(clock.rule, shipped(after).regulation);
    if (later === null) throw new Error('no later edition');
    const adopted = changeCalendar(clock, later, moscow('2025-02-07 12:30'), shipped(after).calendars);
    const words = told(adopted, 'ru', after);
    expect(words.find((one) => one.includes('производственного календаря'))).toContain(
      'Срок был пн 10.02.2025 10:00, стал вт 11.02.2025 10:00. Учтённое время не пересчитывается, нарушение из-за этого не возникает.',
    );
    expect(told(adopted, 'en', after).find((one) => one.includes('production calendar'))).toContain(
      'What was counted stays as it was; this alone makes no miss.',
    );
  });
});

test('a reopening is told with what was not counted', () => {
  const stopped = stopClock(
    armed('medium', '2026-11-19 10:00'),
    moscow('2026-11-19 12:00'),
    'resolution',
    centaur.calendars,
  );
  const reopened = reopenClock(stopped, moscow('2026-11-20 10:00'), centaur.calendars);
  expect(told(reopened)).toContain(
    'Чт 19.11.2026 12:00 работа была завершена, пт 20.11.2026 10:00 возобновлена: отсчёт идёт дальше, не учтено 6 часов рабочего времени.',
  );
});
