import { z } from 'zod';
import { expected } from '../check/words/expected.ts';
import { parseWarning } from '../parse-warning.ts';
import { channel, clause, idReference, ids, text, windows, yesNo } from './words.ts';

/** When the service works, for whom, through what, and how fast: schedules, packages, priorities, clocks. */

export const schedule = z.strictObject({
  name: text,
  week: z.record(z.string(), windows),
  calendar: z.string(),
  shortened: z.boolean().optional(),
  exceptions: z.record(z.string(), windows).optional(),
  zone: z.string().optional(),
  clause,
});

export const ticketType = z.strictObject({ name: text, definition: text, clause });

export const priority = z.strictObject({
  rank: z.int().min(1).max(100),
  name: text,
  definition: text,
  aliases: z
    .array(z.union([z.string().min(1), z.int().nonnegative()]))
    .max(50)
    .optional(),
  clause,
});

export const priorityRules = z.strictObject({
  default: idReference,
  'stated-by-customer': z.enum(['counts', 'supposed']),
  'changed-by-staff': z.enum(['freely', 'with-reason', 'with-consent', 'never']),
  /** What a change does to the time used up: it stays and counts on, or counting begins anew at the change. */
  'change-counts': z.enum(['keep-elapsed', 'from-change']).optional(),
  clause,
});

export const packageShape = z.strictObject({
  name: text,
  rank: z.int().min(0).max(1000),
  hours: z.union([z.string(), z.record(z.string(), z.string())], {
    error: expected('package-hours'),
  }),
  channels: z.union([z.array(channel).min(1), z.partialRecord(channel, ids)], {
    error: expected('channels'),
  }),
  /** Its name is a code: what each figure in it stands for, in their order. */
  code: z
    .strictObject({
      parts: z
        .array(z.strictObject({ figure: z.int().nonnegative(), means: text }))
        .min(1)
        .max(10),
      clause,
    })
    .optional(),
  /** Whether its customers have the personal cabinet. */
  cabinet: yesNo.optional(),
  /** Where its certificates are registered: in the cabinet, on a page without an account, or by staff. */
  'registered-in': z.enum(['cabinet', 'page-without-account', 'desk']).optional(),
  /** Only companies of these standings are served under it. */
  'only-from': ids.optional(),
  /** How many tickets it has. */
  tickets: z
    .union(
      [
        z.literal('unlimited'),
        z.strictObject({
          count: z.int().min(1).max(100_000),
          per: z.enum(['month', 'quarter', 'year', 'certificate']),
          over: z.enum(['no-promise', 'paid', 'flag']),
          clause,
        }),
      ],
      { error: expected('quota') },
    )
    .optional(),
  clause,
  'channels-clause': clause,
});

export const targetRow = z.strictObject({
  packages: ids,
  priorities: ids,
  types: ids.optional(),
  within: z.string(),
  /** A certificate may name a figure of its own: shorter than this one, never longer. */
  individually: z.enum(['shorter-only']).optional(),
  hours: z.string().optional(),
  clause,
});

export const stop = z.enum([
  'registration-notice',
  'human-notice',
  'public-reply',
  'information-request',
  'classification',
  'taken',
  'estimate',
  'refusal',
  'resolution',
  'callback',
  'agreement',
]);

export const agreedDate = z.strictObject({
  packages: ids,
  'only-for': z.array(z.string()).min(1).optional(),
  consent: z.enum(['customer', 'not-needed']),
  pauses: z.enum(['move-it', 'leave-it']),
  hours: z.string(),
  clause,
});

export const clock = z.strictObject({
  name: text,
  starts: z.enum(['receipt', 'registration', 'classification', 'agreement']),
  stops: z.array(stop).min(1),
  pauses: z.array(z.enum(['waiting-for-customer'])),
  /** A deadline in working days that a pause has moved: as the pause counts, or on to closing time of that day. */
  'after-pause': z.enum(['as-counted', 'closing-time']).optional(),
  /** Which priority's figure counts when a classification sets another than the supposed one. */
  'figure-by': z.enum(['supposed-priority', 'set-priority']).optional(),
  'after-objection': z.enum(['resume', 'restart', 'leave']),
  /** A notice that stopped it comes back undelivered: counting goes on from the start, or the stop stays. */
  'after-bounce': z.enum(['count-on', 'leave']).optional(),
  'warn-at': z.array(z.string().refine((mark) => parseWarning(mark) !== null, expected('warning'))).max(10),
  targets: z.array(targetRow).max(500),
  'agreed-date': agreedDate.optional(),
  clause,
});
