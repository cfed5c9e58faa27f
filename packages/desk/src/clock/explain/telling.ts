import type { Instant, TimeZoneId } from '@reglament/working-time';
import { isPlainTime } from './count-stretches.ts';
import { durationWords, endInstantWords, instantWords, type Language } from './time-words.ts';
import type { DeadlineTrace } from './trace-clock.ts';

/** What every sentence of a trace is made with. */
export interface Telling {
  readonly trace: DeadlineTrace;
  readonly language: Language;
  readonly say: (ru: string, en: string) => string;
  /** On its wall clock everything is told. */
  readonly zone: TimeZoneId;
  /** `пн 23.11.2026 09:00`. */
  readonly time: (at: Instant) => string;
  /** The same for a deadline: midnight is 24:00 of the day before. */
  readonly end: (at: Instant) => string;
  readonly span: (ms: number) => string;
  /** The same, said to be working time where it is. */
  readonly measured: (ms: number) => string;
}

export const tellingOf = (trace: DeadlineTrace, language: Language, zone: TimeZoneId): Telling => ({
  trace,
  zone,
  language,
  say: (ru, en) => (language === 'ru' ? ru : en),
  time: (at) => instantWords(zone, at, language),
  end: (at) => endInstantWords(zone, at, language),
  span: (ms) => durationWords(ms, language),
  measured: (ms) => {
    const words = durationWords(ms, language);
    if (isPlainTime(trace.rule)) return words;
    return language === 'ru' ? `${words} рабочего времени` : `${words} of working time`;
  },
});

/** A long list in brief: the first two, how many more, the last. */
export const inBrief = (words: readonly string[], most: number, more: (left: number) => string): string =>
  words.length <= most
    ? words.join(', ')
    : [words[0], words[1], more(words.length - 3), words.at(-1)].join(', ');
