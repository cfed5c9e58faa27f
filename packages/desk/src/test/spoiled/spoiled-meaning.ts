import { SOUND } from '../sound-regulation.ts';
import type { SpoiledPlace } from './spoiled-place.ts';

/** References to nothing, and what doesn't fit together. */
export const SPOILED_MEANING: readonly SpoiledPlace[] = [
  {
    code: 'unknown-schedule',
    what: 'hours of nobody',
    changes: [['hours: office\n', 'hours: night\n']],
    at: '/packages/basic/hours',
  },
  {
    code: 'unknown-package',
    what: 'a target for no package',
    changes: [['{packages: basic, priorities: high', '{packages: basik, priorities: high']],
  },
  { code: 'unknown-priority', what: 'an unknown default', changes: [['default: low', 'default: middle']] },
  {
    code: 'unknown-clause',
    what: 'a clause that is not there',
    changes: [['outsiders: {may: nothing, clause: A-1}', 'outsiders: {may: nothing, clause: A-2}']],
  },
  {
    code: 'unknown-type',
    what: 'a condition on no type',
    changes: [['when: {product: modified,', 'when: {types: bug, product: modified,']],
  },
  {
    code: 'unknown-clock',
    what: 'an example of no clock',
    changes: [['- {clock: reaction, package', '- {clock: reactions, package']],
  },
  { code: 'unknown-calendar', what: 'a calendar nobody keeps', changes: [['calendar: ru', 'calendar: fr']] },
  {
    code: 'unknown-service',
    what: 'a visit under no service',
    changes: [['{service: visit, hours', '{service: visits, hours']],
  },
  {
    code: 'unknown-company-role',
    what: 'a standing nobody has',
    changes: [['{company-is: partner}', '{company-is: parter}']],
  },
  {
    code: 'unknown-installation-type',
    what: 'an installation of no type',
    changes: [['installation-types: server}', 'installation-types: client}']],
  },
  {
    code: 'unknown-channel',
    what: 'a condition on no channel',
    changes: [['when: {product: modified,', 'when: {channels: fax, product: modified,']],
  },
  {
    code: 'unknown-line',
    what: 'a route to no line',
    changes: [['line: second, clause', 'line: third, clause']],
  },
  { code: 'unknown-named-person', what: 'a route to nobody', changes: [['to: guide', 'to: guido']] },
  { code: 'unknown-zone', what: 'no such zone', changes: [['Europe/Moscow', 'Europe/Moskow']], at: '/zone' },
  {
    code: 'unknown-zone',
    what: 'no such zone of a schedule',
    changes: [['calendar: none, clause', 'calendar: none, zone: Mars, clause']],
  },
  {
    code: 'bad-date',
    what: 'February the 30th',
    changes: [['date: 2025-01-01', 'date: 2025-02-30']],
    at: '/edition/date',
  },
  {
    code: 'bad-time',
    what: 'an example at no time',
    changes: [['from: 2025-02-07 16:00', 'from: 2025-02-07 25:00']],
  },
  { code: 'bad-days', what: 'no weekday', changes: [['week: {mon-fri:', 'week: {mon-frj:']] },
  { code: 'bad-window', what: 'hours after midnight', changes: [['09:00-18:00', '09:00-25:00']] },
  {
    code: 'day-twice',
    what: 'Friday twice',
    changes: [['{mon-fri: 09:00-18:00}', '{mon-fri: 09:00-18:00, fri: closed}']],
  },
  {
    code: 'schedule-date-invalid',
    what: 'an exception on no date',
    changes: [['calendar: ru,', 'calendar: ru, exceptions: {2025-02-30: closed},']],
  },
  {
    code: 'direction-mark',
    what: 'a text that is shown backwards',
    changes: [['name: reaction\n', 'name: rea\u202ection\n']],
  },
  {
    code: 'direction-mark',
    what: 'a comment that hides where it ends',
    changes: [['zone: Europe/Moscow\n', 'zone: Europe/Moscow # \u2067\n']],
  },
  { code: 'bad-target', what: 'sunny hours', changes: [['4 working hours', '4 sunny hours']] },
  {
    code: 'target-too-long',
    what: 'more than ten years',
    changes: [['4 working hours', '99999 working hours']],
    near: [['4 working hours', '8784 working hours']],
  },
  {
    code: 'target-too-long',
    what: 'days, more than ten years of them',
    changes: [['within: 2 working days', 'within: 3661 working days']],
    at: '/clocks/execution/targets/0/within',
  },
  {
    code: 'bad-closing-term',
    what: 'a close in working hours',
    changes: [['after: 14 calendar days', 'after: 14 working hours']],
  },
  { code: 'bad-reopening-term', what: 'a week', changes: [['within: 7 calendar days', 'within: a week']] },
  {
    code: 'bad-warning',
    what: 'a warning before the start',
    changes: [['warn: 3 days before', 'warn: 14 days before']],
    near: [['warn: 3 days before', 'warn: 13 days before']],
  },
  { code: 'bad-term', what: 'moons', changes: [['terms: [12 months,', 'terms: [12 moons,']] },
  {
    code: 'bad-moment',
    what: 'an event nobody knows',
    changes: [['90 days after sale', '90 days after sail']],
  },
  { code: 'warn-at-order', what: 'descending shares', changes: [['warn-at: [50%,', 'warn-at: [80%, 50%,']] },
  {
    code: 'target-missing',
    what: 'a case without a line',
    changes: [['      - {packages: best, priorities: low, within: 8 working hours, clause: A-1}\n', '']],
    at: '/clocks/reaction/targets',
  },
  {
    code: 'target-missing',
    what: 'a clock without promises',
    changes: [
      [
        '    targets:\n      - {packages: any, priorities: any, within: 2 working days, hours: office, clause: A-1}\n',
        '    targets: []\n',
      ],
    ],
  },
  {
    code: 'target-overlap',
    what: 'two lines for a case',
    changes: [['{packages: best, priorities: low', '{packages: [basic, best], priorities: low']],
  },
  {
    code: 'agreement-missing',
    what: 'a start with no agreement',
    changes: [
      ['starts: classification', 'starts: agreement'],
      [
        '    agreed-date: {packages: best, consent: customer, pauses: move-it, hours: any, clause: A-1}\n',
        '',
      ],
    ],
  },
  {
    code: 'agreement-target',
    what: 'a start with an agreement and targets',
    changes: [['starts: classification', 'starts: agreement']],
  },
  {
    code: 'hours-missing',
    what: 'hours for one priority',
    changes: [['{high: always, else: office}', '{high: always}']],
  },
  {
    code: 'hours-overlap',
    what: 'hours twice',
    changes: [['{high: always, else: office}', '{high-low: always, low: office}']],
  },

  {
    code: 'package-missing',
    what: 'no package at all',
    text: SOUND.replace(/^packages:\n[\s\S]*?(?=^clocks:)/mu, 'packages: {}\n'),
  },
  { code: 'rank-twice', what: 'two best packages', changes: [['rank: 2\n    hours', 'rank: 1\n    hours']] },
  { code: 'priority-twice', what: 'two of a rank', changes: [['low: {rank: 2', 'low: {rank: 1']] },
  {
    code: 'priority-rules-missing',
    what: 'no rules',
    changes: [
      [
        'priority-rules: {default: low, stated-by-customer: supposed, changed-by-staff: freely, change-counts: keep-elapsed, clause: A-1}',
        'priority-rules: none',
      ],
    ],
  },
  { code: 'reserved-id', what: 'a priority called none', changes: [['  low: {rank', '  none: {rank']] },
  {
    code: 'service-missing',
    what: 'a package left out',
    changes: [['packages: {basic: no, best: paid}', 'packages: {basic: no}']],
  },
  { code: 'condition-empty', what: 'no condition', changes: [['when: {working: now}', 'when: {}']] },
  {
    code: 'example-differs',
    what: 'another hour',
    changes: [['due: 2025-02-10 15:00', 'due: 2025-02-10 15:01']],
    at: '/examples/0/due',
  },
  {
    code: 'example-nothing-promised',
    what: 'nothing is promised',
    changes: [
      [
        '{packages: basic, priorities: low, within: 8 working hours',
        '{packages: basic, priorities: low, within: nothing',
      ],
    ],
  },
  {
    code: 'example-no-date',
    what: 'no date can be agreed',
    changes: [
      [
        '{clock: execution, package: basic, priority: low, from: 2025-02-07 16:00,',
        '{clock: execution, package: basic, priority: low, from: 2025-02-07 16:00, agreed: {at: 2025-02-07 17:00, date: 2025-02-12 12:00},',
      ],
    ],
  },
];
