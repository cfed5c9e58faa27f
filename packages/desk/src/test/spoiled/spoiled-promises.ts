import type { SpoiledPlace } from './spoiled-place.ts';

/** A schedule that never opens. */
const withNight = [
  'types:\n  incident',
  '  night: {name: night, week: {mon-fri: closed}, calendar: none, clause: A-1}\ntypes:\n  incident',
] as const;

const BEST_HIGH = '{packages: best, priorities: high, within: 2 ';
const BASIC_LOW = '{packages: basic, priorities: low, within: 8 working hours';

/** The same regulation without priorities. */
const withoutPriorities = [
  [
    'priorities:\n  high: {rank: 1, name: high, definition: high, clause: A-1}\n  low: {rank: 2, name: low, definition: low, clause: A-1}\n',
    'priorities: {}\n',
  ],
  [
    'priority-rules: {default: low, stated-by-customer: supposed, changed-by-staff: freely, change-counts: keep-elapsed, clause: A-1}',
    'priority-rules: none',
  ],
  ['hours: {high: always, else: office}', 'hours: always'],
  ['      - {packages: basic, priorities: high, within: 4 working hours, clause: A-1}\n', ''],
  ['      - {packages: best, priorities: high, within: 2 working hours, clause: A-1}\n', ''],
  [BASIC_LOW, '{packages: basic, priorities: any, within: 8 working hours'],
  ['{packages: best, priorities: low, within: 8', '{packages: best, priorities: any, within: 8'],
  ['{packages: best, priorities: high}', '{packages: best}'],
  [', priority: low, from', ', from'],
  [', priority: low, from', ', from'],
] as const;

