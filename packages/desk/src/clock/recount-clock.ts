import {
  addDays,
  addWorkingDays,
  addWorkingTime,
  END_OF_INSTANTS,
  endOfLocalDate,
  instant,
  isOpen,
  localDateOf,
  nextOpening,
  workingTimeBetween,
  type Calendar,
  type Instant,
} from '@reglament/working-time';
import type { Regulation } from '../regulation/regulation.ts';
import { calendarsOfRule } from './calendars-of-rule.ts';
import { calendarOf, type Calendars } from './calendars.ts';
import type { Clock, CountingRule } from './clock.ts';

// A second way to the same numbers, for the comparison with what is stored: it asks working-time alone and none of the
// functions that count a clock as it runs. Slow and plain on purpose.

/** Something that happened to a clock, at the instant it happened. */
export type ClockFact =
  | { readonly kind: 'start' | 'calendar'; readonly at: Instant; readonly rule: CountingRule }
  /** Another rule; `anew`: nothing of what was spent is kept; `waited`: found while it stood, in force with the reopening. */
  | {
      readonly kind: 'change';
      readonly at: Instant;
      readonly rule: CountingRule;
      readonly anew?: boolean;
      readonly waited?: true;
    }
  | { readonly kind: 'pause' | 'resume' | 'stop' | 'reopen' | 'missed'; readonly at: Instant }
  /** Promised only now: a deadline over by now is due now (row 15). */
  | { readonly kind: 'promised'; readonly at: Instant }
  /** The last stop never was. */
  | { readonly kind: 'withdraw-stop' };

/** What is recounted of a clock. */
export type Recount = Pick<
  Clock,
  | 'rule'
  | 'status'
  | 'startedAt'
  | 'countsFrom'
  | 'spentMs'
  | 'since'
  | 'dueAt'
  | 'lastDueAt'
  | 'breachedAt'
  | 'firstBreachAt'
  | 'outcome'
  | 'stoppedAt'
>;

interface State extends Recount {
  readonly pauses: readonly { readonly from: Instant; readonly to: Instant | null }[];
  /** The start, or the change at which counting began anew. */
  readonly begins: Instant;
  /** When a date was agreed last: pauses before it don't move it. */
  readonly agreedAt: Instant;
  /** The last deadline in force before the reopening. */
  readonly lastBefore: Instant | null;
  /** Stopped before, and reopened: the outcome stays when a later stop is withdrawn. */
  readonly reopened: boolean;
}

interface Book {
  readonly regulation: Regulation;
  readonly calendars: Calendars;
}

const calendarFor = (rule: CountingRule, { regulation, calendars }: Book): Calendar =>
  calendarOf(calendarsOfRule(rule, regulation, calendars), rule.schedule);

const isPlain = ({ target }: CountingRule): boolean =>
  target.kind === 'elapsed' || target.kind === 'calendar-days';

const between = (rule: CountingRule, book: Book, from: Instant, to: Instant): number => {
  if (to <= from) return 0;
  return isPlain(rule) ? to - from : workingTimeBetween(calendarFor(rule, book), from, to);
};

/** Where a clock that waits for the opening begins to count; null: it never opens. Others count from their start. */
const firstInstant = ({ rule, begins }: Pick<State, 'rule' | 'begins'>, book: Book): Instant | null => {
  const { target } = rule;
  const waits = (target.kind === 'elapsed' || target.kind === 'working-days') && target.from === 'opening';
  return waits ? nextOpening(calendarFor(rule, book), begins) : begins;
};

/** What a running clock counts from one instant to another. */
const spends = (state: State, book: Book, from: Instant, to: Instant): number => {
  const first = state.rule.target.kind === 'elapsed' ? firstInstant(state, book) : from;
  if (first === null) return 0;
  return between(state.rule, book, first > from ? first : from, to);
};

/** The closing time of the working date that was open until `at`, found among the closing times from the day before on. */
const closingOf = (calendar: Calendar, at: Instant): Instant => {
  const eve = instant(
    endOfLocalDate(calendar.zone, addDays(localDateOf(calendar.zone, instant(at - 1)), -2)) - 1,
  );
  for (let nth = 1; nth <= 3; nth += 1) {
    const close = addWorkingDays(calendar, eve, nth);
    if (close !== null && close >= at) return close;
  }
  return at;
};

const plainly = (from: number, ms: number): Instant | null =>
  from + ms < END_OF_INSTANTS ? instant(from + ms) : null;

const forward = (rule: CountingRule, book: Book, from: Instant, ms: number): Instant | null =>
  isPlain(rule) ? plainly(from, ms) : addWorkingTime(calendarFor(rule, book), from, ms);

