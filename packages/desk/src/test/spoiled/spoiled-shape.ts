import { SOUND } from '../sound-regulation.ts';
import type { SpoiledPlace } from './spoiled-place.ts';

/** Faults of YAML and of shape. */
export const SPOILED_SHAPE: readonly SpoiledPlace[] = [
  { code: 'yaml-syntax', what: 'a bracket left open', changes: [['products: [Sound]', 'products: [Sound']] },
  { code: 'yaml-syntax', what: 'a tab', changes: [['  server: {', '\tserver: {']] },
  { code: 'yaml-multiple-documents', what: 'a second one', text: `${SOUND}---\na: 1\n` },
  { code: 'yaml-alias', what: 'an anchor', changes: [['name: Sound', 'name: &a Sound']] },
  { code: 'yaml-alias', what: 'an alias', changes: [['name: Sound', 'name: *a']] },
  { code: 'yaml-tag', what: 'a tag', changes: [['name: Sound', 'name: !!str Sound']] },
  { code: 'yaml-directive', what: 'a directive', text: `%YAML 1.1\n---\n${SOUND}` },
  {
    code: 'yaml-merge-key',
    what: 'a merge',
    changes: [['products: [Sound]', 'products: [Sound]\n<<: {a: 1}']],
  },
  {
    code: 'yaml-reserved-key',
    what: 'a word of the machine',
    changes: [['products: [Sound]', 'products: [Sound]\nconstructor: 1']],
  },
  {
    code: 'yaml-duplicate-key',
    what: 'a key twice',
    changes: [['products: [Sound]', 'products: [Sound]\nproducts: [Sound]']],
    at: '/products',
  },
  { code: 'yaml-too-large', what: 'too many bytes', text: `# ${'a'.repeat(2_100_000)}` },
  { code: 'yaml-too-large', what: 'too many words', text: `[${'a,'.repeat(60_000)}]` },
  { code: 'yaml-too-deep', what: 'too many brackets', text: `${'['.repeat(40)}${']'.repeat(40)}` },
  { code: 'invalid-text', what: 'a bell', changes: [['name: Sound', 'name: "So\\x07und"']] },
  {
    code: 'too-many-problems',
    what: 'more than are told',
    text: `${SOUND}${Array.from({ length: 300 }, (_, at) => `wrong-${at}: 1`).join('\n')}\n`,
    near: [
      [
        'products: [Sound]',
        `products: [Sound]\n${Array.from({ length: 150 }, (_, at) => `wrong-${at}: 1`).join('\n')}`,
      ],
    ],
  },
  {
    code: 'unknown-field',
    what: 'a mistyped key',
    changes: [['local-time: desk', 'local-tine: desk']],
    at: '/local-tine',
  },
  { code: 'missing-field', what: 'no zone', changes: [['zone: Europe/Moscow\n', '']], at: '/zone' },
  {
    code: 'wrong-type',
    what: 'a number for a text',
    changes: [['label: "1"', 'label: 1']],
    at: '/edition/label',
  },
  {
    code: 'wrong-type',
    what: 'one for a list',
    changes: [['stops: [resolution, refusal]', 'stops: resolution']],
    at: '/clocks/execution/stops',
  },
  {
    code: 'wrong-type',
    what: 'a list for a word',
    changes: [['starts: classification', 'starts: [classification]']],
    at: '/clocks/execution/starts',
  },
  {
    code: 'wrong-type',
    what: 'a list for a name',
    changes: [['to: second', 'to: [second]']],
    at: '/routing/hand-overs/0/to',
  },
  {
    code: 'wrong-shape',
    what: 'a number for an automatic close',
    changes: [
      [
        'auto-close: {after: 14 calendar days, warn: 3 days before, stopped-by: any-message, day-off: stays, clause: A-1}',
        'auto-close: 14',
      ],
    ],
    at: '/lifecycle/auto-close',
  },
  {
    code: 'unknown-value',
    what: 'an unknown event',
    changes: [['starts: registration', 'starts: registering']],
    at: '/clocks/reaction/starts',
  },
  {
    code: 'unknown-value',
    what: 'an unknown stop',
    changes: [['classification, public-reply', 'classification, public-replay']],
  },
  {
    code: 'too-large',
    what: 'a rank of 101',
    changes: [['high: {rank: 1,', 'high: {rank: 101,']],
    near: [['high: {rank: 1,', 'high: {rank: 100,']],
  },
  { code: 'too-small', what: 'no stops', changes: [['stops: [resolution, refusal]', 'stops: []']] },
  { code: 'wrong-format', what: 'an id with a space', changes: [['id: sound', 'id: sound file']], at: '/id' },
  {
    code: 'wrong-format',
    what: 'a warning that can not be read',
    changes: [['warn-at: [80%]', 'warn-at: [late]']],
  },
  {
    code: 'bad-id',
    what: 'capitals',
    changes: [['  server: {', '  Server: {']],
    at: '/installation-types/Server',
  },
];
