import { z } from 'zod';
import { expected } from '../check/words/expected.ts';
import { condition } from './condition.ts';
import { clause, ids, line, named, text, yesNo } from './words.ts';

/** What happens to a ticket: intake, lines and routes, the life of a ticket, whose word is needed. */

export const intakeField = z.strictObject({
  name: text,
  hint: text.optional(),
  required: z.boolean(),
  'only-for': z.array(z.string()).min(1).optional(),
  /** Asked under these packages only. */
  packages: ids.optional(),
  from: z
    .enum([
      'company',
      'contact-name',
      'contact-phone',
      'contact-email',
      'product',
      'version',
      'platform',
      'certificate',
      'description',
      'priority',
      'type',
    ])
    .optional(),
  labels: z.array(z.string().min(1).max(100)).max(20).optional(),
  clause,
});

/** A line of support: who works there is the desk's own matter. */
export const supportLine = z.strictObject({ name: text, does: text, clause });

/** Where a new ticket begins and to whom it goes; of several rows the first that holds. */
export const routing = z.strictObject({
  lines: z
    .array(z.strictObject({ when: condition.optional(), line: z.union([z.string(), z.int()]), clause }))
    .min(1)
    .optional(),
  people: z.array(z.strictObject({ when: condition.optional(), to: z.string(), clause })).optional(),
  'hand-overs': z
    .array(
      z.strictObject({
        from: z.union([z.string(), z.int()]),
        to: z.union([z.string(), z.int()]),
        needs: z.array(text).max(20).optional(),
        clause,
      }),
    )
    .optional(),
});

/** The order of a queue, the first that differs counts. */
export const queue = z.strictObject({
  order: z
    .array(z.enum(['entitled-first', 'priority', 'deadline', 'received']))
    .min(1)
    .max(4),
  clause,
});

export const lifecycle = z.strictObject({
  /** The number is told at once: over the channel by which the request came, or always by e-mail. */
  acknowledgement: z.strictObject({ over: z.enum(['arrival-channel', 'email']), clause }).optional(),
  confirmation: z.strictObject({ 'objection-needs-reason': z.boolean(), clause }),
  'auto-close': z.union(
    [
      z.literal('never'),
      z.strictObject({
        after: z.string(),
        warn: z.string(),
        /** What the customer must say to stop the count: anything, or a confirmation or an objection. */
        'stopped-by': z.enum(['any-message', 'confirmation-or-objection']).optional(),
        'day-off': z.enum(['stays', 'next-working-day']).optional(),
        clause,
      }),
    ],
    { error: expected('auto-close') },
  ),
  /** A customer writes to a closed ticket: a new one linked to it, or the old one opens again for so long. */
  'after-closing': z
    .union(
      [
        z.strictObject({ reply: z.literal('new-ticket'), clause }),
        z.strictObject({ reply: z.literal('reopens'), within: z.string(), clause }),
      ],
      { error: expected('after-closing') },
    )
    .optional(),
  /** The certificate ends while a ticket is open. */
  'after-expiry': z.strictObject({ ticket: z.enum(['served-to-its-end', 'stops']), clause }).optional(),
  /** A second problem in one ticket becomes a ticket of its own. */
  split: z.strictObject({ clocks: z.enum(['own', 'inherited']), clause }).optional(),
  /** Two tickets about one problem become one: whose clocks go on. */
  merge: z.strictObject({ clocks: z.enum(['of-the-kept', 'due-first']), clause }).optional(),
  /** How an answer may reach the customer. */
  'answers-by': z
    .strictObject({
      means: z.array(z.enum(['email', 'phone', 'remote-session', 'visit', 'other'])).min(1),
      clause,
    })
    .optional(),
  /** What a resolution may turn out to have been. */
  outcomes: z.record(z.string(), named).optional(),
});

/** What is never done, whatever was bought: cited by staff in one step. */
export const exclusion = z.strictObject({
  name: text,
  packages: ids,
  /** The service of the matrix that this is the no of, with a clause of its own. */
  service: z.string().optional(),
  when: condition.optional(),
  /** What the customer can do instead. */
  instead: text.optional(),
  'instead-clause': clause.optional(),
  clause,
});

/** Work beyond letters: each kind with what it needs. */
export const works = z.strictObject({
  'remote-session': z
    .strictObject({
      service: z.string().optional(),
      'decided-by': z.enum(['staff', 'customer']),
      needs: z.array(z.enum(['access-from-customer', 'consent'])).optional(),
      tools: z.array(line).max(20).optional(),
      clause,
    })
    .optional(),
  visit: z
    .strictObject({
      service: z.string().optional(),
      hours: z.string(),
      cities: z.array(line).max(200),
      /** How far a city reaches: its own borders, or the whole region around it. */
      reach: z.enum(['city', 'region']),
      elsewhere: z.enum(['separate-agreement', 'refused', 'allowed']),
      'per-ticket': z.union([z.literal('as-contracted'), z.literal('unlimited'), z.int().min(1)]),
      when: condition.optional(),
      clause,
    })
    .optional(),
  'live-system': z
    .strictObject({ consent: z.enum(['named-contact', 'not-needed']), says: text, clause })
    .optional(),
  'test-bench': z.strictObject({ 'access-until': z.enum(['stated', 'open']), clause }).optional(),
  /** What staff may ask for, as a list to tick. */
  information: z.strictObject({ checklist: z.array(text).min(1).max(50).optional(), clause }).optional(),
  /** Work outside the list of services: estimated, accepted, then done. */
  estimate: z
    .strictObject({
      types: ids,
      holds: z.array(z.enum(['specification', 'hours', 'price'])).min(1),
      'accepted-by': z.enum(['customer', 'not-needed']),
      clause,
    })
    .optional(),
  /** A confirmed error: what is promised about its correction. */
  defect: z
    .strictObject({
      packages: ids,
      'tell-customer': yesNo,
      clause,
    })
    .optional(),
});
