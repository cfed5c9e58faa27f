import { describe, expect, test } from 'vitest';
import type { Instant } from '@reglament/working-time';
import { scheduleOfRule, traceClock } from '../clock/index.ts';
import { describeTrace } from '../clock/explain/describe-trace.ts';
import type { CalendarEdition, Regulation } from '../regulation/index.ts';
import { anHourLater, withReaction, without } from '../test/edition-changes.ts';
import { differencesUnder, type Edition, editionOf, factsUnder, whenUnder } from '../test/edition-story.ts';
import {
  inMoscow,
  moscow,
  productionCalendars,
  shipped,
  underCalendar,
} from '../test/shipped-regulations.ts';
import { after, classify, clockOf, given, noticeAccepted, says, type Story } from '../test/ticket-story.ts';
import { alarmsOf } from './alarms.ts';
import { describeEvent } from './describe-event.ts';
import { fold } from './evolve.ts';

const follow = { type: 'FollowEditions' } as const;

const HOUR = 3_600_000;

const first: Edition = { version: 'version-1', desk: 'centaur', from: '2020-01-01 00:00' };

/** Low priority at Centaur: 8 working hours of reaction, weekdays 09-17; from Friday 10:00 to Monday 10:00. */
const friday = (): Story => given('centaur', { at: '2025-02-07 10:00', holds: 'extended', priority: 'low' });

const due = (story: Story, clock = 'reaction'): string | null => inMoscow(clockOf(story, clock).dueAt);

const noon = (change?: (r: Regulation) => Regulation): readonly Edition[] => [
  first,
  editionOf('centaur', 'version-2', '2025-02-07 12:00', change),
];

