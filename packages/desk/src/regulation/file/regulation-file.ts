import { z } from 'zod';
import { expected } from '../check/words/expected.ts';
import { exclusion, intakeField, lifecycle, queue, routing, supportLine, works } from './handling.ts';
import { clock, packageShape, priority, priorityRules, schedule, ticketType } from './promises.ts';
import { certificates, entitlement, releases, sales, service } from './rights.ts';
import { channel, clause, companyRole, id, idReference, line, named, text, yesNo } from './words.ts';

/** The shape of a regulation file, before references are followed. Unknown keys are refused everywhere. */

const address = z.strictObject({
  channel,
  purpose: z.enum(['support', 'sales', 'office']),
  value: line,
  note: text.optional(),
  clause: clause.optional(),
});

const clauseText = z.strictObject({ place: line, ru: line, en: line });

const example = z.strictObject({
  clock: z.string(),
  package: z.string(),
  priority: idReference.optional(),
  type: z.string().optional(),
  from: z.string(),
  paused: z
    .array(z.strictObject({ from: z.string(), to: z.string() }))
    .max(20)
    .optional(),
  agreed: z.strictObject({ at: z.string(), date: z.string() }).optional(),
  due: z.string(),
  clause,
});

/** What a text may be amended by, and what an amendment does to what exists. */
const versions = z.strictObject({
  tickets: z.enum(['at-registration', 'current']),
  certificates: z.enum(['at-purchase', 'current']),
  /** A production calendar gets a later edition: open deadlines go over, or only new tickets are counted by it. */
  calendars: z.enum(['open-tickets', 'new-tickets']),
  'customers-told': yesNo,
  clause,
});

/** A contradiction, or a warning, that the owner of the regulation knows of and wants all the same. */
const acceptance = z.strictObject({
  finding: z.string(),
  at: z.string(),
  because: line,
  by: line,
  on: z.string(),
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
    clause: clause.optional(),
  }),
  zone: z.string(),
  /** Whose wall clock "local time" is, where a rule counts in dates. */
  'local-time': z.enum(['desk', 'customer', 'site']).optional(),
  versions: versions.optional(),
  products: z.array(line).max(100),
  'products-clause': clause.optional(),
  'installation-types': z.record(id, named).optional(),
  'company-roles': z.record(id, companyRole).optional(),
  'named-people': z.record(id, named).optional(),
  /** Who may work for the desk besides its own staff. */
  outsiders: z.strictObject({ may: z.enum(['assigned-tickets', 'nothing']), clause }).optional(),
  /** What customers do in the personal cabinet; which packages have it stands with the packages. */
  cabinet: z
    .strictObject({
      gives: z.array(z.enum(['certificates', 'requests', 'progress'])).min(1),
      clause,
    })
    .optional(),
  addresses: z.array(address).max(50),
  terms: z.record(id, z.strictObject({ name: text, definition: text, clause })).optional(),
  schedules: z.record(id, schedule),
  types: z.record(id, ticketType),
  priorities: z.record(id, priority),
  'priority-rules': z.union([z.literal('none'), priorityRules], {
    error: expected('priority-rules'),
  }),
  packages: z.record(id, packageShape),
  clocks: z.record(id, clock),
  intake: z.record(id, intakeField),
  lines: z.record(id, supportLine).optional(),
  routing: routing.optional(),
  queue: queue.optional(),
  lifecycle,
  entitlement,
  services: z.record(id, service),
  exclusions: z.record(id, exclusion).optional(),
  works: works.optional(),
  certificates: certificates.optional(),
  releases: releases.optional(),
  sales: sales.optional(),
  examples: z.array(example).max(500).optional(),
  accepted: z.array(acceptance).max(100).optional(),
  clauses: z.record(clause, clauseText),
});

export type RegulationFile = z.infer<typeof regulationFile>;