/** Hours, targets and clocks that don't do what they seem to. */
export const SPOILED_PROMISES: readonly SpoiledPlace[] = [
  { code: 'schedule-never-opens', what: 'closed all week', changes: [withNight], at: '/schedules/night' },
  {
    code: 'schedule-never-opens',
    what: 'open on one day of the past',
    changes: [
      withNight,
      [
        'mon-fri: closed}, calendar: none,',
        'mon-fri: closed}, calendar: none, exceptions: {2024-05-05: 09:00-18:00},',
      ],
    ],
    at: '/schedules/night',
    near: [
      withNight,
      [
        'mon-fri: closed}, calendar: none,',
        'mon-fri: closed}, calendar: none, exceptions: {2027-05-05: 09:00-18:00},',
      ],
    ],
  },
  {
    code: 'schedule-unused',
    what: 'hours in no package',
    changes: [
      [
        'types:\n  incident',
        '  spare: {name: spare, week: {mon: 09:00-10:00}, calendar: none, clause: A-1}\ntypes:\n  incident',
      ],
    ],
    at: '/schedules/spare',
  },
  {
    code: 'hours-else-idle',
    what: 'every priority is named',
    changes: [['{high: always, else: office}', '{high: always, low: office, else: office}']],
    at: '/packages/best/hours/else',
    near: [
      ['{high: always, else: office}', '{high: always, low: office, else: office}'],
      ['default: low', 'default: none'],
    ],
  },
  {
    code: 'shortened-without-calendar',
    what: 'no calendar',
    changes: [['calendar: ru, shortened: true', 'calendar: none, shortened: true']],
    near: [['calendar: ru, shortened: true', 'calendar: none, shortened: false']],
  },
  {
    code: 'calendar-ends',
    what: 'any calendar',
    changes: [],
    at: '/schedules/office/calendar',
    near: [['calendar: ru,', 'calendar: none,']],
  },
  {
    code: 'calendar-year-missing',
    what: 'two years before the next',
    changes: [],
    today: '2027-01-01',
    at: '/schedules/office/calendar',
    near: [],
  },
  {
    code: 'calendar-year-missing',
    what: 'an edition older than the calendar',
    changes: [['in-force-from: 2025-01-01', 'in-force-from: 2020-01-01']],
  },
  {
    code: 'target-never-due',
    what: 'working hours that never come',
    changes: [withNight, ['hours: office\n', 'hours: night\n']],
    at: '/clocks/reaction/targets/0/within',
    near: [
      withNight,
      ['hours: office\n', 'hours: night\n'],
      [
        '{packages: basic, priorities: high, within: 4 working hours',
        '{packages: basic, priorities: high, within: 4 hours',
      ],
      [BASIC_LOW, '{packages: basic, priorities: low, within: 8 hours'],
      ['within: 2 working days, hours: office', 'within: 2 working days, hours: always'],
    ],
  },
  {
    code: 'agreed-date-never',
    what: 'a date in hours that never come',
    changes: [withNight, ['pauses: move-it, hours: office', 'pauses: move-it, hours: night']],
    at: '/clocks/reaction/agreed-date/hours',
  },
  {
    code: 'target-row-unused',
    what: 'others are more special everywhere',
    changes: [
      [
        BASIC_LOW,
        `{packages: any, priorities: any, within: 9 working hours, clause: A-1}\n      - ${BASIC_LOW}`,
      ],
      [
        'priorities: low, within: 8 working hours, clause: A-1}\n    agreed',
        'priorities: [low, none], within: 8 working hours, clause: A-1}\n    agreed',
      ],
      [BASIC_LOW, '{packages: basic, priorities: [low, none], within: 8 working hours'],
    ],
    at: '/clocks/reaction/targets/1',
    near: [
      [
        'within: 2 working days, hours: office, clause: A-1}',
        'within: 2 working days, hours: office, clause: A-1}\n      - {packages: best, priorities: any, within: 1 working day, hours: office, clause: A-1}',
      ],
    ],
  },
  {
    code: 'target-narrowed',
    what: 'a line for best among lines for any',
    changes: [
      [
        'within: 2 working days, hours: office, clause: A-1}',
        'within: 2 working days, hours: office, clause: A-1}\n      - {packages: best, priorities: any, within: 1 working day, hours: office, clause: A-1}',
      ],
    ],
    at: '/clocks/execution/targets/0',
    near: [
      [
        '{packages: any, priorities: any, within: 2 working days, hours: office, clause: A-1}',
        '{packages: basic, priorities: any, within: 2 working days, hours: office, clause: A-1}\n      - {packages: best, priorities: any, within: 1 working day, hours: office, clause: A-1}',
      ],
    ],
  },
  {
    code: 'target-hours-idle',
    what: 'plain hours',
    changes: [['within: 2 working days, hours: office', 'within: 48 hours, hours: office']],
    near: [['within: 2 working days, hours: office', 'within: "48 hours, then next opening", hours: office']],
  },
  {
    code: 'target-hours-idle',
    what: 'dates of the calendar in the same zone',
    changes: [['within: 2 working days, hours: office', 'within: 2 calendar days, hours: always']],
    near: [
      ['within: 2 working days, hours: office', 'within: 2 calendar days, hours: always'],
      [
        '{mon-sun: 00:00-24:00}, calendar: none',
        '{mon-sun: 00:00-24:00}, zone: Asia/Barnaul, calendar: none',
      ],
    ],
  },
  {
    code: 'warning-before-start',
    what: 'as long as the target',
    changes: [['1 working hour before', '2 working hours before']],
    at: '/clocks/reaction/warn-at/1',
    near: [['1 working hour before', '119 working minutes before']],
  },
  {
    code: 'warning-before-start',
    what: 'plain hours before plain hours',
    changes: [
      ['1 working hour before', '5 hours before'],
      [BEST_HIGH, '{packages: best, priorities: high, within: 30 '],
      [BASIC_LOW, '{packages: basic, priorities: low, within: 5 hours'],
    ],
    near: [
      ['1 working hour before', '5 hours before'],
      [BEST_HIGH, '{packages: best, priorities: high, within: 30 '],
      [BASIC_LOW, '{packages: basic, priorities: low, within: 6 hours'],
    ],
  },
  {
    code: 'warning-before-start',
    what: 'days of hours before a date',
    changes: [
      ['warn-at: [80%]', 'warn-at: [72 hours before]'],
      ['within: 2 working days, hours: office', 'within: 2 calendar days'],
    ],
    near: [
      ['warn-at: [80%]', 'warn-at: [71 hours before]'],
      ['within: 2 working days, hours: office', 'within: 2 calendar days'],
    ],
  },
  {
    code: 'warning-before-start',
    what: 'days of working hours before a working day',
    changes: [['warn-at: [80%]', 'warn-at: [27 working hours before]']],
    near: [['warn-at: [80%]', 'warn-at: [26 working hours before]']],
  },
  {
    code: 'warning-before-start',
    what: 'longer than plain hours and the night they are put off by',
    changes: [
      ['1 working hour before', '20 hours before'],
      [BASIC_LOW, '{packages: basic, priorities: low, hours: always, within: "12 hours, then next opening"'],
    ],
    near: [
      ['1 working hour before', '20 hours before'],
      [BASIC_LOW, '{packages: basic, priorities: low, within: "12 hours, then next opening"'],
      [BEST_HIGH, '{packages: best, priorities: high, within: 30 '],
    ],
  },
  {
    code: 'warning-before-start',
    what: 'plain hours before working hours round the clock',
    changes: [
      ['1 working hour before', '20 hours before'],
      [BASIC_LOW, '{packages: basic, priorities: low, hours: always, within: 12 working hours'],
    ],
  },
  {
    code: 'warning-before-start',
    what: 'working hours before fewer plain hours',
    changes: [
      ['1 working hour before', '9 working hours before'],
      [BASIC_LOW, '{packages: basic, priorities: low, within: 9 hours'],
    ],
  },
  {
    code: 'priority-slower',
    what: 'high is slower than low',
    changes: [['priorities: high, within: 4 working', 'priorities: high, within: 9 working']],
    at: '/clocks/reaction/targets/0/within',
    near: [['priorities: high, within: 4 working', 'priorities: high, within: 8 working']],
  },
  {
    code: 'package-slower',
    what: 'best is slower than basic',
    changes: [['{packages: best, priorities: low, within: 8', '{packages: best, priorities: low, within: 9']],
    at: '/clocks/reaction/targets/3/within',
    near: [['{packages: best, priorities: low, within: 8', '{packages: best, priorities: low, within: 7']],
  },
  {
    code: 'priority-none-idle',
    what: 'a line for tickets without a priority',
    changes: [
      [
        'within: 2 working days, hours: office, clause: A-1}',
        'within: 2 working days, hours: office, clause: A-1}\n      - {packages: any, priorities: none, within: nothing, clause: A-1}',
      ],
    ],
    near: [
      ['default: low', 'default: none'],
      [
        'within: 2 working days, hours: office, clause: A-1}',
        'within: 2 working days, hours: office, clause: A-1}\n      - {packages: any, priorities: none, within: nothing, clause: A-1}',
      ],
    ],
  },
  {
    code: 'stop-impossible',
    what: 'an estimate that nobody makes',
    changes: [['stops: [resolution, refusal]', 'stops: [resolution, estimate]']],
    at: '/clocks/execution/stops/1',
    near: [
      ['stops: [resolution, refusal]', 'stops: [resolution, estimate]'],
      ['works:\n', 'works:\n  estimate: {types: wish, holds: [hours], accepted-by: customer, clause: A-1}\n'],
    ],
  },
  {
    code: 'clock-never-stops',
    what: 'a callback without a phone',
    changes: [
      ['stops: [resolution, refusal]', 'stops: [callback]'],
      ['channels: [email, portal, phone]', 'channels: [email, portal]'],
    ],
    at: '/clocks/execution/stops',
    near: [['stops: [resolution, refusal]', 'stops: [callback]']],
  },
  {
    code: 'clock-never-starts',
    what: 'nothing to classify',
    changes: [
      [
        'types:\n  incident: {name: incident, definition: "an [outage](#outage)", clause: A-1}\n  wish: {name: wish, definition: wish, clause: A-1}\n',
        'types: {}\n',
      ],
      ...withoutPriorities,
    ],
    at: '/clocks/execution/starts',
  },
  {
    code: 'clock-stops-at-start',
    what: 'classification to classification',
    changes: [['stops: [resolution, refusal]', 'stops: [classification]']],
    at: '/clocks/execution/stops',
    near: [['stops: [resolution, refusal]', 'stops: [classification, refusal]']],
  },
  {
    code: 'pause-after-stop',
    what: 'the request for information stops it',
    changes: [['stops: [resolution, refusal]', 'stops: [resolution, information-request]']],
    near: [
      ['stops: [resolution, refusal]', 'stops: [resolution, information-request]'],
      ['pauses: [waiting-for-customer]', 'pauses: []'],
    ],
  },
  {
    code: 'after-pause-idle',
    what: 'no pauses',
    changes: [['pauses: [waiting-for-customer]', 'pauses: []']],
  },
  {
    code: 'after-pause-idle',
    what: 'no working days',
    changes: [['within: 2 working days', 'within: 2 working hours']],
  },
  {
    code: 'after-bounce-idle',
    what: 'no notice stops it',
    changes: [['[registration-notice, classification, public-reply]', '[classification, public-reply]']],
    near: [['[registration-notice, classification, public-reply]', '[human-notice, classification]']],
  },
  { code: 'figure-by-idle', what: 'no priorities', changes: [...withoutPriorities] },
  {
    code: 'change-counts-idle',
    what: 'the priority never changes',
    changes: [['supposed, changed-by-staff: freely', 'counts, changed-by-staff: never']],
    near: [['changed-by-staff: freely', 'changed-by-staff: never']],
  },
  {
    code: 'clock-without-example',
    what: 'an example taken out',
    changes: [
      [
        '  - {clock: execution, package: basic, priority: low, from: 2025-02-07 16:00, due: 2025-02-11 18:00, clause: A-1}\n',
        '',
      ],
    ],
    at: '/clocks/execution',
  },
];
