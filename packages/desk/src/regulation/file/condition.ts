import { z } from 'zod';
import { ids, line } from './words.ts';

/**
 * When a rule holds: every fact named must be so. A fact that the desk can't know by itself is asked of the person who
 * decides.
 */
export const condition = z.strictObject({
  packages: ids.optional(),
  types: ids.optional(),
  priorities: ids.optional(),
  channels: ids.optional(),
  /** Ids of services with the level paid that the certificate names as bought. */
  bought: ids.optional(),
  /** The company holds one of these standings: see company-roles. */
  'company-is': ids.optional(),
  'installation-types': ids.optional(),
  version: z
    .union([
      z.enum(['current', 'outdated', 'end-of-life']),
      z.array(z.enum(['current', 'outdated', 'end-of-life'])).min(1),
    ])
    .optional(),
  platform: z.enum(['recommended', 'not-recommended']).optional(),
  use: z.enum(['by-the-manuals', 'against-the-manuals']).optional(),
  work: z.enum(['within-manuals', 'beyond-manuals']).optional(),
  product: z.enum(['as-delivered', 'modified']).optional(),
  commissioned: z.enum(['yes', 'no']).optional(),
  working: z
    .union([z.enum(['now', 'once', 'never']), z.array(z.enum(['now', 'once', 'never'])).min(1)])
    .optional(),
  access: z.enum(['given', 'not-given']).optional(),
  ticket: z.enum(['open']).optional(),
  defect: z.enum(['confirmed', 'not-confirmed']).optional(),
  patch: z.enum(['ready', 'not-ready']).optional(),
  agreement: z.enum(['recorded', 'not-recorded']).optional(),
  notes: z.enum(['on-record', 'not-on-record']).optional(),
  'at-hand': z.enum(['yes', 'no']).optional(),
  feasible: z.enum(['yes', 'no']).optional(),
  'staff-agree': z.enum(['yes', 'no']).optional(),
  'site-in': z.array(line).min(1).max(200).optional(),
  /** Enough customers, or enough licences, are interested: one of the two figures is enough. */
  interest: z
    .strictObject({ customers: z.int().min(1).optional(), licences: z.int().min(1).optional() })
    .optional(),
});
