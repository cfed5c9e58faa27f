import {
  instant,
  wallTime,
  weekdayOf,
  type Instant,
  type LocalDate,
  type TimeZoneId,
} from '@reglament/working-time';
import type { Target } from '../../regulation/regulation.ts';

export type Language = 'ru' | 'en';

const WEEKDAYS: Readonly<Record<Language, readonly string[]>> = {
  ru: ['пн', 'вт', 'ср', 'чт', 'пт', 'сб', 'вс'],
  en: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
};
const MONTH_NAMES: Readonly<Record<Language, readonly string[]>> = {
  ru: 'январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь'.split(' '),
  en: 'January February March April May June July August September October November December'.split(' '),
};
const SHORT_MONTHS = 'янв фев мар апр май июн июл авг сен окт ноя дек'.split(' ');
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

const two = (value: number): string => String(value).padStart(2, '0');

/** `пн 23.11.2026`, `Mon 23 Nov 2026`. */
export const dateWords = (date: LocalDate, language: Language): string => {
  const weekday = weekdayWords(date, language);
  const [year, month, day] = date.split('-');
  return language === 'ru'
    ? `${weekday} ${day}.${month}.${year}`
    : `${weekday} ${Number(day)} ${MONTHS[Number(month) - 1]} ${year}`;
};

/** `пн`, `Mon`. */
export const weekdayWords = (date: LocalDate, language: Language): string =>
  WEEKDAYS[language][weekdayOf(date) - 1] ?? '';

/** `пн 23.11`, `Mon 23 Nov`: where the year is plain. */
export const shortDateWords = (date: LocalDate, language: Language): string => {
  const weekday = weekdayWords(date, language);
  const [, month, day] = date.split('-');
  return language === 'ru'
    ? `${weekday} ${day}.${month}`
    : `${weekday} ${Number(day)} ${MONTHS[Number(month) - 1]}`;
};

/** `пн 23.11`, `Mon 23/11`: where there is little room. */
export const narrowDateWords = (date: LocalDate, language: Language): string => {
  const [, month, day] = date.split('-');
  return `${weekdayWords(date, language)} ${day}${language === 'ru' ? '.' : '/'}${month}`;
};

/** `2026-11` as `ноя 2026`, where there is little room. */
export const shortMonthWords = (name: string, language: Language): string => {
  const [year, month] = name.split('-');
  return `${(language === 'ru' ? SHORT_MONTHS : MONTHS)[Number(month) - 1]} ${year}`;
};

/** `2026-11` as `ноябрь 2026`; a year stays as it is. */
export const monthWords = (name: string, language: Language): string => {
  const [year, month] = name.split('-');
  return month === undefined ? name : `${MONTH_NAMES[language][Number(month) - 1]} ${year}`;
};

/** `09:00`; seconds only when there are any. */
export const timeWords = (zone: TimeZoneId, at: Instant): string => {
  const { hour, minute, second } = wallTime(zone, at);
  return `${two(hour)}:${two(minute)}${second === 0 ? '' : `:${two(second)}`}`;
};

/** `09:00`, where seconds don't matter: they are left out, never rounded up. */
export const shortTimeWords = (zone: TimeZoneId, at: Instant): string => {
  const { hour, minute } = wallTime(zone, at);
  return `${two(hour)}:${two(minute)}`;
};

/** `пн 23.11.2026 09:00` on the zone's wall clock. */
export const instantWords = (zone: TimeZoneId, at: Instant, language: Language): string =>
  `${dateWords(wallTime(zone, at).date, language)} ${timeWords(zone, at)}`;

/** The same for an end: midnight is the end of the day before, `вс 22.11.2026 24:00`. */
export const endInstantWords = (zone: TimeZoneId, at: Instant, language: Language): string => {
  const { hour, minute, second } = wallTime(zone, at);
  if (at === 0 || hour !== 0 || minute !== 0 || second !== 0) return instantWords(zone, at, language);
  return `${dateWords(wallTime(zone, instant(at - 1)).date, language)} 24:00`;
};

type Forms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & { readonly other: string };

const PLURALS: Readonly<Record<Language, Intl.PluralRules>> = {
  ru: new Intl.PluralRules('ru'),
  en: new Intl.PluralRules('en'),
};

const counted = (count: number, language: Language, forms: Forms): string =>
  `${count} ${forms[PLURALS[language].select(count)] ?? forms.other}`;

