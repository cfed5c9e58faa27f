import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { portalCertificateEndpoints } from './portal-certificate-endpoints.ts';
import { portalProfileEndpoints } from './portal-profile-endpoints.ts';
import { deskSlug, id } from './schemas.ts';

export * from './portal-certificate-schemas.ts';
export * from './portal-profile-endpoints.ts';

const inPortal = z.object({ desk: deskSlug });

/** What customers with an account may do; `{desk}` is a desk whose customer they are. */
export const portalEndpoints = {
  ...portalCertificateEndpoints,
  ...portalProfileEndpoints,
  getPortal: endpoint({
    id: 'getPortal',
    method: 'GET',
    path: '/api/portal/{desk}',
    permission: 'customer',
    params: inPortal,
    summary: 'Who the customer is to the desk, and the regulation in force, parsed.',
    reply: z.object({
      contact: z.object({
        contactId: id,
        name: z.string(),
        email: z.string(),
        phone: z.string(),
        /** In which they want to see times; null: the desk's. */
        zone: z.string().nullable(),
      }),
      companies: z.array(
        z.object({
          companyId: id,
          name: z.string(),
          role: z.enum(['contact', 'supervisor']),
          /** Which tickets of the company its people see. */
          visibility: z.enum(['none', 'own', 'by-role', 'all']),
        }),
      ),
      /** The Regulation of @reglament/desk; plain data. */
      regulation: z.looseObject({ id: z.string() }),
    }),
  }),
};
