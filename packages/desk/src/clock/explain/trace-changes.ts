import type { Instant } from '@reglament/working-time';
import type { ClockState } from './clock-states.ts';
import type { Clock } from '../clock.ts';
import type { TraceChange } from './trace.ts';

const breachOf = (before: Clock, after: Clock): TraceChange['breach'] => {
  if (after.breachedAt === null) return before.breachedAt === null ? 'none' : 'cleared';
  return before.breachedAt === null ? 'caused' : 'kept';
};

interface Told {
  readonly before: ClockState | undefined;
  readonly after: ClockState;
  readonly dueBefore: Instant | null;
}

/** Each change of the rule, with what it did. */
export const changesOf = (clock: Clock, states: readonly ClockState[]): readonly TraceChange[] => {
  const told = new Map<number, Told>();
  states.forEach((state, index) => {
    if (state.by !== 'change') return;
    const before = states[index - 1];
    // Reopened to be counted anew, the deadline of what had elapsed never was in force again.
    const isAnew = state.clock.changes?.at(-1)?.anew === true;
    const restarts = isAnew && before?.by === 'reopen' && before.at === state.at;
    const stood = restarts ? states[index - 2] : before;
    const dueBefore = stood?.clock.dueAt ?? stood?.clock.lastDueAt ?? null;
    told.set((state.clock.changes?.length ?? 0) - 1, { before, after: state, dueBefore });
  });
  // The last state is the clock itself; its own change is its last one.
  return (clock.changes ?? []).map((change, index): TraceChange => {
    const found = told.get(index);
    const before = found?.before?.clock;
    const after = clock.changes?.[index + 1]?.before ?? clock.rule;
    const isJudged = change.cause !== 'calendar';
    const noticed =
      before !== undefined && before.dueAt !== null && before.dueAt < change.at && before.breachedAt === null
        ? { ...before, breachedAt: before.dueAt }
        : before;
    return {
      at: change.at,
      cause: change.cause,
      before: change.before,
      after,
      spentMs: change.spentMs,
      isAnew: change.anew === true,
      dueBefore: found?.dueBefore ?? null,
      dueAfter: found?.after.clock.dueAt ?? null,
      isJudged,
      breach:
        noticed === undefined || found === undefined
          ? 'none'
          : breachOf(noticed, stateAt(found.after, change.at)),
    };
  });
};

/** What a later notice of a miss wrote into the last state isn't the change's doing. */
const stateAt = ({ clock }: ClockState, at: Instant): Clock =>
  clock.breachedAt !== null && clock.breachedAt > at ? { ...clock, breachedAt: null } : clock;
