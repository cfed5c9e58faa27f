import { z } from 'zod';
import { parseWarning, WARNING_SPELLINGS } from './parse-warning.ts';

/** The shape of a regulation file, before references are followed. Unknown keys are refused everywhere. */

const id = z
  .string()
  .regex(
    /^[a-z0-9][a-z0-9-]{0,39}$/u,
    'an id is made of small latin letters, digits and hyphens, at most 40',
  );
const clause = z
  .string()
  .regex(
    /^[A-Za-z0-9][A-Za-z0-9.-]{0,39}$/u,
    'a clause id is made of latin letters, digits, points and hyphens',
  );
const line = z.string().min(1).max(2000);
/** A word that is the same in both languages, or both of them. */
const text = z.union([line, z.strictObject({ ru: line, en: line })], {
  error: 'write {ru: "...", en: "..."}, or one text when it is the same in both languages',
});
/** Priorities are often numbers; a reference to one may be written without quotes. */
const idReference = z.union([z.string(), z.int().nonnegative()], { error: 'an id is expected' });
const ids = z.union([idReference, z.array(idReference).min(1).max(50)], {
  error: 'an id, or a list of ids, is expected',
});
const channel = z.enum(['email', 'phone', 'portal', 'web-form', 'messenger', 'social']);
const windows = z.union([z.string(), z.array(z.string()).min(1).max(10)], {
  error: 'write "09:00-18:00", a list of such windows, or closed',
});

const schedule = z.strictObject({
  name: text,
  week: z.record(z.string(), windows),
  calendar: z.string(),
  shortened: z.boolean().optional(),
  exceptions: z.record(z.string(), windows).optional(),
  zone: z.string().optional(),
  clause,
});

const ticketType = z.strictObject({ name: text, definition: text, clause });

const priority = z.strictObject({
  rank: z.int().min(1).max(100),
  name: text,
  definition: text,
  aliases: z
    .array(z.union([z.string().min(1), z.int().nonnegative()]))
    .max(50)
    .optional(),
  clause,
});

const priorityRules = z.strictObject({
  default: idReference,
  'stated-by-customer': z.enum(['counts', 'supposed']),
  'changed-by-staff': z.enum(['freely', 'with-reason', 'with-consent']),
  clause,
});

const packageShape = z.strictObject({
  name: text,
  rank: z.int().min(0).max(1000),
  hours: z.union([z.string(), z.record(z.string(), z.string())], {
    error: 'write a schedule, or {1-2: schedule, else: schedule}',
  }),
  channels: z.union([z.array(channel).min(1), z.partialRecord(channel, ids)], {
    error: 'write a list of channels, or {channel: any, channel: [priorities]}',
  }),
  clause,
  'channels-clause': clause,
});

const targetRow = z.strictObject({
  packages: ids,
  priorities: ids,
  within: z.string(),
  hours: z.string().optional(),
  clause,
});

const stop = z.enum([
  'registration-notice',
  'public-reply',
  'information-request',
  'classification',
  'refusal',
  'resolution',
  'callback',
  'agreement',
]);

const agreedDate = z.strictObject({
  packages: ids,
  'only-for': z.array(z.string()).min(1).optional(),
  consent: z.enum(['customer', 'not-needed']),
  pauses: z.enum(['move-it', 'leave-it']),
  hours: z.string(),
  clause,
});

const clock = z.strictObject({
  name: text,
  starts: z.enum(['receipt', 'registration', 'classification', 'agreement']),
  stops: z.array(stop).min(1),
  pauses: z.array(z.enum(['waiting-for-customer'])),
  'after-objection': z.enum(['resume', 'leave']),
  'warn-at': z
    .array(z.string().refine((mark) => parseWarning(mark) !== null, `write ${WARNING_SPELLINGS}`))
    .max(10),
  targets: z.array(targetRow).max(500),
  'agreed-date': agreedDate.optional(),
  clause,
});

const intakeField = z.strictObject({
  name: text,
  hint: text.optional(),
  required: z.boolean(),
  'only-for': z.array(z.string()).min(1).optional(),
  from: z
    .enum(['company', 'contact-name', 'contact-phone', 'contact-email', 'description', 'priority', 'type'])
    .optional(),
  labels: z.array(z.string().min(1).max(100)).max(20).optional(),
  clause,
});

const lifecycle = z.strictObject({
  confirmation: z.strictObject({ 'objection-needs-reason': z.boolean(), clause }),
  'auto-close': z.union(
    [z.literal('never'), z.strictObject({ after: z.string(), warn: z.string(), clause })],
    { error: 'write never, or {after: 14 calendar days, warn: 3 days before, clause: ...}' },
  ),
});

const entitlement = z.strictObject({
  'unknown-sender': z.string(),
  'without-package': z.string(),
  clause,
  'unknown-sender-clause': clause.optional(),
  'way-back': text,
});

const service = z.strictObject({
  name: text,
  packages: z.record(z.string(), z.enum(['yes', 'no', 'paid', 'agreement', 'conditional'])),
  clause,
});

const address = z.strictObject({
  channel,
  purpose: z.enum(['support', 'sales', 'office']),
  value: line,
  note: text.optional(),
});

const clauseText = z.strictObject({ place: line, ru: line, en: line });

const example = z.strictObject({
  clock: z.string(),
  package: z.string(),
  priority: idReference.optional(),
  from: z.string(),
  paused: z
    .array(z.strictObject({ from: z.string(), to: z.string() }))
    .max(20)
    .optional(),
  agreed: z.strictObject({ at: z.string(), date: z.string() }).optional(),
  due: z.string(),
  clause,
});

export const regulationFile = z.strictObject({
  reglament: z.literal(1),
  id,
  name: text,
  product: text,
  edition: z.strictObject({
    label: z.string().min(1).max(40),
    date: z.string(),
    'in-force-from': z.string(),
  }),
  zone: z.string(),
  products: z.array(line).max(100),
  addresses: z.array(address).max(50),
  schedules: z.record(id, schedule),
  types: z.record(id, ticketType),
  priorities: z.record(id, priority),
  'priority-rules': z.union([z.literal('none'), priorityRules], {
    error: 'write none, or {default, stated-by-customer, changed-by-staff, clause}',
  }),
  packages: z.record(id, packageShape),
  clocks: z.record(id, clock),
  intake: z.record(id, intakeField),
  lifecycle,
  entitlement,
  services: z.record(id, service),
  examples: z.array(example).max(500).optional(),
  clauses: z.record(clause, clauseText),
});

export type RegulationFile = z.infer<typeof regulationFile>;