describe('an edition in force whose open tickets go over to it (R43, the other answer)', () => {
  test('is gone over to by an event of its own: what elapsed stays, the rest is by the new text', () => {
    const editions = noon(withReaction(4));
    const told = whenUnder(editions, friday(), '2025-02-07 12:30', follow);
    expect(told.happened).toEqual(['EditionFollowed', 'ClockRetargeted']);
    const { ticket } = told.story;
    expect(ticket).toMatchObject({ regulationVersionId: 'version-2', left: ['version-1'] });
    // Two of four hours were used up by noon.
    expect(due(told.story)).toBe('2025-02-07 14:00');
    expect(clockOf(told.story, 'reaction').changes).toMatchObject([
      { cause: 'edition', at: moscow('2025-02-07 12:00'), spentMs: 2 * HOUR },
    ]);
    expect(clockOf(told.story, 'reaction').rule.edition).toBe('version-2');
    expect(fold(told.story.journal)).toEqual(ticket);
    expect(differencesUnder(editions, told.story)).toEqual([]);
  });

  test('is gone over to once, and the same whenever somebody gets to it', () => {
    const editions = noon(withReaction(4));
    const soon = whenUnder(editions, friday(), '2025-02-07 12:00', follow);
    const late = whenUnder(editions, friday(), '2025-02-07 16:59', follow);
    expect(late.story.ticket).toEqual(soon.story.ticket);
    expect(whenUnder(editions, late.story, '2025-02-07 17:00', follow).happened).toEqual([]);
  });

  test('before its day, and without it, nothing happens', () => {
    const editions = noon(withReaction(4));
    expect(whenUnder(editions, friday(), '2025-02-07 11:59', follow).happened).toEqual([]);
    const stays = noon((r) => ({
      ...withReaction(4)(r),
      versions: r.versions === null ? null : { ...r.versions, tickets: 'at-registration' },
    }));
    expect(whenUnder(stays, friday(), '2025-02-07 12:30', follow).happened).toEqual([]);
  });

  test('comes before whatever else is asked, which then goes by the new text', () => {
    const editions = noon(withReaction(4));
    const ring = { type: 'RingBreach', clock: 'reaction' } as const;
    expect(whenUnder(editions, friday(), '2025-02-07 13:00', ring).happened).toEqual([
      'EditionFollowed',
      'ClockRetargeted',
    ]);
    const rung = whenUnder(editions, friday(), '2025-02-07 14:01', ring);
    expect(rung.happened).toEqual(['EditionFollowed', 'ClockRetargeted', 'ClockBreached']);
    expect(clockOf(rung.story, 'reaction').breachedAt).toBe(moscow('2025-02-07 14:00'));
    expect(differencesUnder(editions, rung.story)).toEqual([]);
  });

  test('a miss that it makes dates from its first moment, never earlier', () => {
    const editions = noon(withReaction(1));
    const told = whenUnder(editions, friday(), '2025-02-07 15:00', follow);
    expect(told.happened).toEqual(['EditionFollowed', 'ClockRetargeted', 'ClockBreached']);
    expect(told.events.at(-1)).toMatchObject({ cause: 'edition', dueAt: moscow('2025-02-07 12:00') });
    expect(clockOf(told.story, 'reaction').firstBreachAt).toBe(moscow('2025-02-07 12:00'));
    expect(differencesUnder(editions, told.story)).toEqual([]);
  });

  test('a miss that was there before it and is none by it is cleared, the first stays on record', () => {
    const editions = [first, editionOf('centaur', 'version-2', '2025-02-11 12:00', withReaction(40))];
    const told = whenUnder(editions, friday(), '2025-02-11 13:00', follow);
    expect(clockOf(told.story, 'reaction')).toMatchObject({
      breachedAt: null,
      firstBreachAt: moscow('2025-02-10 10:00'),
    });
    expect(differencesUnder(editions, told.story)).toEqual([]);
  });

  test('met and missed clocks keep their outcome, their rule and their hours', () => {
    const met = after(friday(), ['2025-02-07 11:00', noticeAccepted('2025-02-07 11:00')]);
    const editions = noon((r) => anHourLater(withReaction(1)(r)));
    const told = whenUnder(editions, met, '2025-02-07 12:30', follow);
    const before = clockOf(met, 'reaction');
    const clock = clockOf(told.story, 'reaction');
    expect(clock).toEqual({ ...before, rule: { ...before.rule, schedule: clock.rule.schedule } });
    const { regulation } = factsUnder(editions, told.story.ticket, moscow('2025-02-07 12:30'));
    const hours = scheduleOfRule(clock.rule, regulation);
    expect(hours?.week).toEqual(scheduleOfRule(before.rule, shipped('centaur').regulation)?.week);
    expect(differencesUnder(editions, told.story)).toEqual([]);
  });

  test('other hours under the same name: counted by the old up to its first moment, by the new from then on', () => {
    const editions = [first, editionOf('centaur', 'version-2', '2025-02-07 18:00', anHourLater)];
    const told = whenUnder(editions, friday(), '2025-02-07 18:00', follow);
    // Seven hours of Friday, one of Monday, which begins at ten now.
    expect(due(told.story)).toBe('2025-02-10 11:00');
    expect(clockOf(told.story, 'reaction').changes?.[0]?.spentMs).toBe(7 * HOUR);
    const { regulation, calendars } = factsUnder(editions, told.story.ticket, moscow('2025-02-07 18:00'));
    const trace = traceClock(
      clockOf(told.story, 'reaction'),
      regulation,
      calendars,
      moscow('2025-02-10 10:30'),
    );
    expect(trace.periods.map(({ workedMs, isProven }) => [workedMs / HOUR, isProven])).toEqual([
      [7, true],
      [1, true],
    ]);
    expect(describeTrace(trace, regulation, 'ru', 'staff').join('\n')).toMatch(
      /вступила в силу новая редакция регламента: по-прежнему 8/,
    );
    expect(differencesUnder(editions, told.story)).toEqual([]);
  });

  test('a paused clock goes on by it after the pause', () => {
    const asked = after(
      friday(),
      ['2025-02-07 10:30', classify('incident', 'low')],
      ['2025-02-07 11:00', says.ask],
    );
    const editions = noon((r) => anHourLater(r));
    const told = whenUnder(editions, asked, '2025-02-07 13:00', follow).story;
    const back = whenUnder(editions, told, '2025-02-10 09:30', says.customerWrites).story;
    for (const clock of back.ticket.clocks)
      if (clock.status === 'running') expect(clock.rule.edition).toBe('version-2');
    expect(differencesUnder(editions, back)).toEqual([]);
  });

  test('of two editions missed while nobody was there the ticket goes through both', () => {
    const editions = [
      first,
      editionOf('centaur', 'version-2', '2025-02-07 12:00', withReaction(6)),
      editionOf('centaur', 'version-3', '2025-02-07 14:00', (r) => anHourLater(withReaction(5)(r))),
    ];
    const step = whenUnder(editions, friday(), '2025-02-07 12:30', follow).story;
    const two = whenUnder(editions, step, '2025-02-07 14:30', follow).story;
    const once = whenUnder(editions, friday(), '2025-02-07 16:00', follow).story;
    expect(once.ticket).toEqual(two.ticket);
    expect(once.ticket.left).toEqual(['version-1', 'version-2']);
    expect(due(once)).toBe('2025-02-07 15:00');
    expect(differencesUnder(editions, once)).toEqual([]);
    expect(differencesUnder(editions, two)).toEqual([]);
  });

  test('one between that leaves open tickets alone is passed over', () => {
    const editions = [
      first,
      editionOf('centaur', 'version-2', '2025-02-07 12:00', (r) => ({
        ...withReaction(1)(r),
        versions: r.versions === null ? null : { ...r.versions, tickets: 'at-registration' },
      })),
      editionOf('centaur', 'version-3', '2025-02-07 14:00', withReaction(6)),
    ];
    const told = whenUnder(editions, friday(), '2025-02-07 14:30', follow).story;
    expect(told.ticket.left).toEqual(['version-1']);
    expect(clockOf(told, 'reaction').firstBreachAt).toBeNull();
  });

  test.each([
    ['package', 'extended', without('packages', 'extended')],
    ['priority', 'low', without('priorities', 'low')],
    ['clock', 'reaction', without('clocks', 'reaction')],
    [
      'promise',
      'reaction',
      (r: Regulation): Regulation => ({
        ...r,
        clocks: r.clocks.map((one) => (one.id === 'reaction' ? { ...one, targets: [] } : one)),
      }),
    ],
  ] as const)('lacking its %s it keeps its own edition, says so once and counts on', (part, id, change) => {
    const editions = noon((r) => change(withReaction(1)(r)));
    const told = whenUnder(editions, friday(), '2025-02-07 12:30', follow);
    expect(told.happened).toEqual(['EditionNotFollowed']);
    expect(told.events[0]).toMatchObject({ lacks: { part, id }, edition: 'version-2' });
    expect(told.story.ticket.regulationVersionId).toBe('version-1');
    expect(due(told.story)).toBe('2025-02-10 10:00');
    expect(whenUnder(editions, told.story, '2025-02-07 12:31', follow).happened).toEqual([]);
    expect(fold(told.story.journal)).toEqual(told.story.ticket);
    expect(differencesUnder(editions, told.story)).toEqual([]);
  });

  test('a later edition that has it again is gone over to', () => {
    const editions = [
      ...noon(without('packages', 'extended')),
      editionOf('centaur', 'version-3', '2025-02-07 14:00'),
    ];
    const stays = whenUnder(editions, friday(), '2025-02-07 12:30', follow).story;
    const told = whenUnder(editions, stays, '2025-02-07 14:30', follow);
    expect(told.story.ticket).toMatchObject({ regulationVersionId: 'version-3', left: ['version-1'] });
    expect(told.story.ticket.notFollowed).toBeUndefined();
  });

  test('promising nothing in so many words, it takes the clock off; what was missed ends there', () => {
    const nothing = (r: Regulation): Regulation => ({
      ...r,
      clocks: r.clocks.map((one) => ({
        ...one,
        targets: one.targets.map((row) => (one.id === 'reaction' ? { ...row, within: null } : row)),
      })),
    });
    const told = whenUnder(noon(nothing), friday(), '2025-02-07 12:30', follow);
    expect(told.events.slice(1)).toMatchObject([{ type: 'ClockWithdrawn', cause: 'edition' }]);
    const late = [first, editionOf('centaur', 'version-2', '2025-02-11 12:00', nothing)];
    const missed = whenUnder(late, friday(), '2025-02-11 13:00', follow);
    expect(missed.events.slice(1)).toMatchObject([{ type: 'ClockStopped', cause: 'no-longer-promised' }]);
    expect(differencesUnder(late, missed.story)).toEqual([]);
  });

  test('a promise that it makes for the first time is due at its first moment at the earliest', () => {
    const none: Edition = {
      ...first,
      desk: editionOf('centaur', 'none', '2020-01-01 00:00', without('clocks', 'reaction')).desk,
    };
    const story = given(none.desk, { at: '2025-02-07 10:00', holds: 'extended', priority: 'low' });
    const told = whenUnder([none, ...noon(withReaction(1)).slice(1)], story, '2025-02-07 13:00', follow);
    expect(told.happened).toContain('ClockArmed');
    expect(clockOf(told.story, 'reaction').dueAt).toBe(moscow('2025-02-07 12:00'));
    expect(differencesUnder([none, ...noon(withReaction(1)).slice(1)], told.story)).toEqual([]);
  });

  test('closed tickets stay where they are; opened again they go by it from then on', () => {
    const reopening = (r: Regulation): Regulation => ({
      ...r,
      lifecycle: { ...r.lifecycle, afterClosing: { reopensWithinDays: 5, clause: 'CN-TIME' } },
      clocks: r.clocks.map((one) => ({ ...one, onObjection: 'resume' as const })),
    });
    const old: Edition = { ...first, desk: editionOf('centaur', 'old', '2020-01-01 00:00', reopening).desk };
    const editions = [
      old,
      editionOf('centaur', 'version-2', '2025-02-07 12:00', (r) => withReaction(6)(reopening(r))),
    ];
    const begun = given(old.desk, { at: '2025-02-07 10:00', holds: 'extended', priority: 'low' });
    const closed = after(begun, ['2025-02-07 11:00', says.resolve], ['2025-02-07 11:30', says.confirm]);
    expect(whenUnder(editions, closed, '2025-02-07 13:00', follow).happened).toEqual([]);
    const opened = whenUnder(editions, closed, '2025-02-10 10:00', says.customerWrites);
    expect(opened.happened).toContain('TicketReopened');
    expect(opened.events.find(({ type }) => type === 'EditionFollowed')).toMatchObject({
      from: moscow('2025-02-10 10:00'),
    });
    expect(opened.story.ticket.regulationVersionId).toBe('version-2');
    expect(fold(opened.story.journal)).toEqual(opened.story.ticket);
    expect(differencesUnder(editions, opened.story)).toEqual([]);
  });

  test('a promise that it makes for the first time, of what is over already, is none', () => {
    const none: Edition = {
      ...first,
      desk: editionOf('centaur', 'without', '2020-01-01 00:00', without('clocks', 'reaction')).desk,
    };
    const story = given(none.desk, { at: '2025-02-07 10:00', holds: 'extended', priority: 'low' });
    const told = after(story, ['2025-02-07 11:00', noticeAccepted('2025-02-07 11:00')]);
    const editions = [none, ...noon().slice(1)];
    expect(whenUnder(editions, told, '2025-02-07 13:00', follow).happened).toEqual(['EditionFollowed']);
  });

  test.each([
    // Known before the text: its hours count for what the text leaves.
    ['2025-02-07 11:00', 1],
    // Known after it: they count for what comes.
    ['2025-02-07 12:30', 2],
  ])('with a calendar edited at %s, both missed, each counts from its own moment', (edited, hours) => {
    const ru = productionCalendars['ru'] as CalendarEdition;
    const year = ru.years['2025'];
    if (year === undefined) throw new Error('no 2025');
    const before: CalendarEdition = { ...ru, edition: 'first' };
    const now: CalendarEdition = {
      ...ru,
      edition: `friday off from ${edited}`,
      years: { ...ru.years, 2025: { ...year, holidays: [...year.holidays, '2025-02-07'] } },
      replaces: { calendar: before, until: moscow(edited) },
    };
    const begun = given(underCalendar('centaur', before), {
      at: '2025-02-07 10:00',
      holds: 'extended',
      priority: 'low',
    });
    const desk = underCalendar('centaur', now);
    const editions = [{ ...first, desk }, editionOf(desk, 'version-2', '2025-02-07 12:00', withReaction(6))];
    const told = whenUnder(editions, begun, '2025-02-07 15:00', follow).story;
    const clock = clockOf(told, 'reaction');
    const change = clock.changes?.find(({ cause }) => cause === 'edition');
    expect(change?.spentMs).toBe(hours * HOUR);
    expect(clock.rule).toMatchObject({ calendar: { edition: now.edition }, edition: 'version-2' });
    expect(differencesUnder(editions, told)).toEqual([]);
  });

  test('a text by which tickets keep their production calendars pins those of its first day', () => {
    const keeps = (calendars: 'new-tickets' | 'open-tickets') =>
      noon((r) => ({ ...r, versions: r.versions === null ? null : { ...r.versions, calendars } }));
    const pins = (calendars: 'new-tickets' | 'open-tickets') =>
      whenUnder(keeps(calendars), friday(), '2025-02-07 12:30', follow).story.ticket.calendars;
    expect(pins('new-tickets')).toMatchObject([{ id: 'ru' }]);
    expect(pins('open-tickets')).toBeUndefined();
  });

  test('alarms follow', () => {
    const told = whenUnder(noon(withReaction(4)), friday(), '2025-02-07 12:30', follow).story;
    expect(alarmsOf(told.ticket).find(({ kind }) => kind === 'breach')?.at).toBe(
      moscow('2025-02-07 14:00') + 1,
    );
  });

  test('commands after it go by the new text, also where they set a clock going again', () => {
    const editions = noon((r) => anHourLater(withReaction(6)(r)));
    const led = whenUnder(editions, friday(), '2025-02-07 12:30', follow).story;
    const solved = whenUnder(editions, led, '2025-02-07 14:00', says.resolve).story;
    const objected = whenUnder(editions, solved, '2025-02-10 12:00', says.object);
    expect(objected.refused).toBeNull();
    expect(fold(objected.story.journal)).toEqual(objected.story.ticket);
    expect(differencesUnder(editions, objected.story)).toEqual([]);
  });

  test('a clock that has ended runs again by the new text, or not at all where that promises nothing of it', () => {
    const resumes = (r: Regulation): Regulation => ({
      ...r,
      clocks: r.clocks.map((one) => ({ ...one, onObjection: 'resume', stops: ['resolution'] })),
    });
    const silent = (r: Regulation): Regulation => ({
      ...resumes(r),
      clocks: resumes(r).clocks.map((one) => ({
        ...one,
        targets: one.targets.map((row) => ({ ...row, within: null })),
      })),
    });
    const old: Edition = {
      ...first,
      desk: editionOf('centaur', 'resumes', '2020-01-01 00:00', resumes).desk,
    };
    const solved = after(given(old.desk, { at: '2025-02-07 10:00', holds: 'extended', priority: 'low' }), [
      '2025-02-07 11:00',
      says.resolve,
    ]);
    const objected = (change: (r: Regulation) => Regulation) => {
      const editions = [old, editionOf('centaur', 'version-2', '2025-02-07 12:00', change)];
      const { story } = whenUnder(editions, solved, '2025-02-07 13:00', says.object);
      expect(differencesUnder(editions, story)).toEqual([]);
      return clockOf(story, 'reaction');
    };
    expect(objected((r) => withReaction(6)(resumes(r)))).toMatchObject({
      status: 'running',
      rule: { edition: 'version-2' },
      changes: [{ cause: 'edition', at: moscow('2025-02-07 13:00') }],
    });
    expect(objected(silent)).toMatchObject({ status: 'stopped', outcome: 'met' });
  });

  test('is told in both languages, with the edition and from when on', () => {
    const moment = (at: Instant) => ({ ru: inMoscow(at) ?? '', en: inMoscow(at) ?? '' });
    const names = { regulation: shipped('centaur').regulation, person: () => '', moment };
    const [followed, moved] = whenUnder(noon(withReaction(4)), friday(), '2025-02-07 12:30', follow).events;
    const [kept] = whenUnder(
      noon(without('packages', 'extended')),
      friday(),
      '2025-02-07 12:30',
      follow,
    ).events;
    if (followed === undefined || moved === undefined || kept === undefined)
      throw new Error('nothing happened');
    const said = [followed, moved, kept].map((event) => describeEvent(event, names));
    expect(said.map(({ says: { ru } }) => ru)).toEqual([
      'Вступила в силу редакция «version-2»: с 2025-02-07 12:00 заявка идёт по ней',
      'Реакция: новая редакция регламента, срок перенесён с 2025-02-10 10:00 на 2025-02-07 14:00',
      'Заявка осталась на своей редакции: в редакции «version-2» нет пакета «Расширенный»',
    ]);
    for (const {
      says: { en },
      clause,
    } of said) {
      expect(en).toMatch(/edition/i);
      expect(clause).not.toBeNull();
    }
  });
});
