import { instant, localDateOf, type TimeZoneId } from '@reglament/working-time';
import {
  dateWords,
  shortDateWords,
  shortTimeWords,
  timeWords,
  type Language,
} from '../explain/time-words.ts';
import { isEnd, markName } from './timeline-words.ts';
import type { MarkKind, Timeline, TimelineMark } from './timeline.ts';

/** Words above the picture. `x` is where their start, middle or end stands. */
export interface TimelineLabel {
  readonly kind: MarkKind;
  readonly text: string;
  readonly x: number;
  readonly anchor: 'start' | 'middle' | 'end';
}

/** A letter of a small label, in units of the picture; estimated on the wide side. */
const LETTER = 6.4;
const GAP = 8;
/** From half a year on a date is told with its year. */
const LONG_MS = 183 * 86_400_000;

/** What is named, the most important first; a label that would run into an earlier one is left out. */
const NAMED: readonly MarkKind[] = ['missed', 'due', 'stop', 'now'];

const textOf = (
  { kind, at }: TimelineMark,
  zone: TimeZoneId,
  language: Language,
  isLong: boolean,
): string => {
  const name = markName(kind, language);
  if (kind === 'now') return name;
  const midnight = isEnd(kind) && at > 0 && timeWords(zone, at) === '00:00';
  const date = localDateOf(zone, midnight ? instant(at - 1) : at);
  const words = isLong ? dateWords(date, language) : shortDateWords(date, language);
  return `${name} ${words} ${midnight ? '24:00' : shortTimeWords(zone, at)}`;
};

interface Span {
  readonly from: number;
  readonly to: number;
}

const placed = (x: number, length: number, width: number): Span & Pick<TimelineLabel, 'anchor' | 'x'> => {
  if (x + length / 2 <= width && x >= length / 2)
    return { anchor: 'middle', x, from: x - length / 2, to: x + length / 2 };
  const fromStart = x < length / 2;
  if (fromStart && x + length <= width) return { anchor: 'start', x, from: x, to: x + length };
  if (!fromStart && x >= length) return { anchor: 'end', x, from: x - length, to: x };
  return { anchor: 'start', x: 0, from: 0, to: length };
};

/** The labels of the marks that are named, none over another. */
export const timelineLabels = (
  { marks, width, bands }: Timeline,
  zone: TimeZoneId,
  language: Language,
): readonly TimelineLabel[] => {
  const [first, last] = [bands[0], bands.at(-1)];
  const isLong = first !== undefined && last !== undefined && last.to - first.from > LONG_MS;
  const taken: Span[] = [];
  return NAMED.flatMap((kind) => marks.filter((mark) => mark.kind === kind)).flatMap(
    (mark): TimelineLabel[] => {
      const text = textOf(mark, zone, language, isLong);
      const { anchor, x, from, to } = placed(mark.x, text.length * LETTER, width);
      if (taken.some((other) => from < other.to + GAP && to > other.from - GAP)) return [];
      taken.push({ from, to });
      return [{ kind: mark.kind, text, x, anchor }];
    },
  );
};
