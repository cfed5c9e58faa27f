import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { deskSlug, id, lineText, personName } from './schemas.ts';

const inPortal = z.object({ desk: deskSlug });
const language = z.enum(['ru', 'en']);

/** Letters that a customer may do without: each is sent unless they said no, `colleague` only to whoever said yes. What the regulation owes them is sent in any case. */
const letters = z.strictObject({
  /** Answers of staff after the one that was promised. */
  answer: z.boolean(),
  /** A priority that was set or changed without a word of staff. */
  deadline: z.boolean(),
  /** Reminders before a certificate ends. */
  certificate: z.boolean(),
  /** What happens to tickets of colleagues that their company lets them see. */
  colleague: z.boolean(),
});

export const portalProfile = z.object({
  name: z.string(),
  email: z.string(),
  /** E.164; empty: not known. */
  phone: z.string(),
  /** Of letters; null: nobody has said. */
  language: language.nullable(),
  /** In which times are shown; null: the desk's. */
  zone: z.string().nullable(),
  deskZone: z.string(),
  letters,
  /** Whether a company lets them see tickets of colleagues now. */
  seesColleagues: z.boolean(),
  companies: z.array(z.object({ companyId: id, name: z.string(), role: z.enum(['contact', 'supervisor']) })),
});
export type PortalProfile = z.infer<typeof portalProfile>;

export const portalProfileChange = z.strictObject({
  name: personName(200, 1)
    .refine((typed) => typed.trim() !== '', { error: 'required' })
    .optional(),
  /** As typed; empty: none. */
  phone: lineText(40).optional(),
  language: language.optional(),
  /** IANA name. */
  zone: lineText(60, 1).nullable().optional(),
  letters: letters.partial().optional(),
});
export type PortalProfileChange = z.input<typeof portalProfileChange>;

/** What customers say of themselves. */
export const portalProfileEndpoints = {
  getPortalProfile: endpoint({
    id: 'getPortalProfile',
    method: 'GET',
    path: '/api/portal/{desk}/profile',
    permission: 'customer',
    params: inPortal,
    summary: 'How the desk knows the customer, and which letters they get.',
    reply: portalProfile,
  }),
  changePortalProfile: endpoint({
    id: 'changePortalProfile',
    method: 'PATCH',
    path: '/api/portal/{desk}/profile',
    permission: 'customer',
    params: inPortal,
    summary: 'Change name, telephone, language of letters, time zone, or which letters are sent.',
    body: portalProfileChange,
    reply: portalProfile,
  }),
} as const;
