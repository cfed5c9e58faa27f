import type { Moment, MomentEvent, TermLength } from './certificate-rules.ts';
import type { Text } from './regulation.ts';

const LENGTH = /^(?<count>[1-9]\d{0,3}) (?<unit>day|month|year)s?$/u;
const MOST_MONTHS = 600;

/** `90 days`, `3 months`, `1 year` (12 months); null for anything else, or for more than fifty years. */
export const parseTermLength = (text: string): TermLength | null => {
  const groups = LENGTH.exec(text)?.groups;
  if (groups === undefined) return null;
  const count = Number(groups['count']);
  if (groups['unit'] === 'day') return { count, unit: 'days' };
  const months = groups['unit'] === 'year' ? count * 12 : count;
  return months > MOST_MONTHS ? null : { count: months, unit: 'months' };
};

const EVENTS: readonly MomentEvent[] = [
  'purchase',
  'sale',
  'commissioning',
  'key-registration',
  'number-given',
  'first-covered-request',
  'first-contact',
  'contract-date',
  'upgrade-installed',
  'activation',
  'standing-given',
];

const EVENT_SPELLINGS = EVENTS.map((event) => event.replaceAll('-', ' ')).join(', ');

/** How moments may be written; shown when one can't be read. */
export const MOMENT_SPELLINGS: Text = {
  ru: `событие (${EVENT_SPELLINGS}) или срок после него: "31 days after purchase"`,
  en: `an event (${EVENT_SPELLINGS}) or a time after one: "31 days after purchase"`,
};

const eventOf = (text: string): MomentEvent | null =>
  EVENTS.find((event) => event === text.replaceAll(' ', '-')) ?? null;

/** `commissioning`, or `90 days after sale`; null when it is neither. */
export const parseMoment = (text: string): Moment | null => {
  const [first, second, ...rest] = text.split(' after ');
  if (rest.length > 0 || first === undefined) return null;
  const event = eventOf(second ?? first);
  if (event === null) return null;
  if (second === undefined) return { event, after: null };
  const after = parseTermLength(first);
  return after === null ? null : { event, after };
};
