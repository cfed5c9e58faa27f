import type { FindingCode } from '../../regulation/check/words/findings.ts';
import { SOUND } from '../sound-regulation.ts';
import type { SpoiledPlace } from './spoiled-place.ts';

/** The text without a section: from its key to the next one. */
const without = (section: string, next: string): string =>
  SOUND.slice(0, SOUND.indexOf(`\n${section}:\n`) + 1) + SOUND.slice(SOUND.indexOf(`\n${next}:`) + 1);

const ROWS: readonly (readonly [code: FindingCode, row: string, at: string])[] = [
  ['unanswered-local-time', 'local-time: desk\n', ''],
  [
    'unanswered-versions',
    'versions: {tickets: at-registration, certificates: at-purchase, calendars: open-tickets, customers-told: yes, clause: A-1}\n',
    '',
  ],
  ['unanswered-outsiders', 'outsiders: {may: nothing, clause: A-1}\n', ''],
  [
    'unanswered-after-closing',
    '  after-closing: {reply: reopens, within: 7 calendar days, clause: A-1}\n',
    '/lifecycle',
  ],
  ['unanswered-after-expiry', '  after-expiry: {ticket: served-to-its-end, clause: A-1}\n', '/lifecycle'],
  ['unanswered-split', '  split: {clocks: own, clause: A-1}\n', '/lifecycle'],
  ['unanswered-acknowledgement', '  acknowledgement: {over: arrival-channel, clause: A-1}\n', '/lifecycle'],
  ['unanswered-stopped-by', 'stopped-by: any-message, ', '/lifecycle/auto-close'],
  ['unanswered-closing-day-off', 'day-off: stays, ', '/lifecycle/auto-close'],
  ['unanswered-of-several', '  of-several: best-rank\n', '/entitlement'],
  ['unanswered-other-channel', '  other-channel: no-promise\n', '/entitlement'],
  ['unanswered-contacts', '  contacts: company\n', '/entitlement'],
  ['unanswered-standing-of', '  standing-of: requester\n', '/entitlement'],
  ['unanswered-abuse', '  abuse: {stopped-by: engineer, reversed-by: lead, clause: A-1}\n', '/entitlement'],
  ['unanswered-change-counts', ' change-counts: keep-elapsed,', '/priority-rules'],
  ['unanswered-figure-by', '    figure-by: set-priority\n', '/clocks/reaction'],
  ['unanswered-after-bounce', '    after-bounce: count-on\n', '/clocks/reaction'],
  ['unanswered-after-pause', '    after-pause: closing-time\n', '/clocks/execution'],
  [
    'unanswered-agreed-date',
    '    agreed-date: {packages: best, consent: customer, pauses: move-it, hours: any, clause: A-1}\n',
    '/clocks/execution',
  ],
  ['unanswered-cabinet', '    cabinet: yes\n', '/packages/basic'],
  ['unanswered-registered-in', '    registered-in: desk\n', '/packages/best'],
  ['unanswered-tickets', '    tickets: unlimited\n', '/packages/basic'],
  ['unanswered-queue', 'queue: {order: [priority, received], clause: A-1}\n', ''],
  [
    'unanswered-covers',
    '  covers: {products: named, installation-types: any, quantity: not-counted, over-quantity: flag, licence-agreement: not-asked, compliance-check: not-foreseen, clause: A-1}\n',
    '/certificates',
  ],
  [
    'unanswered-loyalty',
    '  loyalty: {for: 3 months, given: everybody, withholds: [major-versions], clause: A-1}\n',
    '/certificates',
  ],
  [
    'unanswered-renewal',
    '  renewal: {within: 12 months, starts: previous-end, quantity: as-ordered, through: [portal], clause: A-1}\n',
    '/certificates',
  ],
  [
    'unanswered-late-return',
    '  late-return: {needs: [upgrade-bought], starts: purchase, clause: A-1}\n',
    '/certificates',
  ],
];

const SECTIONS: readonly (readonly [code: FindingCode, section: string, next: string])[] = [
  ['unanswered-routing', 'routing', 'queue'],
  ['unanswered-exclusions', 'exclusions', 'works'],
  ['unanswered-certificates', 'certificates', 'releases'],
  ['unanswered-releases', 'releases', 'sales'],
  ['unanswered-sales', 'sales', 'examples'],
];

/** Every question that a file may leave open, left open. */
export const SPOILED_ANSWERS: readonly SpoiledPlace[] = [
  ...ROWS.map(([code, row, at]) => ({ code, what: 'a row taken out', changes: [[row, '']] as const, at })),
  ...SECTIONS.map(([code, section, next]) => ({
    code,
    what: 'a section taken out',
    text: without(section, next),
    at: '',
  })),
];