const waited = (state: State, book: Book, upTo: Instant, since: Instant): number =>
  state.pauses.reduce((sum, { from, to }) => {
    const end = to === null || to > upTo ? upTo : to;
    return sum + between(state.rule, book, from < since ? since : from, end);
  }, 0);

const later = (rule: CountingRule, book: Book, due: Instant | null, ms: number): Instant | null =>
  due === null || ms === 0 ? due : forward(rule, book, due, ms);

const atOpening = (calendar: Calendar, due: Instant): Instant | null =>
  isOpen(calendar, due) || isOpen(calendar, instant(due - 1)) ? due : nextOpening(calendar, due);

/** Where the promise ends for a clock that runs from `from` on; null: never. */
const endOf = (state: State, book: Book, from: Instant): Instant | null => {
  const { rule, begins, spentMs } = state;
  const { target } = rule;
  const calendar = calendarFor(rule, book);
  switch (target.kind) {
    case 'working-time':
      return target.ms <= spentMs ? from : addWorkingTime(calendar, from, target.ms - spentMs);
    case 'elapsed': {
      // Used up already, it waits for no opening.
      const first = target.ms > spentMs ? firstInstant(state, book) : from;
      const due = first === null ? null : plainly(first > from ? first : from, target.ms - spentMs);
      return due === null || target.outsideHours === 'keep' ? due : atOpening(calendar, due);
    }
    case 'working-days': {
      const first = firstInstant(state, book);
      const due = first === null ? null : addWorkingDays(calendar, first, target.days, { mode: target.mode });
      const stood = waited(state, book, from, begins);
      const moved = later(rule, book, due, stood);
      return target.afterPause === undefined || stood === 0 || moved === null
        ? moved
        : closingOf(calendar, moved);
    }
    case 'calendar-days': {
      const date = addDays(localDateOf(calendar.zone, begins), target.days);
      return plainly(endOfLocalDate(calendar.zone, date), waited(state, book, from, begins));
    }
    case 'agreed-date':
      return target.pausesMoveIt
        ? later(rule, book, target.at, waited(state, book, from, state.agreedAt))
        : target.at;
  }
};

/** A running clock gets its deadline, not before the running began; a missed one is due when it was missed. */
const due = (state: State, book: Book): State => {
  if (state.status !== 'running') return { ...state, dueAt: null };
  const end = state.breachedAt ?? endOf(state, book, state.since);
  const dueAt = end !== null && end < state.since && state.breachedAt === null ? state.since : end;
  return { ...state, dueAt, lastDueAt: dueAt ?? state.lastDueAt };
};

const missed = (state: State, at: Instant): State => ({
  ...state,
  breachedAt: at,
  firstBreachAt: state.firstBreachAt ?? at,
});

/** Counted up to an instant; a deadline over by then was missed there. */
const upTo = (before: State, at: Instant, book: Book): State => {
  if (before.status !== 'running') return before;
  const { dueAt } = before;
  const state = before.breachedAt === null && dueAt !== null && dueAt < at ? missed(before, dueAt) : before;
  return { ...state, spentMs: state.spentMs + spends(state, book, state.since, at), since: at };
};

const opening = (rule: CountingRule, book: Book, startedAt: Instant): Instant | null =>
  isPlain(rule) && !('from' in rule.target) ? startedAt : nextOpening(calendarFor(rule, book), startedAt);

const begun = (rule: CountingRule, startedAt: Instant, book: Book): State =>
  due(
    {
      rule,
      status: 'running',
      startedAt,
      countsFrom: opening(rule, book, startedAt),
      spentMs: 0,
      since: startedAt,
      dueAt: null,
      lastDueAt: null,
      breachedAt: null,
      firstBreachAt: null,
      outcome: null,
      stoppedAt: null,
      pauses: [],
      begins: startedAt,
      agreedAt: startedAt,
      lastBefore: null,
      reopened: false,
    },
    book,
  );

/** Row 15: a target already exceeded is missed from the change on, one not exceeded clears the present miss. */
const judged = (state: State, at: Instant, book: Book): State => {
  const { target } = state.rule;
  const plain =
    target.kind === 'working-time' || (target.kind === 'elapsed' && target.outsideHours === 'keep');
  const end = plain ? null : endOf(state, book, at);
  const exceeded = plain ? state.spentMs > target.ms : end !== null && end < at;
  if (!exceeded) return { ...state, breachedAt: null };
  return state.breachedAt === null ? missed(state, at) : state;
};

/** A date agreed now; one that was agreed before stays agreed, also when counting begins anew. */
const isNewDate = (before: CountingRule, { target }: CountingRule): boolean =>
  target.kind === 'agreed-date' && !(before.target.kind === 'agreed-date' && before.target.at === target.at);

