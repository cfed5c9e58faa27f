import type { SpoiledPlace } from './spoiled-place.ts';

const GUIDE_ROW = '- {when: {packages: best}, to: guide, clause: A-1}';
const FIRST_ROW = '- {line: first, clause: A-1}';
const MODIFIED = 'packages: any, when: {product: modified, installation-types: server}';
const accepted = (finding: string, at: string): readonly [string, string] => [
  'clauses:\n',
  `accepted:\n  - {finding: ${finding}, at: ${at}, because: reason, by: owner, on: 2025-01-01}\nclauses:\n`,
];

/** Rules of handling that can't be reached, words that mean nothing. */
export const SPOILED_HANDLING: readonly SpoiledPlace[] = [
  {
    code: 'condition-never-holds',
    what: 'other packages',
    changes: [[MODIFIED, 'packages: basic, when: {packages: best, installation-types: server}']],
    at: '/exclusions/modified/when/packages',
    near: [[MODIFIED, 'packages: any, when: {packages: best, installation-types: server}']],
  },
  {
    code: 'condition-never-holds',
    what: 'channels that the packages lack',
    changes: [[MODIFIED, 'packages: basic, when: {channels: phone, installation-types: server}']],
    at: '/exclusions/modified/when/channels',
    near: [[MODIFIED, 'packages: best, when: {channels: phone, installation-types: server}']],
  },
  {
    code: 'condition-never-holds',
    what: 'no priority where one is assumed',
    changes: [[MODIFIED, 'packages: any, when: {priorities: none, installation-types: server}']],
    near: [
      [MODIFIED, 'packages: any, when: {priorities: none, installation-types: server}'],
      ['default: low', 'default: none'],
    ],
  },
  {
    code: 'condition-never-holds',
    what: 'companies that the package does not serve',
    changes: [
      ['registered-in: desk', 'registered-in: desk\n    only-from: partner'],
      [MODIFIED, 'packages: best, when: {company-is: dealer, installation-types: server}'],
    ],
    at: '/exclusions/modified/when/company-is',
    near: [
      ['registered-in: desk', 'registered-in: desk\n    only-from: partner'],
      [MODIFIED, 'packages: best, when: {company-is: partner, installation-types: server}'],
    ],
  },
  {
    code: 'condition-never-holds',
    what: 'a patch of no defect',
    changes: [
      [MODIFIED, 'packages: any, when: {defect: not-confirmed, patch: ready, installation-types: server}'],
    ],
    near: [[MODIFIED, 'packages: any, when: {defect: confirmed, patch: ready, installation-types: server}']],
  },
  {
    code: 'condition-never-holds',
    what: 'worked before it was commissioned',
    changes: [
      [MODIFIED, 'packages: any, when: {commissioned: no, working: once, installation-types: server}'],
    ],
    near: [[MODIFIED, 'packages: any, when: {commissioned: no, working: never, installation-types: server}']],
  },
  {
    code: 'condition-always-holds',
    what: 'every version',
    changes: [['version: [current, outdated]', 'version: [current, outdated, end-of-life]']],
    at: '/releases/1/when/version',
  },
  {
    code: 'condition-always-holds',
    what: 'every package',
    changes: [['{when: {packages: best}, to', '{when: {packages: [basic, best]}, to']],
    at: '/routing/people/0/when/packages',
  },
  {
    code: 'condition-always-holds',
    what: 'an interest without a figure',
    changes: [['when: {working: now}', 'when: {interest: {}}']],
    near: [['when: {working: now}', 'when: {interest: {customers: 2}}']],
  },
  {
    code: 'routing-row-unreachable',
    what: 'a row after the rest',
    changes: [[FIRST_ROW, `${FIRST_ROW}\n    - {when: {packages: basic}, line: second, clause: A-1}`]],
    at: '/routing/lines/2',
  },
  {
    code: 'routing-row-unreachable',
    what: 'a narrower row after a wider',
    changes: [
      [GUIDE_ROW, `${GUIDE_ROW}\n    - {when: {packages: best, types: wish}, to: guide, clause: A-1}`],
    ],
    at: '/routing/people/1',
    near: [[GUIDE_ROW, `- {when: {packages: best, types: wish}, to: guide, clause: A-1}\n    ${GUIDE_ROW}`]],
  },
  {
    code: 'routing-row-unreachable',
    what: 'a fact that the wider row names too',
    changes: [
      [
        GUIDE_ROW,
        '- {when: {version: [current, outdated]}, to: guide, clause: A-1}\n    - {when: {version: current, platform: recommended}, to: guide, clause: A-1}',
      ],
    ],
    near: [
      [
        GUIDE_ROW,
        '- {when: {version: outdated}, to: guide, clause: A-1}\n    - {when: {version: current, platform: recommended}, to: guide, clause: A-1}',
      ],
    ],
  },
  {
    code: 'routing-without-rest',
    what: 'a last row with a condition',
    changes: [[FIRST_ROW, '- {when: {packages: basic}, line: first, clause: A-1}']],
    at: '/routing/lines',
  },
  {
    code: 'line-unreached',
    what: 'a third line',
    changes: [['routing:\n', '  third: {name: third, does: nothing, clause: A-1}\nrouting:\n']],
    at: '/lines/third',
  },
  {
    code: 'hand-over-nowhere',
    what: 'to itself',
    changes: [['{from: first, to: second,', '{from: second, to: second,']],
  },
  {
    code: 'intake-idle',
    what: 'a type where there are none',
    changes: [
      ['required: true, from: description', 'required: true, from: type'],
      [
        'types:\n  incident: {name: incident, definition: "an [outage](#outage)", clause: A-1}\n  wish: {name: wish, definition: wish, clause: A-1}\n',
        'types: {}\n',
      ],
    ],
    at: '/intake/what/from',
  },
  {
    code: 'intake-twice',
    what: 'the priority asked twice',
    changes: [['required: true, from: description', 'required: true, from: priority']],
    at: '/intake/how-bad/from',
    near: [
      ['required: true, from: description', 'required: true, from: priority, packages: best'],
      ['required: false, from: priority', 'required: false, from: priority, packages: basic'],
    ],
  },
  {
    code: 'label-twice',
    what: 'a label of another field',
    changes: [['labels: [priority]', 'labels: [priority, What]']],
    at: '/intake/how-bad/labels/1',
  },
  {
    code: 'reopened-without-clock',
    what: 'no clock goes on',
    changes: [['after-objection: resume', 'after-objection: leave']],
    near: [['after-objection: resume', 'after-objection: restart']],
  },
  {
    code: 'abuse-reversed-below',
    what: 'an engineer over a lead',
    changes: [['stopped-by: engineer, reversed-by: lead', 'stopped-by: lead, reversed-by: engineer']],
    near: [['stopped-by: engineer, reversed-by: lead', 'stopped-by: lead, reversed-by: lead']],
  },
  {
    code: 'in-force-before-date',
    what: 'in force before it was signed',
    changes: [['date: 2025-01-01, in', 'date: 2025-01-02, in']],
    near: [['in-force-from: 2025-01-01', 'in-force-from: 2025-01-02']],
  },
  {
    code: 'term-undefined',
    what: 'a mistyped term',
    changes: [['[outage](#outage)', '[outage](#outrage)']],
    at: '/types/incident/definition',
    near: [['definition: wish', 'definition: "see [the site](https://sound.example/#top)"']],
  },
  {
    code: 'term-unused',
    what: 'a term no text points to',
    changes: [['an [outage](#outage)', 'an outage']],
    at: '/terms/outage',
  },
  {
    code: 'clause-unused',
    what: 'a clause no rule cites',
    changes: [['  A-1: {place', '  A-9: {place: "9", ru: ещё, en: more}\n  A-1: {place']],
    at: '/clauses/A-9',
  },
  {
    code: 'name-unused',
    what: 'a person no route names',
    changes: [
      [
        '  guide: {name: guide, clause: A-1}',
        '  guide: {name: guide, clause: A-1}\n  duty: {name: duty, clause: A-1}',
      ],
    ],
    at: '/named-people/duty',
  },
  {
    code: 'name-unused',
    what: 'a standing no rule names',
    changes: [['sold-to: {company-is: dealer}', 'sold-to: {company-is: partner}']],
    at: '/company-roles/dealer',
  },
  {
    code: 'name-unused',
    what: 'a type of installation no rule names',
    changes: [[', installation-types: server}', '}']],
    at: '/installation-types/server',
    near: [
      [', installation-types: server}', '}'],
      ['installation-types: any, quantity', 'installation-types: named, quantity'],
    ],
  },
  {
    code: 'acceptance-idle',
    what: 'nothing is wrong there',
    changes: [accepted('hand-over-nowhere', '/routing/hand-overs/0')],
    at: '/accepted/0/finding',
    near: [
      ['{from: first, to: second,', '{from: second, to: second,'],
      accepted('hand-over-nowhere', '/routing/hand-overs/0'),
    ],
  },
  {
    code: 'acceptance-idle',
    what: 'a note asks for nothing',
    changes: [accepted('not-obeyed-yet', '/cabinet')],
    near: [
      ['in-force-from: 2025-01-01', 'in-force-from: 2024-12-31'],
      accepted('in-force-before-date', '/edition/in-force-from'),
    ],
  },
  { code: 'not-obeyed-yet', what: 'a cabinet', changes: [], at: '/cabinet' },
];
