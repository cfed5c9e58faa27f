import type { WarningMark } from '../regulation/regulation.ts';
import { durationWords, type Language } from './explain/time-words.ts';

/** The mark alone, of whatever carries one. */
export const markOf = (one: WarningMark): WarningMark =>
  one.before === undefined ? { fraction: one.fraction } : { before: one.before };

/** A mark as one word, by which alarms and notifications know it: `0.8`, `before:3600000:working-time`. */
export const warningKey = (mark: WarningMark): string =>
  mark.before === undefined ? String(mark.fraction) : `before:${mark.before.ms}:${mark.before.measure}`;

export const sameMark = (a: WarningMark, b: WarningMark): boolean => warningKey(a) === warningKey(b);

/** The mark that `warningKey` named. */
export const warningOfKey = (key: string): WarningMark => {
  const [, ms, measure] = key.split(':');
  return measure === 'working-time' || measure === 'elapsed'
    ? { before: { ms: Number(ms), measure } }
    : { fraction: Number(key) };
};

/** `израсходовано 80 % срока`, `до срока 1 час рабочего времени`; `80% of the time is used`. */
export const warningWords = (mark: WarningMark, language: Language): string => {
  if (mark.before === undefined) {
    const percent = Math.round(mark.fraction * 100);
    return language === 'ru' ? `израсходовано ${percent} % срока` : `${percent}% of the time is used`;
  }
  const time = durationWords(mark.before.ms, language);
  const working = mark.before.measure === 'working-time';
  if (language === 'ru') return `до срока ${time}${working ? ' рабочего времени' : ''}`;
  return `${time}${working ? ' of working time' : ''} before the deadline`;
};
