import { localDateOf, type TimeZoneId } from '@reglament/working-time';
import type { CountedTrace } from '../explain/trace.ts';
import { isPlainTime } from '../explain/count-stretches.ts';
import {
  countWords,
  dateWords,
  durationWords,
  endInstantWords,
  instantWords,
  narrowDateWords,
  shortMonthWords,
  shortTimeWords,
  targetWords,
  timeWords,
  weekdayWords,
  type Language,
} from '../explain/time-words.ts';
import type { MarkKind, TimelineBand, TimelineMark } from './timeline.ts';
import type { BandKind } from './timeline-pieces.ts';
import type { TimelineTick } from './timeline-ticks.ts';

type Pair = readonly [ru: string, en: string];

const KINDS: Readonly<Record<BandKind, Pair>> = {
  worked: ['учтено', 'counted'],
  planned: ['осталось', 'left'],
  moved: ['до открытия', 'until the opening'],
  late: ['сверх срока', 'past the deadline'],
  paused: ['пауза', 'paused'],
  stopped: ['завершена', 'finished'],
  unused: ['не понадобилось', 'not needed'],
  expected: ['осталось, если продолжить сейчас', 'left if it went on now'],
  unknown: ['по прежнему правилу', 'by an earlier rule'],
  closed: ['закрыто', 'closed'],
};

const MARKS: Readonly<Record<MarkKind, Pair>> = {
  start: ['начало', 'start'],
  warning: ['предупреждение', 'warning'],
  change: ['изменение правила', 'change of rule'],
  breach: ['первое нарушение', 'first miss'],
  reopen: ['возобновлено', 'reopened'],
  due: ['срок', 'due'],
  missed: ['срок нарушен', 'missed'],
  stop: ['выполнено', 'done'],
  now: ['сейчас', 'now'],
};

const of = ([ru, en]: Pair, language: Language): string => (language === 'ru' ? ru : en);

/** What a colour or pattern stands for. */
export const bandName = (kind: BandKind, language: Language): string => of(KINDS[kind], language);

export const markName = (kind: MarkKind, language: Language): string => of(MARKS[kind], language);

/** Whether a mark is a deadline, which ends a day and doesn't begin the next. */
export const isEnd = (kind: MarkKind): boolean => kind === 'due' || kind === 'missed' || kind === 'breach';

/** `срок: пн 23.11.2026 17:00`. */
export const markWords = (mark: TimelineMark, zone: TimeZoneId, language: Language): string =>
  `${markName(mark.kind, language)}: ${(isEnd(mark.kind) ? endInstantWords : instantWords)(zone, mark.at, language)}`;

/** `пн 23.11.2026 09:00–17:00`, or both dates when it ends on another. */
const between = ({ from, to }: TimelineBand, zone: TimeZoneId, language: Language): string => {
  const date = localDateOf(zone, from);
  const lastDate = localDateOf(zone, (to - 1) as typeof to);
  const start = `${dateWords(date, language)} ${timeWords(zone, from)}`;
  if (date !== lastDate) return `${start} – ${instantWords(zone, to, language)}`;
  const end = localDateOf(zone, to) === date ? timeWords(zone, to) : '24:00';
  return `${start}–${end}`;
};

/** What a band shows: `пн 23.11.2026 09:00–17:00: учтено, 8 часов`. */
export const bandWords = (band: TimelineBand, zone: TimeZoneId, language: Language): string => {
  const when = between(band, zone, language);
  const what = bandName(band.kind, language);
  if (band.kind === 'closed') return `${when}: ${what}`;
  const days = band.count > 1 ? `, ${countWords(band.count, 'stretch', language)}` : '';
  const span = durationWords(band.workedMs, language);
  if (band.kind === 'paused' || band.kind === 'stopped')
    return `${when}: ${what}, ${language === 'ru' ? `не учтено ${span}` : `${span} not counted`}`;
  return `${when}: ${what}, ${span}${days}`;
};

export const tickWords = (
  { kind, at, isShort }: TimelineTick,
  zone: TimeZoneId,
  language: Language,
): string => {
  switch (kind) {
    case 'time':
      return shortTimeWords(zone, at);
    case 'date':
      return isShort === true
        ? weekdayWords(localDateOf(zone, at), language)
        : narrowDateWords(localDateOf(zone, at), language);
    case 'month':
      return shortMonthWords(localDateOf(zone, at).slice(0, 'YYYY-MM'.length), language);
    case 'year':
      return localDateOf(zone, at).slice(0, 'YYYY'.length);
  }
};

const standing = (trace: CountedTrace, language: Language): string => {
  const ru = language === 'ru';
  const { stoppedAt, outcome, status, dueAt, breachedAt, zone } = trace;
  if (stoppedAt !== null) {
    const at = instantWords(zone, stoppedAt, language);
    if (outcome === 'missed') return ru ? `выполнено с опозданием ${at}` : `done late ${at}`;
    return ru ? `выполнено в срок ${at}` : `done in time ${at}`;
  }
  if (status === 'paused') return ru ? 'отсчёт стоит' : 'the clock stands';
  if (dueAt === null) return ru ? 'срока нет' : 'no deadline';
  const at = endInstantWords(zone, dueAt, language);
  if (breachedAt !== null || trace.at > dueAt) return ru ? `срок прошёл ${at}` : `was due ${at}`;
  return ru ? `срок ${at}` : `due ${at}`;
};

/** The picture in one sentence, for whoever doesn't see it: how long was promised, spent and left, and the deadline. */
export const timelineTitle = (trace: CountedTrace, name: string, language: Language): string => {
  const ru = language === 'ru';
  const spent = durationWords(trace.spentMs, language);
  const working = isPlainTime(trace.rule) ? '' : ru ? ' рабочего времени' : ' of working time';
  const target = targetWords(trace.rule.target, language);
  return ru
    ? `${name}, шкала времени: обещано ${target}, учтено ${spent}${working}, ${standing(trace, language)}.`
    : `${name}, timeline: promised ${target}, counted ${spent}${working}, ${standing(trace, language)}.`;
};
