import { z } from 'zod';

/** Milliseconds since the epoch, or of a measure: as the engine counts, so that a browser counts on without loss. */
const ms = z.number();

const target = z.union([
  z.object({ kind: z.literal('working-time'), ms }),
  z.object({
    kind: z.literal('elapsed'),
    ms,
    outsideHours: z.enum(['next-opening', 'keep']),
    from: z.literal('opening').optional(),
  }),
  z.object({
    kind: z.literal('working-days'),
    days: z.number(),
    mode: z.enum(['end', 'sameTime']),
    from: z.literal('opening').optional(),
    afterPause: z.literal('closing-time').optional(),
  }),
  z.object({ kind: z.literal('calendar-days'), days: z.number() }),
  z.object({ kind: z.literal('agreed-date'), at: ms, pausesMoveIt: z.boolean() }),
]);

const countingRule = z.object({
  clock: z.string(),
  packageId: z.string(),
  priority: z.string().nullable(),
  target,
  schedule: z.string(),
  clause: z.string(),
  edition: z.string(),
  calendar: z.object({ id: z.string(), edition: z.string() }).nullable().optional(),
  /** Whose wall clock its hours are read on; absent: the desk's. */
  zone: z.string().optional(),
  /** Number of the certificate that the figure was agreed in. */
  certificate: z.string().optional(),
  merged: z.literal(true).optional(),
});

const changeCause = z.enum([
  'priority',
  'package',
  'type',
  'calendar',
  'edition',
  'zone',
  'agreement',
  'objection',
  'merge',
]);

/** A clock's whole record: what a deadline, its countdown and its picture are counted from. */
export const clockRecord = z.object({
  id: z.string(),
  rule: countingRule,
  status: z.enum(['running', 'paused', 'stopped']),
  startedAt: ms,
  countsFrom: ms.nullable(),
  spentMs: ms,
  since: ms,
  dueAt: ms.nullable(),
  lastDueAt: ms.nullable(),
  pauses: z.array(z.object({ from: ms, to: ms.nullable(), cause: z.string() })).readonly(),
  breachedAt: ms.nullable(),
  firstBreachAt: ms.nullable(),
  outcome: z.enum(['met', 'missed']).nullable(),
  stoppedAt: ms.nullable(),
  stopCause: z.string().nullable(),
  changes: z
    .array(
      z.object({
        at: ms,
        cause: changeCause.nullable(),
        before: countingRule.nullable(),
        spentMs: ms,
        anew: z.literal(true).optional(),
      }),
    )
    .readonly()
    .optional(),
  changeAtReopening: z
    .object({ rule: countingRule, cause: changeCause, anew: z.literal(true).optional() })
    .optional(),
});

/** When people are warned: at a share of the target, or so long before the deadline. */
export const warningMark = z.union([
  z.object({ fraction: z.number() }),
  z.object({ before: z.object({ ms, measure: z.enum(['working-time', 'elapsed']) }) }),
]);

/** Opening hours by which clocks were counted. `key` is the schedule's id and its calendar's edition; in a queue the
 * regulation's version goes before it. */
export const countedSchedule = z.object({
  key: z.string(),
  zone: z.string(),
  /** By weekday, 1 is Monday: windows from, to. */
  week: z.record(z.string(), z.array(z.tuple([z.string(), z.string()]))),
  /** Dates whose windows are others. */
  exceptions: z.record(z.string(), z.array(z.tuple([z.string(), z.string()]))),
});
