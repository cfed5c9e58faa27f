import { describe, expect, test } from 'vitest';
import { productionCalendars, shipped, shippedText } from '../test/shipped-regulations.ts';
import { parseRegulation } from './parse-regulation.ts';

/** Desk, what its file says, and what it says instead where another reading is wanted: a change within one line. */
type Change = readonly [reading: string, desk: string, said: string, instead: string];

const CHANGES: readonly Change[] = [
  ['R1', 'alteroffice', '"48 hours, then next opening"', '48 working hours'],
  ['R2', 'alteroffice', 'calendar: none # R2', 'calendar: ru # R2'],
  ['R3', 'alteroffice', ', individually: shorter-only', ''],
  ['R4', 'optima', '{mon-fri: 09:00-18:00}', '{mon-fri: [09:00-13:00, 14:00-18:00]}'],
  ['R5', 'optima', 'starts: classification', 'starts: registration'],
  ['R6', 'optima', 'within: 2 working days,', 'within: "2 working days, same time",'],
  ['R7', 'optima', 'after: 14 calendar days', 'after: 336 hours'],
  ['R8', 'alteroffice', '31 days after purchase]', '30 days after purchase]'],
  ['R9', 'alteroffice', 'cabinet: no', 'cabinet: yes'],
  ['R9', 'alteroffice', 'registered-in: page-without-account', 'registered-in: cabinet'],
  ['R10', 'shtrih-m', 'terms: [3 months]', 'terms: [90 days]'],
  ['R11', 'flat', 'given: declared-intent', 'given: everybody'],
  ['R12', 'flat', 'within: 12 months', 'within: 365 days'],
  ['R13', 'centaur', '24 working hours', '72 hours'],
  ['R14', 'shtrih-m', '24 working hours', '3 working days'],
  ['R15', 'flat', 'within: 48 working hours', 'within: 48 hours'],
  ['R16', 'flat', 'named-date: wins', 'named-date: ignored'],
  ['R17', 'alteroffice', '"48 hours, then next opening"', '"48 hours, from opening, then next opening"'],
  ['R18', 'optima', 'within: 2 working days,', 'within: "2 working days, from opening",'],
  ['R19', 'optima', 'after-pause: as-counted', 'after-pause: closing-time'],
  ['R20', 'optima', 'figure-by: supposed-priority', 'figure-by: set-priority'],
  ['R20', 'optima', 'pauses: []', 'pauses: [waiting-for-customer]'],
  ['R21', 'optima', 'after-objection: resume', 'after-objection: restart'],
  [
    'R21',
    'optima',
    '{reply: new-ticket, clause: OW-3}',
    '{reply: reopens, within: 7 calendar days, clause: OW-3}',
  ],
  ['R22', 'optima', 'stopped-by: any-message', 'stopped-by: confirmation-or-objection'],
  ['R23', 'optima', 'types: request, within: 9 working days', 'types: request, within: nothing'],
  ['R24', 'optima', 'en: working hours to carry out priority 1', 'en: a parameter of its own'],
  ['R25', 'shtrih-m', 'stops: [public-reply, information-request, refusal]', 'stops: [taken]'],
  ['R26', 'shtrih-m', 'starts: number-given', 'starts: later-of-both'],
  ['R27', 'shtrih-m', 'standing-of: requester', 'standing-of: end-customer'],
  ['R27', 'shtrih-m', '{free: no, paid: no, partner: yes}', '{free: no, paid: no, partner: no}'],
  ['R28', 'flat', 'stops: [public-reply, information-request, callback]', 'stops: [taken]'],
  ['R28', 'flat', 'stops: [public-reply, information-request, callback]', 'stops: [callback]'],
  ['R29', 'flat', 'terms: [12 months]', 'terms: [12 months, 36 months, 60 months]'],
  [
    'R30',
    'flat',
    'withholds: [major-versions, upgrade-licences]',
    'withholds: [updates, hotfixes, major-versions, upgrade-licences]',
  ],
  ['R31', 'flat', 'starts: upgrade-installed', 'starts: purchase'],
  ['R32', 'flat', 'working: [once, now]', 'working: now'],
  ['R33', 'flat', 'changed-by-staff: with-reason', 'changed-by-staff: with-consent'],
  ['R33', 'flat', 'changed-by-staff: with-reason', 'changed-by-staff: never'],
  ['R34', 'centaur', 'stops: [registration-notice]', 'stops: [human-notice]'],
  ['R34', 'centaur', 'after-bounce: count-on', 'after-bounce: leave'],
  ['R35', 'centaur', 'default: medium', 'default: low'],
  ['R35', 'centaur', 'without-package: not-entitled', 'without-package: basic'],
  ['R36', 'centaur', 'reach: city', 'reach: region'],
  ['R37', 'centaur', 'zone: Europe/Moscow', 'zone: Asia/Yekaterinburg'],
  ['R37', 'shtrih-m', 'local-time: desk', 'local-time: customer'],
  ['R38', 'centaur', 'ticket: served-to-its-end', 'ticket: stops'],
  ['R39', 'optima', 'day-off: stays', 'day-off: next-working-day'],
  ['R39', 'alteroffice', 'day-off: stays', 'day-off: next-working-day'],
  ['R40', 'alteroffice', 'at: [first covered request,', 'at: [first contact,'],
  ['R41', 'alteroffice', 'from: activation', 'from: purchase'],
  ['R41', 'alteroffice', 'terms: as-agreed', 'terms: [1 year]'],
  ['R42', 'alteroffice', 'customers: 2, licences: 100', 'customers: 3'],
  ['R43', 'flat', 'tickets: at-registration', 'tickets: current'],
  ['R43', 'flat', 'certificates: at-purchase', 'certificates: current'],
  ['R44', 'flat', 'last-day: same-number', 'last-day: day-before'],
];

const changed = (desk: string, pairs: readonly (readonly [said: string, instead: string])[]) => {
  const text = pairs.reduce((before, [said, instead]) => {
    expect(before).toContain(said);
    expect(said).not.toContain('\n');
    return before.replace(said, instead);
  }, shippedText(desk));
  const parsed = parseRegulation(text, productionCalendars);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.regulation;
};

describe('each reading is one line of its file, and so is the other', () => {
  test.each(CHANGES)('%s of %s: %s -> %s', (_, desk, said, instead) => {
    expect(changed(desk, [[said, instead]])).not.toEqual(shipped(desk).regulation);
  });

  test('R42: hours by package for corrections instead of a date for each', () => {
    const regulation = changed('alteroffice', [
      ['starts: agreement', 'starts: classification'],
      [
        'targets: []',
        'targets: [{packages: basic, priorities: any, within: nothing, clause: AO-4.1-bugfix}, {packages: [extended, maximum], priorities: any, within: 30 working days, clause: AO-4.1-bugfix}]',
      ],
    ]);
    const clock = regulation.clocks.find(({ id }) => id === 'planned-fix');
    expect(clock).toMatchObject({
      start: 'classification',
      targets: [{ within: null }, { within: { kind: 'working-days', days: 30 } }],
    });
  });

  test('all 44 are here', () => {
    const told = new Set(CHANGES.map(([reading]) => Number(reading.slice(1))));
    expect([...told].toSorted((a, b) => a - b)).toEqual(Array.from({ length: 44 }, (_, at) => at + 1));
  });
});
