import type { TimeZoneId } from '@reglament/working-time';
import { describe, expect, test } from 'vitest';
import { traceClock } from '../clock/index.ts';
import type { CustomerPlace } from '../customer/local-zone.ts';
import type { SiteId } from '../ids.ts';
import { checkTrace } from '../test/check-trace.ts';
import { inMoscow, moscow, shipped, variant } from '../test/shipped-regulations.ts';
import {
  after,
  certificateOf,
  classify,
  clockOf,
  company,
  factsOf,
  given,
  says,
  type Story,
  when,
} from '../test/ticket-story.ts';
import { compareDeadlines } from './compare-deadlines.ts';
import { describeEvent } from './describe-event.ts';
import { fold } from './evolve.ts';
import { regulationOfTicket } from './regulation-of-ticket.ts';

// Optima: weekdays 09:00-18:00; a resolved ticket closes at 24:00 of the fourteenth day.
const FAR = 'Asia/Kamchatka' as TimeZoneId;
const WEST = 'Europe/Kaliningrad' as TimeZoneId;
const east = 'site-east' as SiteId;
const place: CustomerPlace = {
  zone: WEST,
  sites: [
    { siteId: east, zone: FAR },
    { siteId: 'site-west' as SiteId, zone: WEST },
  ],
};
const bySite = variant('shtrih-m', 'local time of the site', (r) => ({ ...r, localTime: 'site' }));
const closing = variant('optima', 'local time of the site', (r) => ({ ...r, localTime: 'site' }));
const nameSite = (siteId: SiteId | null) => ({ type: 'NameSite', siteId, place }) as const;
const partner = shipped(bySite).regulation.packages.find(({ id }) => id === 'partner')?.id ?? '';

const agree = (story: Story): void => {
  const { regulation, calendars } = factsOf(story, 0 as never);
  expect(compareDeadlines(story.ticket, story.journal, regulation, calendars)).toEqual([]);
  expect(fold(JSON.parse(JSON.stringify(story.journal)) as typeof story.journal)).toEqual(story.ticket);
  for (const clock of story.ticket.clocks)
    expect(checkTrace(traceClock(clock, regulation, calendars, clock.since))).toEqual([]);
};

