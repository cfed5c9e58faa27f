import {
  addDays,
  addMonths,
  instant,
  localDateOf,
  toInstant,
  wallTime,
  type Instant,
  type LocalDate,
  type TimeZoneId,
} from '@reglament/working-time';
import { positionOf, type PlacedPiece } from './timeline-scale.ts';

export interface TimelineTick {
  readonly kind: 'time' | 'date' | 'month' | 'year';
  readonly at: Instant;
  readonly x: number;
  /** A date with room for its weekday only. */
  readonly isShort?: boolean;
}

/** Room that a label takes, in units of the picture. */
const ROOM: Readonly<Record<TimelineTick['kind'], number>> = { time: 36, date: 54, month: 56, year: 36 };
const SHORT_ROOM = 22;
const MOST_DATES = 75;
const MOST_MONTHS = 36;
/** Hours are told of pictures of no more dates. */
const MOST_DATES_WITH_TIMES = 3;
const STEPS_MINUTES = [5, 10, 15, 30, 60, 120, 180, 240, 360, 720];

/** The last date that instants of every zone reach to the end; a picture that touches the day after ends unlabelled. */
const LAST_DATE = '2200-12-30' as LocalDate;

const isOpen = ({ kind }: PlacedPiece): boolean => kind !== 'closed';

/** Leaves out labels that would run into the one before or over the end; the first date may be shortened. */
const spaced = (ticks: readonly TimelineTick[], width: number): readonly TimelineTick[] => {
  const kept: TimelineTick[] = [];
  ticks.forEach((tick, index) => {
    const last = kept.at(-1);
    const room = ROOM[tick.kind];
    const between = last === undefined ? Infinity : tick.x - last.x;
    const next = (ticks[index + 1]?.x ?? width) - tick.x;
    // A short first date gives way to the whole next one.
    const shortens =
      tick.kind === 'date' && index === 1 && between >= SHORT_ROOM && between < room && next >= room;
    if (tick.x + room > width + 2 || (between < room && !shortens)) return;
    if (last !== undefined && shortens) kept[kept.length - 1] = { ...last, isShort: true };
    kept.push(tick);
  });
  return kept;
};

const firstOf = (name: string): LocalDate =>
  (name.length === 4 ? `${name}-01-01` : `${name}-01`) as LocalDate;

/** The first open moment of each month or year. */
const longTicks = (
  placed: readonly PlacedPiece[],
  zone: TimeZoneId,
  kind: 'month' | 'year',
): readonly TimelineTick[] => {
  const [first, last] = [placed[0], placed.at(-1)];
  if (first === undefined || last === undefined) return [];
  const ticks: TimelineTick[] = [{ kind, at: first.from, x: 0 }];
  const step = kind === 'month' ? 1 : 12;
  const length = kind === 'month' ? 'YYYY-MM'.length : 'YYYY'.length;
  let date = addMonths(firstOf(localDateOf(zone, first.from).slice(0, length)), step);
  for (; date <= LAST_DATE; date = addMonths(date, step)) {
    const at = toInstant(zone, date, 0);
    if (at >= last.to) break;
    ticks.push({ kind, at, x: positionOf(placed, at) });
  }
  return ticks;
};

/** The dates on which anything is open, each with its first open moment. */
const openDates = (placed: readonly PlacedPiece[], zone: TimeZoneId): readonly TimelineTick[] => {
  const ticks: TimelineTick[] = [];
  let told = '';
  for (const piece of placed.filter(isOpen)) {
    let date = localDateOf(zone, piece.from);
    // A piece cut short has no room for its dates.
    const end = piece.isShort ? date : localDateOf(zone, instant(piece.to - 1));
    for (let from = piece.from; date <= end; date = addDays(date, 1)) {
      if (date > told) ticks.push({ kind: 'date', at: from, x: positionOf(placed, from) });
      told = date;
      if (date >= LAST_DATE) break;
      from = toInstant(zone, date, 24 * 60);
    }
  }
  return ticks;
};

const stepOf = (placed: readonly PlacedPiece[]): number => {
  const open = placed.filter((piece) => isOpen(piece) && !piece.isShort);
  const ms = open.reduce((sum, { from, to }) => sum + to - from, 0);
  const width = open.reduce((sum, piece) => sum + piece.width, 0);
  const step = STEPS_MINUTES.find((minutes) => (minutes * 60_000 * width) / ms >= ROOM.time + 6);
  return step ?? 24 * 60;
};

const timeTicks = (placed: readonly PlacedPiece[], zone: TimeZoneId): readonly TimelineTick[] => {
  const minutes = stepOf(placed);
  const tick = (at: Instant): TimelineTick => ({ kind: 'time', at, x: positionOf(placed, at) });
  return placed.flatMap((piece, index) => {
    if (!isOpen(piece)) return [];
    const before = placed[index - 1];
    // Where it opens the hour is told; where one part goes over into the next it isn't.
    const opens = before === undefined || !isOpen(before) ? [tick(piece.from)] : [];
    if (piece.isShort) return opens;
    const { date, hour, minute } = wallTime(zone, piece.from);
    if (localDateOf(zone, piece.to) >= LAST_DATE) return opens;
    const first = Math.ceil((hour * 60 + minute + 1) / minutes) * minutes;
    const whole: TimelineTick[] = [];
    for (let at = toInstant(zone, date, first), m = first; at < piece.to; m += minutes) {
      if (at > piece.from) whole.push(tick(at));
      at = toInstant(zone, addDays(date, Math.floor((m + minutes) / 1440)), (m + minutes) % 1440);
    }
    return [...opens, ...whole];
  });
};

/** What to write under a picture: dates, and hours where there is room; of long times months or years. */
export const timelineTicks = (
  placed: readonly PlacedPiece[],
  zone: TimeZoneId,
  width: number,
): readonly TimelineTick[] => {
  const [first, last] = [placed[0], placed.at(-1)];
  if (first === undefined || last === undefined) return [];
  const days = (last.to - first.from) / 86_400_000;
  if (days > MOST_DATES) {
    const months = days / 30;
    return spaced(longTicks(placed, zone, months > MOST_MONTHS ? 'year' : 'month'), width);
  }
  const dates = openDates(placed, zone);
  const times = dates.length > MOST_DATES_WITH_TIMES ? [] : spaced(timeTicks(placed, zone), width);
  return [...spaced(dates, width), ...times];
};
