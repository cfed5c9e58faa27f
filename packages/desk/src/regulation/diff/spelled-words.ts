import { countWords, targetWords } from '../../clock/explain/time-words.ts';
import { EVENT_WORDS } from '../language/part-words.ts';
import { parseTarget } from '../parse-target.ts';
import { parseMoment, parseTermLength } from '../parse-term.ts';

type Language = 'ru' | 'en';

const BEFORE = /^(?<days>\d{1,3}) days? before$/u;

const lengthWords = (text: string, language: Language): string | null => {
  const length = parseTermLength(text);
  if (length === null) return null;
  return countWords(length.count, length.unit === 'days' ? 'day' : 'month', language);
};

/** What a file spells for the desk, as people say it: a target, a length, a moment, a warning; null for anything else. */
export const spelledWords = (text: string, language: Language): string | null => {
  if (language === 'en') return null;
  const target = parseTarget(text);
  if (target !== null) return targetWords(target, language);
  const days = BEFORE.exec(text)?.groups?.['days'];
  if (days !== undefined) return `за ${countWords(Number(days), 'day', language)}`;
  const length = lengthWords(text, language);
  if (length !== null) return length;
  if (parseMoment(text) === null) return null;
  const [first = '', second] = text.split(' after ');
  const event = EVENT_WORDS[second ?? first]?.[language] ?? second ?? first;
  return second === undefined ? event : `${lengthWords(first, language) ?? first} после: ${event}`;
};
