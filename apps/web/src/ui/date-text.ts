import type { Language } from '../i18n/language.ts';

const locales: Readonly<Record<Language, string>> = { ru: 'ru-RU', en: 'en-GB' };
const made = new Map<string, Intl.DateTimeFormat>();

const formatter = (language: Language, zone: string, kind: keyof typeof kinds): Intl.DateTimeFormat => {
  const key = `${language} ${zone} ${kind}`;
  const found = made.get(key);
  if (found !== undefined) return found;
  const fresh = new Intl.DateTimeFormat(locales[language], {
    ...kinds[kind],
    timeZone: zone,
    hourCycle: 'h23',
  });
  made.set(key, fresh);
  return fresh;
};

const clock = { hour: '2-digit', minute: '2-digit' } as const;
const kinds = {
  full: { day: '2-digit', month: '2-digit', year: 'numeric', ...clock },
  date: { day: '2-digit', month: '2-digit', year: 'numeric' },
  // Half of those who read English take 03/04 for the other day.
  fullEnglish: { day: 'numeric', month: 'short', year: 'numeric', ...clock },
  dateEnglish: { day: 'numeric', month: 'short', year: 'numeric' },
  short: { weekday: 'short', day: '2-digit', month: '2-digit', ...clock },
  shortEnglish: { weekday: 'short', day: 'numeric', month: 'short', ...clock },
  time: clock,
  day: { weekday: 'long', day: 'numeric', month: 'long' },
  dayOfYear: { day: 'numeric', month: 'long', year: 'numeric' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

export interface DateText {
  /** 21.11.2026, 12:05; 21 Nov 2026, 12:05 */
  readonly full: (at: string) => string;
  /** 21.11.2026; 21 Nov 2026 */
  readonly date: (at: string) => string;
  /** пн 23.11, 12:00; Mon 23 Nov, 12:00 */
  readonly short: (at: string) => string;
  /** 12:05 */
  readonly time: (at: string) => string;
  /** Сегодня, Вчера, пятница, 20 ноября; another year is named. */
  readonly day: (
    at: string,
    now: number,
    words: { readonly today: string; readonly yesterday: string },
  ) => string;
  /** Two instants with the same key lie on one local date. */
  readonly dayKey: (at: string) => string;
}

const DAY = 86_400_000;

/** How dates are written, in the desk's zone. */
export const dateText = (language: Language, zone: string): DateText => {
  const write = (kind: keyof typeof kinds, at: string | number) =>
    formatter(language, zone, kind).format(new Date(at));
  const isRussian = language === 'ru';
  const date = (at: string | number) => write(isRussian ? 'date' : 'dateEnglish', at);
  return {
    full: (at) => write(isRussian ? 'full' : 'fullEnglish', at),
    date,
    time: (at) => write('time', at),
    short: (at) => {
      const part = new Map(
        formatter(language, zone, isRussian ? 'short' : 'shortEnglish')
          .formatToParts(new Date(at))
          .map((p) => [p.type, p.value]),
      );
      const day = `${part.get('day')}${isRussian ? '.' : ' '}${part.get('month')}`;
      return `${part.get('weekday')} ${day}, ${part.get('hour')}:${part.get('minute')}`;
    },
    day: (at, now, words) => {
      const key = write('date', at);
      if (key === write('date', now)) return words.today;
      if (key === write('date', now - DAY)) return words.yesterday;
      return key.slice(-4) === write('date', now).slice(-4) ? write('day', at) : write('dayOfYear', at);
    },
    dayKey: (at) => write('date', at),
  };
};