const changed = (
  before: State,
  { rule, anew = false, waited: stood }: Extract<ClockFact, { readonly kind: 'change' }>,
  at: Instant,
  book: Book,
): State => {
  const spent = upTo(before, at, book);
  // The old rule's deadline never was in force again.
  const known = stood === true ? { ...spent, lastDueAt: spent.lastBefore } : spent;
  const counted = anew ? { ...known, spentMs: 0, begins: at } : known;
  const state: State = {
    ...counted,
    rule,
    countsFrom: opening(rule, book, before.startedAt),
    agreedAt: isNewDate(before.rule, rule) ? at : before.agreedAt,
  };
  return due(judged(state, at, book), book);
};

/** Rows 14 and 26: nothing is judged, a deadline that is over stays. */
const recalendared = (state: State, rule: CountingRule, at: Instant, book: Book): State => {
  const next: State = { ...state, rule, countsFrom: opening(rule, book, state.startedAt) };
  if (state.status !== 'running') return next;
  const spentMs = state.spentMs + spends(state, book, state.since, at);
  const counted: State = { ...next, spentMs, since: at };
  return state.dueAt !== null && state.dueAt < at ? counted : due(counted, book);
};

const closed = (pauses: State['pauses'], at: Instant): State['pauses'] =>
  pauses.map((pause) => (pause.to === null ? { ...pause, to: at } : pause));

/** News of a stop can come after the miss: stopped in time it never was one, unless a change had made it. */
const unmissed = (state: State, at: Instant): State => {
  const { breachedAt, firstBreachAt } = state;
  if (state.status !== 'running' || breachedAt === null || at > breachedAt || state.since >= breachedAt)
    return state;
  return { ...state, breachedAt: null, firstBreachAt: firstBreachAt === breachedAt ? null : firstBreachAt };
};

const stopped = (before: State, at: Instant, book: Book): State => {
  const state = upTo(unmissed(before, at), at, book);
  return {
    ...state,
    status: 'stopped',
    since: at,
    dueAt: null,
    pauses: closed(state.pauses, at),
    outcome: state.outcome ?? (state.breachedAt === null ? 'met' : 'missed'),
    stoppedAt: at,
  };
};

const running = (state: State, book: Book): State =>
  due({ ...state, status: 'running', stoppedAt: null }, book);

const after = (state: State, fact: ClockFact, book: Book): State => {
  if (fact.kind === 'withdraw-stop')
    return state.status === 'stopped'
      ? running(
          { ...state, outcome: state.reopened ? state.outcome : null, lastBefore: state.lastDueAt },
          book,
        )
      : state;
  const at = fact.at < state.since ? state.since : fact.at;
  switch (fact.kind) {
    case 'start':
      return state;
    case 'promised':
      return state.status === 'running' && state.dueAt !== null && state.dueAt < at
        ? { ...upTo({ ...state, dueAt: at }, at, book), lastDueAt: at }
        : state;
    case 'change':
      return state.status === 'stopped' ? state : changed(state, fact, at, book);
    case 'calendar':
      return state.status === 'stopped' ? state : recalendared(state, fact.rule, at, book);
    case 'pause': {
      if (state.status !== 'running') return state;
      const counted = upTo(state, at, book);
      return { ...counted, status: 'paused', dueAt: null, pauses: [...state.pauses, { from: at, to: null }] };
    }
    case 'resume':
      if (state.status !== 'paused') return state;
      return running({ ...state, since: at, pauses: closed(state.pauses, at) }, book);
    case 'stop':
      return state.status === 'stopped' ? state : stopped(state, at, book);
    case 'reopen': {
      if (state.status !== 'stopped') return state;
      const pauses = [...state.pauses, { from: state.since, to: at }];
      return running({ ...state, since: at, pauses, reopened: true, lastBefore: state.lastDueAt }, book);
    }
    case 'missed':
      return state.dueAt !== null && state.breachedAt === null && fact.at > state.dueAt
        ? missed(state, state.dueAt)
        : state;
  }
};

/**
 * A clock counted anew from what happened to it.
 *
 * @param facts in their order, the start first; one that is told late counts as of the fact before it.
 * @throws when they don't begin with a start.
 */
export const recountClock = (
  facts: readonly ClockFact[],
  regulation: Regulation,
  calendars: Calendars,
): Recount => {
  const [first, ...rest] = facts;
  if (first?.kind !== 'start') throw new Error('a clock begins with its start');
  const book = { regulation, calendars };
  const state = rest.reduce((one, fact) => after(one, fact, book), begun(first.rule, first.at, book));
  const {
    pauses: _pauses,
    begins: _begins,
    agreedAt: _agreedAt,
    reopened: _reopened,
    lastBefore: _lastBefore,
    ...recount
  } = state;
  return recount;
};
