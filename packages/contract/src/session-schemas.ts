import { z } from 'zod';
import { deskSlug, id, role, text } from './schemas.ts';

export const deskSummary = z.object({
  slug: deskSlug,
  name: text,
  product: text,
  role,
  mailAddress: z.string(),
});

/** A desk whose customer somebody is. */
export const portalSummary = z.object({
  slug: deskSlug,
  name: text,
  product: text,
  mailAddress: z.string(),
  /** The companies that they speak for there. */
  companies: z.array(z.object({ companyId: id, name: z.string(), role: z.enum(['contact', 'supervisor']) })),
});
export type PortalSummary = z.infer<typeof portalSummary>;

export const session = z.object({
  person: z.object({
    personId: id,
    name: z.string(),
    email: z.string(),
    language: z.enum(['ru', 'en']).nullable(),
  }),
  /**
   * `given`: also by a second factor; `owed`: they have one, and nothing else answers before it is given; `to-set-up`: they work at
   * a desk, which answers once they have one; `none`: one is enough.
   */
  secondFactor: z.enum(['given', 'owed', 'to-set-up', 'none']),
  /** The only desks for which this session is good: at others it is a guest's; null: everywhere. */
  goodAt: z.array(z.object({ slug: deskSlug, name: text })).nullable(),
  /** A letter's link began it, and neither password nor factor was given since. */
  byLetter: z.boolean(),
  /** Where they work. */
  desks: z.array(deskSummary),
  /** Whose customer they are. */
  portals: z.array(portalSummary),
});
export type Session = z.infer<typeof session>;