describe('a ticket goes by the wall clock of its customer (R37)', () => {
  test('pinned at registration, on ticket and rule', () => {
    const story = given(bySite, { at: '2025-02-04 12:00', holds: partner, place, siteId: east });
    expect([story.ticket.zone, story.ticket.siteId]).toEqual([FAR, east]);
    expect(story.ticket.clocks.every(({ rule }) => rule.zone === FAR)).toBe(true);
    agree(story);
  });

  test('a site named later: what was counted stays, and the change is on record with its cause', () => {
    const story = given(bySite, { at: '2025-02-04 12:00', holds: partner, place });
    expect(story.ticket.zone).toBe(WEST);
    const named = when(story, '2025-02-04 14:00', nameSite(east));
    expect(named.happened.slice(0, 3)).toEqual(['SiteNamed', 'LocalTimeChanged', 'ClockRetargeted']);
    const [clock] = named.story.ticket.clocks;
    expect(clock?.changes).toMatchObject([{ cause: 'zone', spentMs: 2 * 3_600_000, before: { zone: WEST } }]);
    agree(named.story);
    expect(when(named.story, '2025-02-04 14:10', nameSite(east)).happened).toEqual([]);
  });

  test('a miss that the other clock makes dates from the change, never earlier', () => {
    const hasty = variant('shtrih-m', 'in plain hours to the next opening', (r) => ({
      ...r,
      localTime: 'site',
      clocks: r.clocks.map((one) => ({
        ...one,
        targets: one.targets.map((row) => ({
          ...row,
          within: { kind: 'calendar-days' as const, days: 1 },
        })),
      })),
    }));
    // By Kaliningrad's clock it has until 24:00 of Wednesday there; in Kamchatka that Wednesday is over ten hours before.
    const story = given(hasty, { at: '2025-02-04 12:00', holds: partner, place });
    expect(inMoscow(story.ticket.clocks[0]?.dueAt ?? null)).toBe('2025-02-06 01:00');
    const named = when(story, '2025-02-05 20:00', nameSite(east));
    expect(inMoscow(named.story.ticket.clocks[0]?.breachedAt ?? null)).toBe('2025-02-05 20:00');
    agree(named.story);
  });

  test('an ended clock keeps its own; reopened it goes on by the one of today', () => {
    const story = after(
      given(closing, { at: '2025-02-04 10:00', holds: '8x5x4', priority: '2', place }),
      ['2025-02-04 10:10', classify('incident', '2')],
      ['2025-02-04 12:00', says.resolve],
      ['2025-02-04 13:00', nameSite(east)],
    );
    expect(clockOf(story, 'execution').rule.zone).toBe(WEST);
    const reopened = after(story, ['2025-02-05 02:00', says.object]);
    expect(clockOf(reopened, 'execution')).toMatchObject({ status: 'running', rule: { zone: FAR } });
    expect(clockOf(reopened, 'execution').changes?.at(-1)).toMatchObject({ cause: 'zone' });
    agree(reopened);
  });

  test('R7: the last day before it closes by itself ends at 24:00 there, also when the site is named meanwhile', () => {
    const resolved = after(
      given(closing, { at: '2025-02-04 10:00', holds: '8x5x4', priority: '2', place }),
      ['2025-02-04 10:10', classify('incident', '2')],
      ['2025-02-04 12:00', says.resolve],
    );
    expect(inMoscow(resolved.ticket.resolution?.closesAt ?? null)).toBe('2025-02-19 01:00');
    const moved = after(resolved, ['2025-02-04 13:00', nameSite(east)]);
    expect(inMoscow(moved.ticket.resolution?.closesAt ?? null)).toBe('2025-02-18 15:00');
    agree(moved);
  });

  test('the company found later brings its clock, in two languages', () => {
    const stranger = given(bySite, { at: '2025-02-04 12:00', holds: 'stranger' });
    expect(stranger.ticket.zone).toBe('Europe/Moscow');
    const found = when(stranger, '2025-02-04 12:30', {
      type: 'Identify',
      companyId: company,
      certificates: [certificateOf(partner, moscow('2025-02-04 12:00'))],
      place,
    });
    expect(found.happened).toContain('LocalTimeChanged');
    expect(found.story.ticket.zone).toBe(WEST);
    agree(found.story);
    const told = found.story.journal.find(({ event }) => event.type === 'LocalTimeChanged')?.event;
    if (told === undefined) throw new Error('nothing was told');
    const names = {
      regulation: shipped(bySite).regulation,
      person: () => '',
      moment: () => ({ ru: '', en: '' }),
    };
    expect(describeEvent(told, names).says).toEqual({
      ru: `Дальше по местному времени компании: ${WEST}`,
      en: `From here on by the company’s local time: ${WEST}`,
    });
  });

  test('a desk with a clock of its own pins nothing, whatever is known and named', () => {
    const own = after(given('shtrih-m', { at: '2025-02-04 12:00', holds: partner, place }), [
      '2025-02-04 13:00',
      nameSite(east),
    ]);
    expect('zone' in own.ticket).toBe(false);
    expect(own.ticket.siteId).toBe(east);
    expect(own.journal.map(({ event }) => event.type)).not.toContain('LocalTimeChanged');
    agree(own);
  });
});

describe('the regulation as it holds for one ticket', () => {
  test('is read once for each zone, and is itself where nothing is pinned', () => {
    const given = shipped(bySite);
    const far = regulationOfTicket(given, { zone: FAR });
    expect(regulationOfTicket(given, { zone: FAR }).regulation).toBe(far.regulation);
    expect(regulationOfTicket(given, {}).regulation).toBe(given.regulation);
    expect(regulationOfTicket(far, {}).regulation).toBe(given.regulation);
  });

  test('pins that its text does not ask for change nothing', () => {
    const plain = shipped('shtrih-m');
    const pins = { zone: FAR, calendars: [{ id: 'ru', edition: 'of another day' }] };
    expect(regulationOfTicket(plain, pins).regulation).toBe(plain.regulation);
  });
});
