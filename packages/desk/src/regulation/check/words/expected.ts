import type { Text } from '../../regulation.ts';
import { WARNING_SPELLINGS } from '../../parse-warning.ts';

/** What the shape of a file expects in a place, in words: named in the shape, told when something else stands there. */
const EXPECTED = {
  id: {
    ru: 'имя из строчных латинских букв, цифр и дефиса, не длиннее 40 знаков',
    en: 'an id of small latin letters, digits and hyphens, at most 40',
  },
  'clause-id': {
    ru: 'имя пункта из латинских букв, цифр, точек и дефисов, не длиннее 40 знаков',
    en: 'a clause id of latin letters, digits, points and hyphens, at most 40',
  },
  text: {
    ru: '{ru: "…", en: "…"} или один текст, если он одинаков на обоих языках',
    en: '{ru: "...", en: "..."}, or one text when it is the same in both languages',
  },
  reference: { ru: 'имя', en: 'an id' },
  references: { ru: 'имя или список имён', en: 'an id, or a list of ids' },
  windows: {
    ru: '"09:00-18:00", список таких окон или closed',
    en: '"09:00-18:00", a list of such windows, or closed',
  },
  'package-hours': {
    ru: 'график или {1-2: график, else: график}',
    en: 'a schedule, or {1-2: schedule, else: schedule}',
  },
  channels: {
    ru: 'список каналов или {канал: any, канал: [приоритеты]}',
    en: 'a list of channels, or {channel: any, channel: [priorities]}',
  },
  quota: {
    ru: 'unlimited или {count: 10, per: year, over: paid, clause: …}',
    en: 'unlimited, or {count: 10, per: year, over: paid, clause: ...}',
  },
  'auto-close': {
    ru: 'never или {after: 14 calendar days, warn: 3 days before, clause: …}',
    en: 'never, or {after: 14 calendar days, warn: 3 days before, clause: ...}',
  },
  'after-closing': {
    ru: '{reply: new-ticket, clause: …} или {reply: reopens, within: 7 calendar days, clause: …}',
    en: '{reply: new-ticket, clause: ...}, or {reply: reopens, within: 7 calendar days, clause: ...}',
  },
  'other-channel': {
    ru: 'no-promise, served, {as: portal} или {as: portal, from: [phone]}',
    en: 'no-promise, served, {as: portal}, or {as: portal, from: [phone]}',
  },
  'priority-rules': {
    ru: 'none или {default, stated-by-customer, changed-by-staff, clause}',
    en: 'none, or {default, stated-by-customer, changed-by-staff, clause}',
  },
  warning: { ru: WARNING_SPELLINGS, en: WARNING_SPELLINGS },
} as const satisfies Readonly<Record<string, Text>>;

export type Expected = keyof typeof EXPECTED;

const MARK = 'expected: ';

/** The message of a shape's place; `wordsOfMessage` reads it back. */
export const expected = (what: Expected): string => `${MARK}${what}`;

/** What a shape's own message says in words; null: the message isn't one of ours. */
export const wordsOfMessage = (message: string): Text | null => {
  const what = message.startsWith(MARK) ? message.slice(MARK.length) : '';
  return Object.hasOwn(EXPECTED, what) ? EXPECTED[what as Expected] : null;
};