type Unit =
  | 'hour'
  | 'minute'
  | 'second'
  | 'working-hour'
  | 'working-minute'
  | 'working-day'
  | 'calendar-day'
  | 'day'
  | 'month'
  | 'year'
  | 'stretch';

const FORMS: Readonly<Record<Language, Readonly<Record<Unit, Forms>>>> = {
  ru: {
    hour: { one: 'час', few: 'часа', other: 'часов' },
    minute: { one: 'минута', few: 'минуты', other: 'минут' },
    second: { one: 'секунда', few: 'секунды', other: 'секунд' },
    'working-hour': { one: 'рабочий час', few: 'рабочих часа', other: 'рабочих часов' },
    'working-minute': { one: 'рабочая минута', few: 'рабочие минуты', other: 'рабочих минут' },
    'working-day': { one: 'рабочий день', few: 'рабочих дня', other: 'рабочих дней' },
    'calendar-day': { one: 'календарный день', few: 'календарных дня', other: 'календарных дней' },
    day: { one: 'день', few: 'дня', other: 'дней' },
    month: { one: 'месяц', few: 'месяца', other: 'месяцев' },
    year: { one: 'год', few: 'года', other: 'лет' },
    stretch: { one: 'отрезок', few: 'отрезка', other: 'отрезков' },
  },
  en: {
    hour: { one: 'hour', other: 'hours' },
    minute: { one: 'minute', other: 'minutes' },
    second: { one: 'second', other: 'seconds' },
    'working-hour': { one: 'working hour', other: 'working hours' },
    'working-minute': { one: 'working minute', other: 'working minutes' },
    'working-day': { one: 'working day', other: 'working days' },
    'calendar-day': { one: 'calendar day', other: 'calendar days' },
    day: { one: 'day', other: 'days' },
    month: { one: 'month', other: 'months' },
    year: { one: 'year', other: 'years' },
    stretch: { one: 'stretch', other: 'stretches' },
  },
};

export const countWords = (count: number, unit: Unit, language: Language): string =>
  counted(count, language, FORMS[language][unit]);

/** `1 час 30 минут`; parts of a second are dropped, nothing at all is `0 минут`. */
export const durationWords = (ms: number, language: Language): string => {
  const seconds = Math.floor(ms / 1000);
  const parts: readonly (readonly [number, Unit])[] = [
    [Math.floor(seconds / 3600), 'hour'],
    [Math.floor(seconds / 60) % 60, 'minute'],
    [seconds % 60, 'second'],
  ];
  const said = parts.filter(([count]) => count > 0).map(([count, unit]) => countWords(count, unit, language));
  return said.length === 0 ? countWords(0, 'minute', language) : said.join(' ');
};

/** How a target is read besides its length: `, from opening`, `, then next opening`, `, same time`. */
const readingWords = (target: Target, language: Language): string => {
  const ru = language === 'ru';
  const from =
    (target.kind === 'elapsed' || target.kind === 'working-days') && target.from === 'opening'
      ? [ru ? 'с открытия' : 'from opening']
      : [];
  const then =
    target.kind === 'elapsed' && target.outsideHours === 'next-opening'
      ? [ru ? 'затем до ближайшего открытия' : 'then next opening']
      : [];
  const same =
    target.kind === 'working-days' && target.mode === 'sameTime'
      ? [ru ? 'то же время суток' : 'same time']
      : [];
  return [...from, ...then, ...same].map((words) => `, ${words}`).join('');
};

/** How long, without how it is read: `8 working hours`. */
export const lengthWords = (target: Target, language: Language): string => {
  switch (target.kind) {
    case 'working-days':
      return countWords(target.days, 'working-day', language);
    case 'calendar-days':
      return countWords(target.days, 'calendar-day', language);
    case 'agreed-date':
      return language === 'ru' ? 'согласованная дата' : 'an agreed date';
    case 'elapsed':
      return durationWords(target.ms, language);
    case 'working-time': {
      const minutes = target.ms / 60_000;
      if (minutes % 60 === 0) return countWords(minutes / 60, 'working-hour', language);
      if (minutes < 60 && Number.isInteger(minutes)) return countWords(minutes, 'working-minute', language);
      return `${durationWords(target.ms, language)} ${language === 'ru' ? 'рабочего времени' : 'of working time'}`;
    }
  }
};

/** The whole promise: `8 рабочих часов`, `48 hours, then next opening`, `2 рабочих дня, то же время суток`. */
export const targetWords = (target: Target, language: Language): string =>
  `${lengthWords(target, language)}${readingWords(target, language)}`;
