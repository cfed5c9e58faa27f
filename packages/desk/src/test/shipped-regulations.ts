import { readdirSync, readFileSync } from 'node:fs';
import { formatInstant, parseInstant, type Instant, type ProductionCalendar } from '@reglament/working-time';
import { compileCalendars, findRule, type Calendars, type CountingRule } from '../clock/index.ts';
import {
  parseRegulation,
  type CalendarEdition,
  type GoldenExample,
  type Regulation,
} from '../regulation/index.ts';

const root = new URL('../../../../regulations/', import.meta.url);

export const productionCalendars: Readonly<Record<string, ProductionCalendar>> = {
  ru: JSON.parse(readFileSync(new URL('calendars/ru.json', root), 'utf8')) as ProductionCalendar,
};

export const shippedIds = readdirSync(root)
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => name.slice(0, -'.yaml'.length));

export const shippedText = (id: string): string => readFileSync(new URL(`${id}.yaml`, root), 'utf8');

export interface Shipped {
  readonly regulation: Regulation;
  readonly examples: readonly GoldenExample[];
  readonly calendars: Calendars;
}

const read = new Map<string, Shipped>();
/** By the calendar itself: editions of different stories have the same names. */
const readUnder = new WeakMap<CalendarEdition, Map<string, Shipped>>();

/** A regulation that comes with the product, read as the product reads it. */
export const shipped = (id: string): Shipped => {
  const before = read.get(id);
  if (before !== undefined) return before;
  const parsed = parseRegulation(shippedText(id), productionCalendars);
  if (!parsed.ok) throw new Error(`${id}: ${JSON.stringify(parsed.problems)}`);
  const one = { ...parsed, calendars: compileCalendars(parsed.regulation) };
  read.set(id, one);
  return one;
};

/** A regulation of a test's own, by the id under which stories know it from then on. */
export const alsoKnown = (id: string, text: string): Shipped => {
  const parsed = parseRegulation(text, productionCalendars);
  if (!parsed.ok) throw new Error(`${id}: ${JSON.stringify(parsed.problems)}`);
  const one = { ...parsed, calendars: compileCalendars(parsed.regulation) };
  read.set(id, one);
  return one;
};

/** A shipped regulation read with another edition of its production calendar; returns the id by which `shipped` knows it. */
export const underCalendar = (id: string, calendar: CalendarEdition): string => {
  const name = `${id}, calendar ${calendar.edition ?? ''}`;
  const known = readUnder.get(calendar)?.get(id);
  if (known !== undefined) {
    read.set(name, known);
    return name;
  }
  const parsed = parseRegulation(texts.get(id) ?? shippedText(id), { ru: calendar });
  if (!parsed.ok) throw new Error(`${id}: ${JSON.stringify(parsed.problems)}`);
  const one = { ...parsed, calendars: compileCalendars(parsed.regulation) };
  readUnder.set(calendar, (readUnder.get(calendar) ?? new Map<string, Shipped>()).set(id, one));
  read.set(name, one);
  return name;
};

/** A shipped regulation with another reading; returns the id by which `shipped` knows it from then on. */
export const variant = (id: string, name: string, change: (regulation: Regulation) => Regulation): string => {
  const from = shipped(id);
  const regulation = change(from.regulation);
  read.set(`${id}: ${name}`, { ...from, regulation, calendars: compileCalendars(regulation) });
  return `${id}: ${name}`;
};

/** Texts of regulations that stand in no file. */
const texts = new Map<string, string>();

/** A regulation written for one test; returns the id by which `shipped` knows it from then on. */
export const written = (name: string, text: string): string => {
  const parsed = parseRegulation(text, productionCalendars);
  if (!parsed.ok) throw new Error(`${name}: ${JSON.stringify(parsed.problems)}`);
  read.set(name, { ...parsed, calendars: compileCalendars(parsed.regulation) });
  texts.set(name, text);
  return name;
};

/** `2025-02-07 16:00` in Moscow. */
export const moscow = (text: string): Instant => {
  const at = parseInstant(`${text.replace(' ', 'T')}+03:00`);
  if (at === null) throw new Error(`not a time: ${text}`);
  return at;
};

/** `2025-02-07 16:00` in Moscow, or null. */
export const inMoscow = (at: Instant | null): string | null =>
  at === null
    ? null
    : formatInstant(at, 'Europe/Moscow' as Parameters<typeof formatInstant>[1])
        .replace('T', ' ')
        .replace(/(:00)?\+03:00$/, '');

export const ruleOf = (
  { regulation }: Shipped,
  clock: string,
  packageId: string,
  priority: string | null,
): CountingRule => {
  const rule = findRule(regulation, { clock, packageId, priority });
  if (rule === null) throw new Error(`nothing is promised: ${clock} ${packageId} ${priority}`);
  return rule;
};
