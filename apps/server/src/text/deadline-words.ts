import {
  type Calendars,
  type Clock,
  type DeadlineTrace,
  describeTrace,
  durationWords,
  type Language,
  type Regulation,
  remainingAt,
  shareAt,
  traceClock,
} from '@reglament/desk';
import type { Instant } from '@reglament/working-time';
import { endWords } from './moment-words.ts';
import { clockName } from './regulation-names.ts';

export type DeadlineStatus = 'running' | 'paused' | 'missed' | 'met' | 'met-late' | 'never';

/** A clock as people read it. */
export interface Deadline {
  readonly name: string;
  readonly status: DeadlineStatus;
  /** The deadline, or how it ended. */
  readonly says: string;
  /** How it came about, in the order in which one would work it out; the first sentence is the promise, the second its rule. */
  readonly reasons: readonly string[];
  readonly clause: string;
  /** The same as data, for its picture. */
  readonly trace: DeadlineTrace;
  /** Share of the target that is used up, 0 to 1; null where it can't be told. */
  readonly used: number | null;
  /** `осталось 2 часа рабочего времени`; null where nothing is left or counted. */
  readonly left: string | null;
}

const MINUTE_MS = 60_000;

interface Case {
  readonly regulation: Regulation;
  readonly calendars: Calendars;
  readonly now: Instant;
}

const statusOf = (clock: Clock, now: Instant): DeadlineStatus => {
  switch (clock.status) {
    case 'stopped':
      return clock.outcome === 'missed' ? 'met-late' : 'met';
    case 'paused':
      return clock.breachedAt === null ? 'paused' : 'missed';
    case 'running':
      if (clock.dueAt === null) return 'never';
      return clock.breachedAt !== null || now > clock.dueAt ? 'missed' : 'running';
  }
};

const saying = (clock: Clock, status: DeadlineStatus, { regulation }: Case, language: Language): string => {
  const say = (ru: string, en: string): string => (language === 'ru' ? ru : en);
  const end = (at: Instant | null): string => (at === null ? '—' : endWords(regulation.zone, at, language));
  switch (status) {
    case 'running':
      return say(`до ${end(clock.dueAt)}`, `by ${end(clock.dueAt)}`);
    case 'missed':
      return say(
        `срок прошёл ${end(clock.breachedAt ?? clock.dueAt)}`,
        `was due ${end(clock.breachedAt ?? clock.dueAt)}`,
      );
    case 'paused':
      return say('отсчёт остановлен, ждём вашего ответа', 'the clock stands still, waiting for your answer');
    case 'met':
      // What nobody has answered yet is not called done without a word of what has been done.
      if (clock.stopCause === 'registration-notice')
        return say(
          `номер заявки сообщён в срок, ${end(clock.stoppedAt)}`,
          `the number was told in time, ${end(clock.stoppedAt)}`,
        );
      return say(`выполнено в срок, ${end(clock.stoppedAt)}`, `done in time, ${end(clock.stoppedAt)}`);
    case 'met-late':
      if (clock.stopCause === 'no-longer-promised')
        return say(
          `больше не обещано, ${end(clock.stoppedAt)}`,
          `not promised any more, ${end(clock.stoppedAt)}`,
        );
      return say(`выполнено с опозданием, ${end(clock.stoppedAt)}`, `done late, ${end(clock.stoppedAt)}`);
    case 'never':
      return say('срок не назначен', 'no deadline');
  }
};

/** Share of the promised time that is spent, at most all of it. */
const usedShare = (clock: Clock, status: DeadlineStatus, { now, calendars }: Case): number | null => {
  if (status === 'missed' || status === 'met-late') return 1;
  const share = shareAt(clock, now, calendars);
  return share === null ? null : Math.min(1, Math.max(0, share));
};

const leftWords = (
  clock: Clock,
  status: DeadlineStatus,
  { now, calendars }: Case,
  language: Language,
): string | null => {
  if (status !== 'running' && status !== 'paused') return null;
  const left = remainingAt(clock, now, calendars);
  if (left === null || left <= 0) return null;
  const words =
    left < MINUTE_MS
      ? durationWords(left, language)
      : durationWords(Math.floor(left / MINUTE_MS) * MINUTE_MS, language);
  const { kind } = clock.rule.target;
  const plain = kind === 'elapsed' || kind === 'calendar-days';
  if (language === 'en') return plain ? `${words} left` : `${words} of working time left`;
  return plain ? `осталось ${words}` : `осталось ${words} рабочего времени`;
};

/** A clock with its deadline and the reasons, as things stand at `now`. */
export const deadlineOf = (clock: Clock, given: Case, language: Language): Deadline => {
  const status = statusOf(clock, given.now);
  const trace = traceClock(clock, given.regulation, given.calendars, given.now);
  return {
    name: clockName(given.regulation, clock.id, language),
    status,
    says: saying(clock, status, given, language),
    reasons: describeTrace(trace, given.regulation, language),
    trace,
    clause: clock.rule.clause,
    used: usedShare(clock, status, given),
    left: leftWords(clock, status, given, language),
  };
};
